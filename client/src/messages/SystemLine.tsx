import { useTranslation } from 'react-i18next';
import type { ChatState } from '../shared/sync/chatState';
import { sayLine } from '../shared/text/sayLine';
import type { Bubble } from './grouping';

export function SystemLine({ bubble, state, meId }: { bubble: Bubble; state: ChatState; meId: string }) {
  const { t } = useTranslation();
  return (
    <li data-seq={bubble.seq ?? undefined} data-key={bubble.key} className="my-2 max-w-full self-center rounded-full bg-surface/80 px-3 py-0.5 text-center text-xs font-medium wrap-anywhere text-ink-2">
      {bubble.stored ? sayLine(bubble.stored, state, meId, t) : bubble.content}
    </li>
  );
}
