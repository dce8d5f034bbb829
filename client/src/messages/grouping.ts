import type { Message, Quote, StoredFile } from '../shared/api/types';
import { channelOf } from '../shared/chatNames';
import type { Pending } from '../shared/sync/outbox';
import { daysBetween } from '../shared/time/format';

export interface Bubble {
  kind: 'bubble';
  key: string;
  seq: number | null;
  senderId: string;
  isSystem: boolean;
  content: string | null;
  replyTo: Quote | null;
  files: StoredFile[];
  createdAt: string;
  isEdited: boolean;
  reactions: Message['reactions'];
  stored: Message | null;
  pending: Pending | null;
  isFirst: boolean;
  isLast: boolean;
}

export type Item = Bubble | { kind: 'day'; key: string; at: Date } | { kind: 'new'; key: string };

const fiveMinutes = 5 * 60_000;

/** One list out of stored and pending messages: days, the line above what is new, and who speaks in one breath. */
export function groupTimeline(messages: readonly Message[], outbox: readonly Pending[], meId: string, newFrom: number | null): Item[] {
  const stored = new Set(messages.map(message => message.id));
  const bubbles = [
    ...messages.map(fromMessage),
    ...outbox.filter(pending => !stored.has(pending.id)).map(pending => fromPending(pending, meId)),
  ];
  const items: Item[] = [];
  let previous: Bubble | null = null;
  let isMarked = false;
  for (const bubble of bubbles) {
    const at = new Date(bubble.createdAt);
    const isNewDay = !previous || daysBetween(new Date(previous.createdAt), at) !== 0;
    const isNews: boolean = newFrom !== null && !isMarked && bubble.seq !== null && bubble.seq >= newFrom;
    if (isNewDay) items.push({ kind: 'day', key: `day-${bubble.key}`, at });
    if (isNews) items.push({ kind: 'new', key: 'new' });
    isMarked ||= isNews;
    bubble.isFirst = isNewDay || isNews || !previous || !isSameBreath(previous, bubble);
    if (previous) previous.isLast = bubble.isFirst;
    items.push(bubble);
    previous = bubble;
  }
  return items;
}

const isSameBreath = (a: Bubble, b: Bubble) =>
  a.senderId === b.senderId &&
  a.isSystem === b.isSystem &&
  Date.parse(b.createdAt) - Date.parse(a.createdAt) < fiveMinutes;

const fromMessage = (message: Message): Bubble => ({
  kind: 'bubble',
  key: message.id,
  seq: message.seq,
  senderId: channelOf(message)?.chatId ?? message.senderId,
  isSystem: message.type === 'SYSTEM',
  content: message.content,
  replyTo: message.replyTo,
  files: message.files,
  createdAt: message.createdAt,
  isEdited: message.isEdited,
  reactions: message.reactions,
  stored: message,
  pending: null,
  isFirst: true,
  isLast: true,
});

const fromPending = (pending: Pending, meId: string): Bubble => ({
  kind: 'bubble',
  key: pending.id,
  seq: null,
  senderId: meId,
  isSystem: false,
  content: pending.content || null,
  replyTo: pending.replyTo,
  files: pending.files,
  createdAt: pending.createdAt,
  isEdited: false,
  reactions: [],
  stored: null,
  pending,
  isFirst: true,
  isLast: true,
});
