import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';

export interface SearchFieldProps {
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  autoFocus?: boolean;
}

export function SearchField({ label, clearLabel, value, onChange, onKeyDown, autoFocus }: SearchFieldProps) {
  return (
    <div className="flex h-10 items-center gap-2 rounded-full bg-sunken pl-3 text-ink-2 focus-within:ring-2 focus-within:ring-accent">
      <Search aria-hidden size={17} strokeWidth={1.8} className="shrink-0" />
      <input
        type="text"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoFocus={autoFocus}
        autoComplete="off"
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-full min-w-0 flex-1 bg-transparent text-ink outline-none placeholder:text-ink-2"
      />
      {value ? (
        <button type="button" aria-label={clearLabel} onClick={() => onChange('')} className="grid size-10 place-items-center rounded-full hover:text-ink">
          <X aria-hidden size={16} />
        </button>
      ) : <span className="w-2" />}
    </div>
  );
}
