import type { TFunction } from 'i18next';
import type { Message, Quote, User } from './api/types';
import type { ChatState } from './sync/chatState';
import { messageAt } from './sync/timeline';

export function partnerOf(state: ChatState, meId: string): User | null {
  return Object.values(state.members).find(member => member.userId !== meId)?.user ?? null;
}

export function chatName(state: ChatState, meId: string, t: TFunction): string {
  if (state.chat.isSaved) return t('saved.title');
  if (state.chat.type !== 'PRIVATE') return state.chat.name ?? '';
  return partnerOf(state, meId)?.displayName ?? t('common.someone');
}

/** What the picture hangs on: a private chat looks like the other person, everywhere. */
export const faceId = (state: ChatState, meId: string) =>
  state.chat.type === 'PRIVATE' ? (partnerOf(state, meId)?.id ?? state.chat.id) : state.chat.id;

/** The picture itself, where there is one. */
export const facePicture = (state: ChatState, meId: string) =>
  state.chat.type === 'PRIVATE' ? partnerOf(state, meId)?.avatarUrl : state.chat.avatarUrl;

export function personName(state: ChatState, userId: string, meId: string, t: TFunction): string {
  if (userId === meId) return t('common.you');
  return state.members[userId]?.user.displayName ?? t('common.someone');
}

/** The channel whose post it repeats: in a discussion the channel speaks, not who wrote the post. */
export const channelOf = ({ twin, forwardedFrom }: Pick<Message, 'twin' | 'forwardedFrom'>) =>
  (twin && forwardedFrom?.chatId === twin.chatId ? forwardedFrom : null);

export const senderName = (state: ChatState, message: Message, meId: string, t: TFunction) =>
  channelOf(message)?.name ?? personName(state, message.senderId, meId, t);

export function quoteName(state: ChatState, { seq, senderId }: Quote, meId: string, t: TFunction) {
  const original = messageAt(state, seq);
  return original ? senderName(state, original, meId, t) : personName(state, senderId, meId, t);
}
