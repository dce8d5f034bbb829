export interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** Radio buttons that look like one control: arrow keys and screen readers get them for free. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm leading-5 font-medium">{label}</legend>
      <div className="flex rounded-full bg-sunken p-1">
        {options.map(option => (
          <label
            key={option.value}
            className="grid min-h-9 flex-1 cursor-pointer place-items-center rounded-full px-1 text-center text-sm font-medium text-ink-2 transition-colors duration-(--quick) hover:text-ink has-checked:bg-raised has-checked:text-accent-text has-checked:shadow-bubble dark:has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={label}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
