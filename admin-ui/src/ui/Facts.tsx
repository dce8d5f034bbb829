export type Fact = readonly [label: string, value: string | readonly string[] | null];

/** Pairs of a label and what is known; what is not known is left out. */
export function Facts({ title, facts, children }: { title: string; facts: readonly Fact[]; children?: React.ReactNode }) {
  const known = facts.flatMap(([label, value]) => (value && value.length > 0 ? [[label, [value].flat()] as const] : []));
  if (known.length === 0 && !children) return null;
  return (
    <section className="min-w-0">
      <h3 className="mb-1 text-sm font-semibold text-ink">{title}</h3>
      <dl className="text-sm">
        {known.map(([label, values]) => (
          <div key={label} className="flex justify-between gap-4 border-b border-dashed border-line py-1.5">
            <dt className="max-w-3/5 shrink-0">{label}</dt>
            <dd className="min-w-0 text-right wrap-anywhere text-ink-2">
              {values.map(value => <span key={value} className="block">{value}</span>)}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
