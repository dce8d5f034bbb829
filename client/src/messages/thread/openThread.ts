import { navigate } from 'wouter/use-browser-location';
import { inApp } from '../../app/navigation';
import type { Chat, Message } from '../../shared/api/types';
import { askJump } from '../jumping';

export const openThread = (chatId: string, seq: number) => navigate(`/chat/${chatId}/thread/${seq}`, { state: inApp });

/** In the chat, or in its topic where it has topics. */
export function showInChat({ id, hasTopics }: Chat, { seq, topicSeq }: Message) {
  navigate(hasTopics ? `/chat/${id}/topic/${topicSeq ?? 0}` : `/chat/${id}`, { state: inApp });
  askJump(id, seq);
}
