import { ChevronDown } from 'lucide-react';
import { useId } from 'react';

export interface SelectProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  disabled?: boolean;
  /** The label is for screen readers alone: the options speak for themselves. */
  bare?: boolean;
  onChange: (value: T) => void;
}

/** The browser's own list: it fits every screen and every way of typing. */
export function Select<T extends string>({ label, value, options, disabled, bare = false, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-sm font-medium'}>{label}</label>
      <div className={`relative flex items-center rounded-md border border-line bg-raised transition-colors duration-(--quick) focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/25 hover:border-ink-3 ${bare ? 'h-10' : 'h-11.5'}`}>
        <select
          id={id}
          value={value}
          disabled={disabled}
          onChange={event => onChange(event.target.value as T)}
          className="h-full w-full min-w-0 appearance-none truncate rounded-md bg-raised pr-9 pl-3 text-ink outline-none disabled:opacity-60"
        >
          {options.map(option => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
        <ChevronDown aria-hidden size={17} className="pointer-events-none absolute right-3 text-ink-2" />
      </div>
    </div>
  );
}
