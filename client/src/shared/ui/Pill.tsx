const sizes = { md: 'h-5 min-w-5 px-1.5 text-xs', sm: 'h-4 min-w-4 px-1 text-2xs' };

export function Pill({ count, label, size = 'md' }: { count: number; label: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-label={label}
      role="img"
      className={`grid place-items-center rounded-full bg-accent font-semibold text-on-accent tabular-nums ${sizes[size]}`}
    >
      {count > 999 ? '999+' : count}
    </span>
  );
}
