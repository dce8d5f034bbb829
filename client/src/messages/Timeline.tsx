import { ChevronDown, MessageCircle } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { shown } from '../shared/sync/timeline';
import { Empty } from '../shared/ui/Empty';
import { Pill } from '../shared/ui/Pill';
import { DayLine, NewLine } from './Dividers';
import { groupTimeline } from './grouping';
import { MessageBubble } from './MessageBubble';
import { OlderMessages } from './OlderMessages';
import { SystemLine } from './SystemLine';
import { useNewFrom } from './useNewFrom';
import { usePaging } from './usePaging';
import { useReadMarker } from './useReadMarker';
import { useScroll } from './useScroll';

export function Timeline({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const outbox = useStore(useShallow(store => store.outbox.filter(pending => pending.chatId === state.chat.id)));
  const scroller = useRef<HTMLDivElement>(null);
  const fresh = useNewFrom(state, meId);
  const messages = useMemo(() => shown(state), [state]);
  const items = useMemo(() => groupTimeline(messages, outbox, meId, fresh.from), [messages, outbox, meId, fresh.from]);
  const scroll = useScroll(scroller, messages[0]?.seq ?? 0, items.at(-1)?.key ?? '', outbox.at(-1)?.id ?? '');
  const paging = usePaging(scroller, state);
  useReadMarker(scroller, state, items.length);
  const { unread } = state.mine;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="region"
        aria-label={t('messages.title')}
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto px-4 pb-3 outline-none [overflow-anchor:none] pane:px-[max(var(--s4),calc((100%-var(--column))/2))]"
      >
        <OlderMessages paging={paging} />
        {items.length === 0 && state.atStart && <Empty icon={MessageCircle} title={t('messages.empty')} text={t('messages.emptySub')} />}
        <ol className="mt-auto flex flex-col">
          {items.map(item => {
            if (item.kind === 'day') return <DayLine key={item.key} at={item.at} />;
            if (item.kind === 'new') return <NewLine key={item.key} count={fresh.count} />;
            if (item.isSystem) return <SystemLine key={item.key} bubble={item} />;
            return <MessageBubble key={item.key} bubble={item} state={state} meId={meId} />;
          })}
        </ol>
      </div>
      {!scroll.isAtEnd && (
        <button
          type="button"
          aria-label={unread > 0 ? t('messages.latestNew', { count: unread }) : t('messages.latest')}
          onClick={scroll.toEnd}
          className="fade-in absolute right-4 bottom-3 grid size-11 place-items-center rounded-full bg-raised text-ink-2 shadow-float hover:text-ink"
        >
          <ChevronDown aria-hidden size={22} />
          {unread > 0 && <span className="absolute -top-2"><Pill count={unread} label={t('messages.new', { count: unread })} /></span>}
        </button>
      )}
    </div>
  );
}
