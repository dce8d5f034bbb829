import type { ChatPlace } from '@stogram/plugin';
import type { ChatState } from '../shared/sync/chatState';

export const placeIn = ({ chat, mine }: ChatState): ChatPlace => ({ chatId: chat.id, chatType: chat.type, myRole: mine.role });
