export type Role = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST';
export type Status = 'ONLINE' | 'OFFLINE' | 'AWAY' | 'DND';

export interface User {
  id: string;
  username: string;
  displayName: string;
  avatarUrl: string | null;
  bio: string | null;
  status: Status;
  lastSeenAt: string | null;
  role: Role;
}

export interface Organization {
  id: string;
  slug: string;
  name: string;
}

export interface Me extends User {
  email: string;
  isOperator: boolean;
  organization: Organization;
  createdAt: string;
}

export interface Chat {
  id: string;
  type: 'PRIVATE' | 'GROUP' | 'CHANNEL';
  name: string | null;
  description: string | null;
  avatarUrl: string | null;
  isSecret: boolean;
  rev: number;
  lastSeq: number;
  memberCount: number;
  createdAt: string;
}

export interface Member {
  chatId: string;
  userId: string;
  role: 'OWNER' | 'ADMIN' | 'MEMBER';
  rev: number;
  joinedAt: string;
  leftAt: string | null;
  user: User;
}

export interface Mine {
  role: Member['role'];
  joinedAt: string;
  visibleFromSeq: number;
  lastReadSeq: number;
  unread: number;
}

export interface StoredFile {
  id: string;
  url: string;
  name: string;
  size: number;
  contentType: string;
  status: 'READY';
}

export interface Quote {
  id: string;
  seq: number;
  senderId: string;
  content: string | null;
}

export interface Message {
  id: string;
  chatId: string;
  seq: number;
  rev: number;
  senderId: string;
  type: 'TEXT' | 'IMAGE' | 'VIDEO' | 'AUDIO' | 'FILE' | 'SYSTEM';
  content: string | null;
  replyTo: Quote | null;
  files: StoredFile[];
  reactions: { emoji: string; count: number; mine?: boolean }[];
  mentions: string[];
  hashtags: string[];
  isEncrypted: boolean;
  isEdited: boolean;
  isDeleted: boolean;
  isSilent: boolean;
  isPinned: boolean;
  createdAt: string;
  updatedAt: string;
  extra: Record<string, unknown>;
}

export interface Policy {
  organization: { slug: string; name: string };
  signUp: 'OPEN' | 'INVITE' | 'CLOSED';
  isFresh: boolean;
  needsSetup: boolean;
  passwordMinLength: number;
}

export interface Tokens {
  accessToken: string;
  refreshToken?: string;
  expiresIn: number;
}

export interface Signed extends Tokens {
  user: Me;
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
  organization?: string;
}

export interface ChatEntry {
  chat: Chat;
  member: Mine;
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
  fileIds?: string[];
}

export interface ReadMark {
  userId: string;
  seq: number;
}

export interface SyncRequest {
  chats: Record<string, string>;
  me?: string;
  since?: string;
  limit?: number;
}

export interface SyncedChat {
  chat: Chat;
  member: Mine;
  members: Member[];
  reads?: ReadMark[];
  messages: Message[];
  cursor: string;
  more: boolean;
  reset: boolean;
}

export interface SyncAnswer {
  chats: SyncedChat[];
  removed: string[];
  me: { chats?: { chatId: string; lastReadSeq: number; unread: number }[]; cursor: string };
  now: string;
  more: boolean;
}

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
  'message:read': { chatId: string; userId: string; seq: number };
  'chat:new': { chatId: string; rev: number; chat: Chat };
  'chat:updated': { chatId: string; rev: number; chat: Chat };
  'chat:removed': { chatId: string };
  'chat:member': { chatId: string; rev: number; member: Member };
  'session:revoked': Record<string, never>;
  'sync:required': Record<string, never>;
}

export const eventTypes = [
  'message:new', 'message:read', 'chat:new', 'chat:updated', 'chat:removed', 'chat:member', 'session:revoked',
  'sync:required',
] as const satisfies readonly (keyof Events)[];

export interface PluginRow {
  id: string;
  name: string;
  version: string;
}
