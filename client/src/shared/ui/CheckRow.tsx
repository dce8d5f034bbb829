import { Check } from 'lucide-react';

export interface CheckRowProps {
  label: string;
  isOn: boolean;
  disabled?: boolean;
  onChange: (isOn: boolean) => void;
}

/** One of several that can be on at once, as wide as a finger needs. */
export function CheckRow({ label, isOn, disabled, onChange }: CheckRowProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 font-medium text-ink transition-colors duration-(--quick) hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
      <input type="checkbox" className="sr-only" checked={isOn} disabled={disabled} onChange={event => onChange(event.target.checked)} />
      <span aria-hidden className={`grid size-6 shrink-0 place-items-center rounded-sm border ${isOn ? 'border-accent bg-accent text-on-accent' : 'border-ink-3'}`}>
        {isOn && <Check size={15} strokeWidth={2.5} />}
      </span>
      <span className="min-w-0 flex-1 truncate">{label}</span>
    </label>
  );
}
