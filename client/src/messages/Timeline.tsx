import { ChevronDown, MessageCircle } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ChatState } from '../shared/sync/chatState';
import type { Pending } from '../shared/sync/outbox';
import { useShownAll } from '../plugins/transforms/useShown';
import { useStore } from '../shared/sync/store';
import { isStart } from '../shared/sync/timeline';
import { Empty } from '../shared/ui/Empty';
import { Pill } from '../shared/ui/Pill';
import { DayLine, NewLine } from './Dividers';
import { groupTimeline } from './grouping';
import { MessageBubble } from './MessageBubble';
import { PageEdge } from './PageEdge';
import { SystemLine } from './SystemLine';
import { useAskedJump } from './useAskedJump';
import { useJump } from './useJump';
import { useNewFrom } from './useNewFrom';
import { usePaging } from './usePaging';
import { useReadMarker } from './useReadMarker';
import { useScroll } from './useScroll';
import { type Shown, useWindow } from './useWindow';
import { isFollowing, latest, most } from './window';

const none: Pending[] = [];

const isHere = (pending: Pending, { chat, part }: ChatState) =>
  pending.chatId === chat.id && (!part || pending.part?.seq === part.seq);

export function Timeline({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const outbox = useStore(useShallow(store => store.outbox.filter(pending => isHere(pending, state))));
  const scroller = useRef<HTMLDivElement>(null);
  const fresh = useNewFrom(state, meId);
  const shown = useWindow(state, fresh.from);
  const follows = isFollowing(shown.window);
  const waiting = follows ? outbox : none;
  const drawn = useShownAll(shown.drawn);
  const items = useMemo(() => groupTimeline(drawn, waiting, meId, fresh.from), [drawn, waiting, meId, fresh.from]);
  const scroll = useScroll(scroller, follows, shown.aim);
  const paging = usePaging(scroller, state, shown);
  const { go, lit } = useJump(shown.jump);
  useAskedJump(state.part?.kind === 'thread' ? null : state.chat.id, go);
  useReadMarker(scroller, state, items.at(-1)?.key ?? '');
  useTrim(shown, scroll.isAtEnd);
  useReturn(outbox.at(-1)?.id ?? '', shown.toLatest);
  const { unread } = state.mine;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="region"
        aria-label={t(state.part?.kind === 'thread' ? 'thread.messages' : 'messages.title')}
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto px-4 pb-3 outline-none [overflow-anchor:none] pane:px-[max(var(--s4),calc((100%-var(--column))/2))]"
      >
        <PageEdge paging={paging.older} isAbove />
        {items.length === 0 && isStart(state, shown.range) && <Empty icon={MessageCircle} title={t('messages.empty')} text={t('messages.emptySub')} />}
        <ol className="mt-auto flex flex-col">
          {items.map(item => {
            if (item.kind === 'day') return <DayLine key={item.key} at={item.at} />;
            if (item.kind === 'new') return <NewLine key={item.key} count={fresh.count} />;
            if (item.isSystem) return <SystemLine key={item.key} bubble={item} state={state} meId={meId} />;
            return <MessageBubble key={item.key} bubble={item} state={state} meId={meId} isLit={item.seq !== null && item.seq === lit} onJump={go} />;
          })}
        </ol>
        <PageEdge paging={paging.newer} />
      </div>
      {!scroll.isAtEnd && (
        <button
          type="button"
          aria-label={unread > 0 ? t('messages.latestNew', { count: unread }) : t('messages.latest')}
          onClick={shown.toLatest}
          className="fade-in absolute right-4 bottom-3 grid size-11 place-items-center rounded-full bg-raised text-ink-2 shadow-float hover:text-ink"
        >
          <ChevronDown aria-hidden size={22} />
          {unread > 0 && <span className="absolute -top-2"><Pill count={unread} label={t('messages.new', { count: unread })} /></span>}
        </button>
      )}
    </div>
  );
}

/** Whoever writes wants to see it, wherever they were reading. */
function useReturn(sentId: string, toLatest: () => void) {
  const last = useRef(sentId);
  useEffect(() => {
    if (sentId > last.current) toLatest();
    if (sentId !== '') last.current = sentId;
  }, [sentId, toLatest]);
}

/** At the end of a busy chat what has scrolled far away is let go of. */
function useTrim({ drawn, window, move }: Shown, isAtEnd: boolean) {
  const isTooMuch = isAtEnd && isFollowing(window) && drawn.length > most;
  useEffect(() => {
    if (isTooMuch) move(rows => latest(rows));
  }, [isTooMuch, move]);
}
