import type { ReactNode } from 'react';
import { Logo } from '../ui/Logo';

export interface AuthPageProps {
  title: string;
  text: string;
  children: ReactNode;
  footer?: ReactNode;
}

export function AuthPage({ title, text, children, footer }: AuthPageProps) {
  return (
    <main className="flex min-h-full items-center justify-center p-4 pt-[max(var(--s4),env(safe-area-inset-top))] pb-[max(var(--s4),env(safe-area-inset-bottom))]">
      <div className="fade-in w-full max-w-100">
        <div className="mb-6 grid justify-items-center gap-1 text-center">
          <Logo />
          <h1 className="mt-4 text-xl font-semibold tracking-tight">{title}</h1>
          <p className="text-balance text-ink-2">{text}</p>
        </div>
        <div className="rounded-lg border border-line bg-surface p-6 shadow-bubble">{children}</div>
        {footer && <div className="mt-5 text-center text-ink-2">{footer}</div>}
      </div>
    </main>
  );
}
