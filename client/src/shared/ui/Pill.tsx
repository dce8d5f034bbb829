const sizes = { md: 'h-5 min-w-5 px-1.5 text-xs', sm: 'h-4 min-w-4 px-1 text-2xs' };

export interface PillProps {
  count: number;
  label: string;
  size?: keyof typeof sizes;
  /** Grey: counted, and calling nobody. */
  isQuiet?: boolean;
}

export function Pill({ count, label, size = 'md', isQuiet = false }: PillProps) {
  return (
    <span
      aria-label={label}
      role="img"
      className={`grid place-items-center rounded-full font-semibold tabular-nums ${isQuiet ? 'bg-sunken text-ink-2' : 'bg-accent text-on-accent'} ${sizes[size]}`}
    >
      {count > 999 ? '999+' : count}
    </span>
  );
}
