import type { AppPlace, ChatPlace } from '@stogram/plugin';
import { useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { inApp } from '../app/navigation';
import { askJump } from '../messages/jumping';
import type { ChatState } from '../shared/sync/chatState';

export const placeIn = ({ chat, mine }: ChatState): ChatPlace => ({ chatId: chat.id, chatType: chat.type, myRole: mine.role });

export const useAppPlace = (chatId: string | null) => useMemo<AppPlace>(() => ({ chatId, openChat }), [chatId]);

function openChat(chatId: string, seq?: number) {
  if (seq !== undefined) askJump(chatId, seq);
  navigate(`/chat/${chatId}`, { state: inApp });
}
