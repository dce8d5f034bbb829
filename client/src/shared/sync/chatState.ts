import type { Chat, Folders, Member, Message, Mine, Privacy, Topic } from '../api/types';
import type { Range } from './ranges';

/** Some of a chat that is looked at by itself: a thread, by its root, or a topic. */
export interface Part {
  kind: 'thread' | 'topic';
  seq: number;
}

export interface ChatState {
  chat: Chat;
  mine: Mine;
  members: Record<string, Member>;
  /** Of a group that has or had them, by their numbers. */
  topics: Record<number, Topic>;
  /** How far the server knows this person has read: behind the own mark while the line is down. */
  readSent: number;
  /** How far each other member has read. */
  reads: Record<string, number>;
  /** How much has reached each of them. */
  delivered: Record<string, number>;
  /** Ascending by seq. */
  messages: Message[];
  ranges: Range[];
  /** Everything up to this revision is here. The cursor is opaque and may be older: that costs a repeat, never a loss. */
  rev: number;
  cursor: string | null;
  /** Grows with every change of a message that is not here: a page asked for before it may be stale. */
  missed: number;
  /** How far this person has read in parts of the chat, by their numbers. */
  partReads: Record<number, number>;
  /** Until when this person wants to hear nothing of topics, by their numbers. */
  partMutes?: Record<number, string>;
  /** What is here of them without a hole, beside what is here of the chat. */
  partRanges: Record<number, Range[]>;
  /** Where this is a part as a chat of its own, see `partOf`. */
  part?: Part;
}

export interface Synced {
  meId: string;
  meCursor: string | null;
  since: string | null;
  folders: Folders;
  chats: Record<string, ChatState>;
  /** What I have decided; null until I decide something. */
  privacy: Privacy | null;
  /** Whom I have blocked. */
  blocked: string[];
}

export const noFolders: Folders = { folders: [], rev: 0 };

export const nothing = (meId: string): Synced => ({
  meId, meCursor: null, since: null, folders: noFolders, chats: {}, privacy: null, blocked: [],
});
