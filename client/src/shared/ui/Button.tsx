import type { ButtonHTMLAttributes } from 'react';
import { Spinner } from './Spinner';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'accent' | 'quiet' | 'grave' | 'danger' | 'text';
  busy?: boolean;
}

const looks = {
  accent: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'bg-sunken text-ink hover:bg-line',
  grave: 'border border-line bg-surface text-bad hover:bg-hover',
  danger: 'bg-bad text-on-accent hover:opacity-90',
  text: 'text-accent-text hover:bg-accent-soft',
};

export function Button({ look = 'accent', busy = false, className = '', children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 font-semibold transition-colors duration-(--quick) disabled:cursor-default disabled:opacity-55 ${looks[look]} ${className}`}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
