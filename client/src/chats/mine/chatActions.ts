import type { TFunction } from 'i18next';
import { Archive, ArchiveRestore, Bell, BellOff, Folder, LogOut, Mail, MailOpen, Pin, PinOff } from 'lucide-react';
import type { Action } from '../../messages/actionsOf';
import { app } from '../../shared/app';
import { unreadOf } from '../../shared/notify/decide';
import type { ChatState } from '../../shared/sync/chatState';
import { isArchived, isMuted } from '../../shared/sync/choices';
import { decide } from './decide';

export type Step = 'mute' | 'folders' | 'leave';

/** What somebody can do with a chat of the list. */
export function chatActions(state: ChatState, meId: string, t: TFunction, ask: (step: Step) => void): Action[] {
  const { chat, mine: { choices } } = state;
  const now = Date.now();
  const change = (what: Parameters<typeof decide>[1]) => () => void decide(chat.id, what, t);
  return [
    choices.pinnedAt
      ? { label: t('mine.unpin'), icon: PinOff, run: change({ isPinned: false }) }
      : { label: t('mine.pin'), icon: Pin, run: change({ isPinned: true }) },
    unreadOf(state) > 0
      ? { label: t('mine.markRead'), icon: MailOpen, run: () => markRead(state, t) }
      : { label: t('mine.markUnread'), icon: Mail, run: change({ isMarkedUnread: true }) },
    ...(chat.isSaved ? [] : [isMuted(choices, now)
      ? { label: t('mine.unmute'), icon: Bell, run: change({ mute: 'OFF' }) }
      : { label: t('mine.mute'), icon: BellOff, run: () => ask('mute') }]),
    isArchived(state, meId, now)
      ? { label: t('mine.unarchive'), icon: ArchiveRestore, run: change({ isArchived: false }) }
      : { label: t('mine.archive'), icon: Archive, run: change({ isArchived: true }) },
    { label: t('folders.put'), icon: Folder, run: () => ask('folders') },
    ...(chat.type === 'PRIVATE' ? [] : [{ label: t('chat.leave'), icon: LogOut, isGrave: true, run: () => ask('leave') }]),
  ];
}

function markRead({ chat, mine }: ChatState, t: TFunction) {
  if (mine.choices.isMarkedUnread) void decide(chat.id, { isMarkedUnread: false }, t);
  app.read(chat.id, chat.lastSeq);
}
