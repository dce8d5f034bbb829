import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  hint?: string;
  error?: string;
  onChange: (value: string) => void;
}

export function Field({ label, hint, error, type = 'text', onChange, ...rest }: FieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const border = error ? 'border-bad' : 'border-line hover:border-ink-3 focus-within:border-accent';
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">{label}</label>
      <div className={`flex h-11.5 items-center rounded-md border bg-raised transition-colors duration-(--quick) focus-within:ring-2 focus-within:ring-accent/25 ${border}`}>
        <input
          id={id}
          type={secret && shown ? 'text' : type}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          onChange={event => onChange(event.target.value)}
          className="h-full min-w-0 flex-1 bg-transparent px-3 outline-none placeholder:text-ink-3"
          {...rest}
        />
        {secret && <Reveal shown={shown} onToggle={() => setShown(!shown)} />}
      </div>
      {(error || hint) && (
        <p id={`${id}-note`} role={error ? 'alert' : undefined} className={`text-sm text-pretty ${error ? 'text-bad' : 'text-ink-2'}`}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

function Reveal({ shown, onToggle }: { shown: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const Icon = shown ? EyeOff : Eye;
  return (
    <button
      type="button"
      aria-label={t(shown ? 'auth.hidePassword' : 'auth.showPassword')}
      aria-pressed={shown}
      onClick={onToggle}
      className="grid size-11 place-items-center rounded-md text-ink-2 hover:text-ink"
    >
      <Icon aria-hidden size={19} strokeWidth={1.8} />
    </button>
  );
}
