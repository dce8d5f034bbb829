import type { MessageView, UserView } from '@stogram/plugin';
import type { Message, User } from '../shared/api/types';

export const viewUser = ({ id, username, displayName, role }: User): UserView =>
  Object.freeze({ id, username, displayName, role });

export const viewMessage = ({ id, chatId, seq, senderId, type, content, encryptedContent = null, createdAt, extra }: Message): MessageView =>
  Object.freeze({ id, chatId, seq, senderId, type, content, encryptedContent, createdAt, extra: freezeDeep(structuredClone(extra)) });

/** What one plugin is handed another one or the app may hold as well. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freezeDeep);
  return Object.freeze(value);
}
