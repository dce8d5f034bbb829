import type { components } from './schema';

/** The wire, from the server's own description (docs/openapi.json); what it leaves open is narrowed here. */
type Wire = components['schemas'];

export type Role = Wire['UserRole'];
export type Status = Wire['UserStatus'];
export type User = Wire['UserView'];
export type Organization = Wire['OrganizationView'];
export type Me = Wire['MeView'];
export type Chat = Wire['ChatView'];
export type Member = Wire['MemberView'];
export type Mine = Wire['MineView'];
export type Choices = Wire['ChoicesView'];
export type ChoicesChange = Wire['ChangeMineRequest'];
export type NotifyLevel = Wire['NotifyLevel'];
export type Folders = Wire['FoldersView'];
export type Folder = Wire['FolderView'];
export type FolderRule = Wire['FolderRule'];
export type SavedDraft = Wire['DraftView'];
export type Seen = Wire['SeenView'];
export type StoredFile = Wire['FileView'];
export type Limits = Wire['LimitsView'];
export type Quote = Wire['ReplyView'];
export type Origin = Wire['OriginView'];
export type Preview = Wire['PreviewView'];
export type Excerpt = Wire['QuoteView'];
export type Topic = Wire['TopicView'];
export type TopicChange = Partial<Wire['ChangeTopicRequest']>;
export type Thread = Wire['ThreadView'];
export type Twin = Wire['TwinView'];
export type Edit = Wire['EditView'];
export type Reactor = Wire['ReactorView'];
export type Policy = Wire['PolicyView'];
export type Tokens = Wire['TokensView'];
export type Signed = Wire['SignedInView'];
export type ReadMark = Wire['ReadSync'];
export type Privacy = Wire['PrivacyView'];

export type Hidden = Wire['HiddenMessage'];

/** Somebody reacted, or took it back; the counts are the message's after that. */
export interface Reacted {
  chatId: string;
  rev: number;
  id: string;
  seq: number;
  userId: string;
  emoji: string;
  on: boolean;
  counts: Wire['ReactionView'][];
}

/** What is answered to a message now; nothing once the last answer is gone. */
export interface ThreadTold {
  chatId: string;
  rev: number;
  id: string;
  seq: number;
  thread: Thread | null;
  twin?: Twin;
}

/** A message that is in a chat: it has its number. */
export type Message = Omit<Wire['MessageView'], 'seq' | 'rev' | 'type' | 'extra'> & {
  seq: number;
  rev: number;
  type: 'TEXT' | 'IMAGE' | 'VIDEO' | 'AUDIO' | 'VOICE' | 'FILE' | 'SYSTEM';
  extra: Record<string, unknown>;
};

/** A topic as the list of them shows it. */
export type ListedTopic = Omit<Wire['ListedTopicView'], 'last'> & { last: Message | null };

/** What became of a forward, chat by chat. */
export interface Forwarded {
  targets: { chatId: string; messages: Message[]; error: Failure | null }[];
}

export interface ChatEntry {
  chat: Chat;
  member: Mine;
}

export interface Registration {
  email: string;
  username: string;
  password: string;
  displayName?: string;
  organization?: string;
  invite?: string;
  setup?: string;
}

export interface Login {
  login: string;
  password: string;
  code?: string;
  organization?: string;
}

export interface NewChat {
  type: Chat['type'];
  name?: string;
  memberIds: string[];
}

export interface SendRequest {
  id: string;
  chatId: string;
  content?: string;
  replyToId?: string;
  topicSeq?: number;
  quote?: Excerpt;
  fileIds?: string[];
  isSilent?: boolean;
  scheduledAt?: string;
  expiresIn?: number;
  isEncrypted?: boolean;
  encryptedContent?: string;
  extra?: Readonly<Record<string, unknown>>;
}

/** A message that waits to be sent: nobody else knows of it, and it has no number yet. */
export type Scheduled = Omit<Wire['MessageView'], 'failure'> & { scheduledAt: string; failure?: Failure | null };

export interface SyncRequest {
  chats: Record<string, string>;
  me?: string;
  since?: string;
  limit?: number;
}

export type SyncedChat = Omit<Wire['ChatSync'], 'messages'> & { messages: Message[] };

export type SyncAnswer = Omit<Wire['SyncView'], 'chats'> & { chats: SyncedChat[] };

export interface Failure {
  code: string;
  message: string;
  details?: Record<string, unknown>;
}

export type Envelope<T> =
  | { success: true; data: T; message?: string; page?: { next: string | null } }
  | { success: false; error: Failure };

export interface Events {
  'message:new': Message;
  'message:edited': Message;
  'message:deleted': Message;
  'message:pinned': Message;
  'message:preview': Message;
  'message:scheduled': { chatId: string; id: string; message: Scheduled | null };
  'message:hidden': Hidden;
  'message:reaction': Reacted;
  'message:thread': ThreadTold;
  'thread:read': Wire['ThreadMark'];
  'message:read': { chatId: string; userId: string; seq: number };
  'message:delivered': { chatId: string; userId: string; seq: number };
  'chat:mine': { chatId: string; choices: Choices };
  'chat:draft': SavedDraft;
  'folders:changed': Folders;
  'chat:new': { chatId: string; rev: number; chat: Chat };
  'chat:updated': { chatId: string; rev: number; chat: Chat };
  'chat:topic': { chatId: string; rev: number; topic: Topic };
  'chat:removed': { chatId: string };
  'chat:requests': { chatId: string; count: number };
  'chat:member': { chatId: string; rev: number; member: Member; withheld?: boolean };
  'typing:user': { chatId: string; userId: string; on: boolean };
  'user:status': { userId: string; status: Status };
  'user:last-seen': { userId: string; at: string };
  'user:changed': { userId: string };
  'user:privacy': Record<string, never>;
  'session:revoked': Record<string, never>;
  'sync:required': Record<string, never>;
}

export const eventTypes = [
  'message:new', 'message:edited', 'message:deleted', 'message:pinned', 'message:preview', 'message:scheduled', 'message:hidden', 'message:reaction',
  'message:thread', 'thread:read',
  'message:read', 'message:delivered', 'chat:mine', 'chat:draft', 'folders:changed', 'chat:new', 'chat:updated', 'chat:topic', 'chat:removed',
  'chat:requests', 'chat:member', 'typing:user', 'user:status', 'user:last-seen', 'user:changed', 'user:privacy', 'session:revoked',
  'sync:required',
] as const satisfies readonly (keyof Events)[];
