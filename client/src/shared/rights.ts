import type { Message } from './api/types';
import type { ChatState } from './sync/chatState';

/** The server's rules for what is offered; it has the last word. */
export const canEdit = (message: Message, meId: string) =>
  message.senderId === meId && message.type !== 'SYSTEM' && !message.isDeleted && Boolean(message.content);

export const canDeleteForAll = (message: Message, { chat, mine }: ChatState, meId: string) =>
  message.senderId === meId || (chat.type !== 'PRIVATE' && mine.role !== 'MEMBER');
