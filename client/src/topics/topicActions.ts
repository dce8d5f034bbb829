import type { TFunction } from 'i18next';
import { Bell, BellOff, Lock, LockOpen, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import type { Action } from '../messages/actionsOf';
import type { Mute } from '../shared/api/govern';
import type { Topic, TopicChange } from '../shared/api/types';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import { notify } from '../shared/notice';
import { canPin, may } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { isPartMuted } from '../shared/sync/parts';

export type Step = 'edit' | 'mute' | 'delete';

export const muteTopic = ({ chatId, seq }: Topic, mute: Mute, t: TFunction) =>
  void app.session.api.muteTopic(chatId, seq, mute).catch((error: unknown) => notify(sayError(t, error), true));

/** What somebody may do with a topic. */
export function topicActions(state: ChatState, topic: Topic, t: TFunction, ask: (step: Step) => void): Action[] {
  const mayChange = may(state, 'CHANGE_INFO');
  const mayDelete = mayChange && may(state, 'DELETE_OTHERS') && topic.seq !== 0;
  const muting = isPartMuted(state, topic.seq, Date.now())
    ? { label: t('topics.unmute'), icon: Bell, run: () => muteTopic(topic, 'OFF', t) }
    : { label: t('topics.mute'), icon: BellOff, run: () => ask('mute') };
  const change = (what: TopicChange) => () =>
    void app.session.api.changeTopic(topic.chatId, topic.seq, what).catch((error: unknown) => notify(sayError(t, error), true));
  const pinning = topic.pinnedAt
    ? { label: t('topics.unpin'), icon: PinOff, run: change({ isPinned: false }) }
    : { label: t('topics.pin'), icon: Pin, run: change({ isPinned: true }) };
  const closing = topic.isClosed
    ? { label: t('topics.reopen'), icon: LockOpen, run: change({ isClosed: false }) }
    : { label: t('topics.close'), icon: Lock, run: change({ isClosed: true }) };
  return [
    ...(mayChange ? [{ label: t('topics.edit'), icon: Pencil, run: () => ask('edit') }] : []),
    muting,
    ...(canPin(state) ? [pinning] : []),
    ...(mayChange ? [closing] : []),
    ...(mayDelete ? [{ label: t('topics.delete'), icon: Trash2, isGrave: true, run: () => ask('delete') }] : []),
  ];
}
