import { Spinner } from './Spinner';

export interface SwitchProps {
  label: string;
  isOn: boolean;
  isBusy: boolean;
  onChange: (isOn: boolean) => void;
}

/** Shows where it is going and cannot be moved again until it is there. */
export function Switch({ label, isOn, isBusy, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-label={label}
      aria-checked={isOn}
      aria-busy={isBusy || undefined}
      disabled={isBusy}
      onClick={() => onChange(!isOn)}
      className="grid size-11 shrink-0 place-items-center rounded-full disabled:cursor-progress"
    >
      <span className={`relative h-6.25 w-10.5 rounded-full transition-colors duration-(--quick) ${isOn ? 'bg-accent' : 'bg-ink-3/75'} ${isBusy ? 'opacity-60' : ''}`}>
        <span className={`absolute top-0.75 left-0.75 grid size-4.75 place-items-center rounded-full bg-surface text-ink-2 transition-transform duration-(--quick) ${isOn ? 'translate-x-4.25' : ''}`}>
          {isBusy && <Spinner size={13} />}
        </span>
      </span>
    </button>
  );
}
