import type { TFunction } from 'i18next';
import type { Message } from '../api/types';
import { personName } from '../chatNames';
import type { ChatState } from '../sync/chatState';

/** What the host wrote into a chat, as `extra.chat` of a SYSTEM message. */
interface Line {
  event: string;
  userIds?: string[];
  count?: number;
  text?: string;
}

const known = ['JOINED', 'LEFT', 'ADDED', 'REMOVED', 'OWNER', 'RENAMED', 'PICTURE', 'PINNED', 'WARNED', 'TOPIC', 'TOPIC_RENAMED', 'TOPIC_CLOSED', 'TOPIC_OPENED'] as const;

/** In the reader's language; a line of a newer server says what the server wrote. */
export function sayLine(message: Pick<Message, 'senderId' | 'content' | 'extra'>, state: ChatState, meId: string, t: TFunction): string {
  const line = message.extra.chat as Line | undefined;
  const event = known.find(name => name === line?.event);
  if (!line || !event) return message.content ?? '';
  const names = (line.userIds ?? []).map(id => personName(state, id, meId, t)).join(', ');
  const rest = (line.count ?? 0) - (line.userIds?.length ?? 0);
  const others = rest > 0 ? t('line.more', { names, count: rest }) : names;
  return t(`line.${event}`, { who: personName(state, message.senderId, meId, t), others, text: line.text ?? '' });
}
