import type { ChatRight } from './api/govern';
import type { Message } from './api/types';
import { channelOf } from './chatNames';
import type { ChatState } from './sync/chatState';

/** The server's rules for what is offered (GroupRights.cs); it has the last word. */
export const allRights: readonly ChatRight[] = ['POST', 'SEND_FILES', 'ADD_PEOPLE', 'PIN', 'DELETE_OTHERS', 'BAN', 'CHANGE_INFO'];

export const isReadOnly = ({ mine }: ChatState) =>
  mine.role === 'MEMBER' && mine.readOnlyUntil !== null && Date.parse(mine.readOnlyUntil) > Date.now();

export function rightsOf(state: ChatState): readonly ChatRight[] {
  const { chat, mine } = state;
  if (mine.role === 'OWNER') return allRights;
  if (mine.role === 'ADMIN') return mine.rights ?? allRights;
  return isReadOnly(state) ? [] : chat.memberRights;
}

export const may = (state: ChatState, right: ChatRight) => rightsOf(state).includes(right);

export const canEdit = (message: Message, meId: string) =>
  message.senderId === meId && !channelOf(message) && isPeoples(message) && !message.isDeleted && Boolean(message.content);

export const canPost = (state: ChatState) => may(state, 'POST') && !isClosed(state);

/** A closed topic, or a thread in one. */
export function isClosed(state: ChatState): boolean {
  const { chat, part, topics, messages } = state;
  if (!chat.hasTopics || !part) return false;
  const seq = part.kind === 'topic' ? part.seq : (messages[0]?.topicSeq ?? 0);
  return (topics[seq]?.isClosed ?? false) && !may(state, 'CHANGE_INFO');
}

export const canPin = (state: ChatState) => may(state, 'PIN');

/** What plugins do in a chat: its admins decide, in a private chat either of the two. */
export const maySetPlugins = (state: ChatState) =>
  state.chat.type === 'PRIVATE' || (state.mine.role !== 'MEMBER' && may(state, 'CHANGE_INFO'));

const peoples = ['TEXT', 'IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'FILE'];

/** Not a line of the host's, nor a plugin's own kind, which only that plugin changes. */
export const isPeoples = (message: Message) => peoples.includes(message.type);

export const canForward = (message: Message) => isPeoples(message) && !message.isEncrypted && !message.isDeleted;

export const canDeleteForAll = (message: Message, state: ChatState, meId: string) =>
  message.senderId === meId || may(state, 'DELETE_OTHERS');
