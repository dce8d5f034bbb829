import type { Bubble } from './grouping';

export const SystemLine = ({ bubble }: { bubble: Bubble }) => (
  <li data-seq={bubble.seq ?? undefined} data-key={bubble.key} className="my-2 max-w-full self-center rounded-full bg-surface/80 px-3 py-0.5 text-center text-xs font-medium wrap-anywhere text-ink-2">
    {bubble.content}
  </li>
);
