import { navigate } from 'wouter/use-browser-location';
import { inApp } from '../../app/navigation';
import { askJump } from '../jumping';

export const openThread = (chatId: string, seq: number) => navigate(`/chat/${chatId}/thread/${seq}`, { state: inApp });

export function showInChat(chatId: string, seq: number) {
  navigate(`/chat/${chatId}`, { state: inApp });
  askJump(chatId, seq);
}
