import { type TextareaHTMLAttributes, useId } from 'react';

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> {
  label: string;
  hint?: string;
  error?: string;
  onChange: (value: string) => void;
}

export function TextArea({ label, hint, error, onChange, ...rest }: TextAreaProps) {
  const id = useId();
  const border = error ? 'border-bad' : 'border-line hover:border-ink-3 focus:border-accent';
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">{label}</label>
      <textarea
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        onChange={event => onChange(event.target.value)}
        className={`resize-y rounded-md border bg-raised px-3 py-2.5 outline-none transition-colors duration-(--quick) focus:ring-2 focus:ring-accent/25 ${border}`}
        {...rest}
      />
      {(error || hint) && <p id={`${id}-note`} role={error ? 'alert' : undefined} className={`text-sm text-pretty ${error ? 'text-bad' : 'text-ink-2'}`}>{error ?? hint}</p>}
    </div>
  );
}
