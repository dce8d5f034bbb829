import type { Message } from './api/types';
import type { ChatState } from './sync/chatState';

/** The server's rules for what is offered; it has the last word. */
export const canEdit = (message: Message, meId: string) =>
  message.senderId === meId && message.type !== 'SYSTEM' && !message.isDeleted && Boolean(message.content);

export const canPost = ({ chat, mine }: ChatState) => chat.type !== 'CHANNEL' || mine.role !== 'MEMBER';

export const canPin = ({ chat, mine }: ChatState) => chat.type === 'PRIVATE' || mine.role !== 'MEMBER';

const peoples = ['TEXT', 'IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'FILE'];

export const canForward = (message: Message) => peoples.includes(message.type) && !message.isEncrypted && !message.isDeleted;

export const canDeleteForAll = (message: Message, { chat, mine }: ChatState, meId: string) =>
  message.senderId === meId || (chat.type !== 'PRIVATE' && mine.role !== 'MEMBER');
