import { accountRoutes } from './account';
import { administrationRoutes } from './administration';
import { asksOf } from './asks';
import { governRoutes } from './govern';
import { operatorRoutes } from './operator';
import { type PluginEntry, pluginRoutes } from './plugins';
import type { Request } from './request';
import type {
  Chat, ChatEntry, Choices, ChoicesChange, Edit, FolderRule, Folders, Limits, Login, Me, Member, Message, NewChat, Policy, Preview, Reactor, Registration, Scheduled, Seen, SendRequest, Signed,
  StoredFile, SyncAnswer, SyncRequest, Tokens, User,
} from './types';

export function makeApi(request: Request) {
  const { get, post, put, patch, remove, open } = asksOf(request);

  return {
    ...accountRoutes(request),
    ...administrationRoutes(request),
    ...governRoutes(request),
    ...operatorRoutes(request),
    ...pluginRoutes(request),
    policy: (organization?: string) => open<Policy>(`/auth/policy${organization ? `?organization=${encodeURIComponent(organization)}` : ''}`),
    register: (body: Registration) => open<Signed>('/auth/register', body),
    login: (body: Login) => open<Signed>('/auth/login', body),
    refresh: () => open<Tokens>('/auth/refresh', {}),
    logout: () => post<null>('/auth/logout'),
    me: () => get<Me>('/auth/me'),
    people: (limit = 100) => request<User[]>('/users', { query: { limit } }),
    person: (id: string) => get<User>(`/users/${id}`),
    searchPeople: (q: string) => get<User[]>('/users/search', { q }),
    chats: () => get<ChatEntry[]>('/chats'),
    chat: (id: string) => get<ChatEntry>(`/chats/${id}`),
    chatPage: (cursor?: string) => request<ChatEntry[]>('/chats', { query: { cursor, limit: 100 } }),
    createChat: (body: NewChat) => post<Chat>('/chats', body),
    addMembers: (chatId: string, userIds: string[]) => post<Member[]>(`/chats/${chatId}/members`, { userIds }),
    removeMember: (chatId: string, userId: string) => remove<null>(`/chats/${chatId}/members/${userId}`),
    leave: (chatId: string) => post<null>(`/chats/${chatId}/leave`),
    choose: (chatId: string, change: ChoicesChange) => patch<Choices>(`/chats/${chatId}/mine`, change),
    seen: (messageId: string) => get<Seen[]>(`/messages/${messageId}/seen`),
    createFolder: (body: { name: string; rules: FolderRule[]; chatIds?: string[] }) => post<Folders>('/folders', body),
    changeFolder: (id: string, body: { name?: string; rules?: FolderRule[]; position?: number }) => patch<Folders>(`/folders/${id}`, body),
    deleteFolder: (id: string) => remove<Folders>(`/folders/${id}`),
    putInFolder: (id: string, chatId: string) => put<Folders>(`/folders/${id}/chats/${chatId}`, {}),
    takeFromFolder: (id: string, chatId: string) => remove<Folders>(`/folders/${id}/chats/${chatId}`),
    history: (chatId: string, query: Record<string, number>) => get<Message[]>(`/messages/chat/${chatId}`, query),
    pins: (chatId: string) => get<Message[]>(`/chats/${chatId}/pins`),
    scheduled: (chatId: string) => get<Scheduled[]>(`/chats/${chatId}/scheduled`),
    changeScheduled: (id: string, body: { content?: string; scheduledAt?: string }) => request<Scheduled>(`/messages/scheduled/${id}`, { method: 'PATCH', body }),
    cancelScheduled: (id: string) => remove<null>(`/messages/scheduled/${id}`),
    sendScheduled: (id: string) => post<Message>(`/messages/scheduled/${id}/send`),
    setTimer: (chatId: string, seconds: number | null) => put<Chat>(`/chats/${chatId}/timer`, { seconds }),
    preview: (url: string) => post<Preview | null>('/previews', { url }),
    hidePreview: (id: string) => remove<Message>(`/messages/${id}/preview`),
    edits: (id: string) => get<Edit[]>(`/messages/${id}/edits`, { limit: 100 }),
    reactors: (id: string, emoji?: string) => get<Reactor[]>(`/messages/${id}/reactions`, { limit: 100, ...(emoji && { emoji }) }),
    send: (body: SendRequest) => post<Message>('/messages', body),
    sync: (body: SyncRequest) => post<SyncAnswer>('/sync', body),
    limits: () => get<Limits>('/files/limits'),
    fileLink: (id: string) => get<StoredFile>(`/files/${id}/link`),
    enabledPlugins: () => get<PluginEntry[]>('/plugins'),
  };
}

export type Api = ReturnType<typeof makeApi>;
