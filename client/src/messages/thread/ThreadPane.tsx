import { ChevronLeft, MessageCircleOff, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropHint } from '../../composer/DropHint';
import { useDrop } from '../../composer/useDrop';
import { WritePlace } from '../../composer/WritePlace';
import { app } from '../../shared/app';
import { channelOf } from '../../shared/chatNames';
import { canPost, may } from '../../shared/rights';
import type { ChatState, Part } from '../../shared/sync/chatState';
import { answered, partOf, placeKey } from '../../shared/sync/parts';
import { useStore } from '../../shared/sync/store';
import { messageAt } from '../../shared/sync/timeline';
import { Empty } from '../../shared/ui/Empty';
import { IconButton } from '../../shared/ui/IconButton';
import { Spinner } from '../../shared/ui/Spinner';
import { Timeline } from '../Timeline';

export interface ThreadPaneProps {
  state: ChatState;
  seq: number;
  onClose: () => void;
}

/** A message and all that was answered to it, beside the chat; on a phone in its place. */
export function ThreadPane({ state, seq, onClose }: ThreadPaneProps) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const part = useMemo<Part>(() => ({ kind: 'thread', seq }), [seq]);
  const thread = useMemo(() => partOf(state, part, meId), [state, part, meId]);
  const drop = useDrop(placeKey(thread));
  const root = messageAt(state, seq);
  const isLooking = useRoot(state, part);
  const count = root?.thread?.count ?? 0;
  const words = root && channelOf(root) ? 'comments' : 'thread';
  const canWrite = answered(thread) !== null;
  return (
    <aside
      aria-label={t(`${words}.title`)}
      className="slide-in absolute inset-0 z-20 flex min-h-0 flex-col border-line bg-canvas pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] pane:left-auto pane:w-(--thread) pane:border-l pane:shadow-float info:static info:shadow-none"
      {...(canWrite && canPost(state) && may(state, 'SEND_FILES') ? drop.on : {})}
      onKeyDown={event => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); onClose(); } }}
    >
      <header className="shrink-0 border-b border-line bg-surface">
        <div className="flex h-15 items-center gap-1 px-1 pane:pr-2 pane:pl-4">
          <IconButton icon={ChevronLeft} label={t('common.back')} className="pane:hidden" onClick={onClose} />
          <div className="min-w-0 flex-1 leading-tight">
            <h2 className="font-semibold">{t(`${words}.title`)}</h2>
            <p className="truncate text-sm text-ink-2">{count === 0 ? t(`${words}.none`) : t(words === 'comments' ? 'comments.count' : 'thread.replies', { count })}</p>
          </div>
          <IconButton icon={X} label={t('common.close')} className="max-pane:hidden" onClick={onClose} />
        </div>
      </header>
      {root?.isDeleted && <p role="status" className="shrink-0 border-b border-line bg-surface px-4 py-2 text-center text-sm text-ink-2">{t('thread.rootGone')}</p>}
      {isLooking ? <div className="m-auto text-ink-3"><Spinner size={24} /></div>
        : thread.messages.length === 0 ? <Empty icon={MessageCircleOff} title={t('thread.gone')} text={t('thread.goneSub')} />
          : <Timeline state={thread} />}
      {canWrite && <WritePlace state={thread} />}
      {drop.isOver && <DropHint />}
    </aside>
  );
}

/** Whoever comes by an address may not have the message that it begins with. */
function useRoot(state: ChatState, part: Part) {
  const isHere = messageAt(state, part.seq) !== null;
  const [isLooking, setLooking] = useState(!isHere);
  const chatId = state.chat.id;
  useEffect(() => {
    if (!isHere) void app.load(chatId, { around: part.seq }, part).catch(() => null).finally(() => setLooking(false));
  }, [chatId, part, isHere]);
  return isLooking && !isHere;
}
