import type { TFunction } from 'i18next';
import { Lock, LockOpen, Pencil, Pin, PinOff } from 'lucide-react';
import type { Action } from '../messages/actionsOf';
import type { Topic, TopicChange } from '../shared/api/types';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import { notify } from '../shared/notice';
import { canPin, may } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';

/** What somebody may do with a topic. */
export function topicActions(state: ChatState, topic: Topic, t: TFunction, onRename: () => void): Action[] {
  const mayChange = may(state, 'CHANGE_INFO');
  const change = (what: TopicChange) => () =>
    void app.session.api.changeTopic(topic.chatId, topic.seq, what).catch((error: unknown) => notify(sayError(t, error), true));
  const pinning = topic.pinnedAt
    ? { label: t('topics.unpin'), icon: PinOff, run: change({ isPinned: false }) }
    : { label: t('topics.pin'), icon: Pin, run: change({ isPinned: true }) };
  const closing = topic.isClosed
    ? { label: t('topics.reopen'), icon: LockOpen, run: change({ isClosed: false }) }
    : { label: t('topics.close'), icon: Lock, run: change({ isClosed: true }) };
  return [
    ...(mayChange ? [{ label: t('topics.edit'), icon: Pencil, run: onRename }] : []),
    ...(canPin(state) ? [pinning] : []),
    ...(mayChange ? [closing] : []),
  ];
}
