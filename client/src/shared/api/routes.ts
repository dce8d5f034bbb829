import { accountRoutes } from './account';
import { administrationRoutes } from './administration';
import { asksOf } from './asks';
import { operatorRoutes } from './operator';
import type { PluginEntry, PluginRow, PluginSwitch } from './plugins';
import type { Request } from './request';
import type {
  Chat, ChatEntry, Login, Me, Member, Message, NewChat, Policy, Registration, SendRequest, Signed,
  StoredFile, SyncAnswer, SyncRequest, Tokens, User,
} from './types';

export function makeApi(request: Request) {
  const { get, post, put, remove, open } = asksOf(request);

  return {
    ...accountRoutes(request),
    ...administrationRoutes(request),
    ...operatorRoutes(request),
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
    createChat: (body: NewChat) => post<Chat>('/chats', body),
    addMembers: (chatId: string, userIds: string[]) => post<Member[]>(`/chats/${chatId}/members`, { userIds }),
    removeMember: (chatId: string, userId: string) => remove<null>(`/chats/${chatId}/members/${userId}`),
    leave: (chatId: string) => post<null>(`/chats/${chatId}/leave`),
    history: (chatId: string, query: Record<string, number>) => get<Message[]>(`/messages/chat/${chatId}`, query),
    pins: (chatId: string) => get<Message[]>(`/chats/${chatId}/pins`),
    send: (body: SendRequest) => post<Message>('/messages', body),
    sync: (body: SyncRequest) => post<SyncAnswer>('/sync', body),
    fileLink: (id: string) => get<StoredFile>(`/files/${id}/link`),
    enabledPlugins: () => get<PluginEntry[]>('/plugins'),
    plugins: () => get<PluginRow[]>('/admin/plugins'),
    switchPlugin: (id: string, enabled: boolean) => put<PluginSwitch>(`/admin/plugins/${id}`, { enabled }),
  };
}

export type Api = ReturnType<typeof makeApi>;
