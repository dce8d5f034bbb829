import type { TFunction } from 'i18next';
import type { User } from './api/types';
import type { ChatState } from './sync/chatState';

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
