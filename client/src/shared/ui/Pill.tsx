export function Pill({ count, label }: { count: number; label: string }) {
  return (
    <span
      aria-label={label}
      role="img"
      className="grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent tabular-nums"
    >
      {count > 999 ? '999+' : count}
    </span>
  );
}
