import { get, patch, post, put, remove, upload } from './api';

export const password = 'correct horse battery';

export interface Chat {
  id: string;
}

export interface Message {
  id: string;
  seq: number;
}

interface Signed {
  user: { id: string; username: string; displayName: string };
  accessToken: string;
}

/** The server by the name of Olga's organization, and by no name, where every other one is found by its slug. */
export const named = (url: string) => url.replace('127.0.0.1', 'localhost');
export const nameless = (url: string) => url.replace('localhost', '127.0.0.1');

export async function enroll(url: string, username: string, displayName: string, organization?: string) {
  const registration = { username, displayName, email: `${username}@example.org`, password, organization };
  const by = organization ? nameless(url) : url;
  return accountOf(by, await post<Signed>(by, '/auth/register', registration));
}

export const enter = async (url: string, login: string) => accountOf(url, await post<Signed>(url, '/auth/login', { login, password }));

const accountOf = (url: string, { user, accessToken }: Signed) => new Account(url, accessToken, user.id, user.username, user.displayName);

/** Somebody on the server, and what they do without a browser. */
export class Account {
  constructor(
    private readonly url: string,
    readonly accessToken: string,
    readonly id: string,
    readonly username: string,
    readonly name: string,
  ) {}

  me() {
    return get<{ organization: { id: string } }>(this.url, '/auth/me', this.accessToken);
  }

  talkTo(other: Account) {
    return this.#post<Chat>('/chats', { type: 'PRIVATE', memberIds: [other.id] });
  }

  createGroup(name: string, ...members: Account[]) {
    return this.#post<Chat>('/chats', { type: 'GROUP', name, memberIds: members.map(member => member.id) });
  }

  createChannel(name: string, ...members: Account[]) {
    return this.#post<Chat>('/chats', { type: 'CHANNEL', name, memberIds: members.map(member => member.id) });
  }

  say(chat: Chat, content: string, rest: { replyToId?: string; fileIds?: string[]; expiresIn?: number } = {}) {
    return this.#post<Message>('/messages', { id: crypto.randomUUID(), chatId: chat.id, content, ...rest });
  }

  read(chat: Chat, { seq }: Message) {
    return this.#post(`/chats/${chat.id}/read`, { seq });
  }

  delete({ id }: Message) {
    return remove(this.url, `/messages/${id}?for=everyone`, this.accessToken);
  }

  edit({ id }: Message, content: string) {
    return patch(this.url, `/messages/${id}`, { content }, this.accessToken);
  }

  pin(chat: Chat, { id }: Message) {
    return this.#post(`/chats/${chat.id}/pins`, { messageId: id });
  }

  react({ id }: Message, emoji: string) {
    return this.#post(`/messages/${id}/reactions`, { emoji });
  }

  upload(file: File) {
    return upload<{ id: string }>(this.url, file, this.accessToken);
  }

  ask<T>(path: string) {
    return get<T>(this.url, path, this.accessToken);
  }

  change<T>(path: string, body: unknown) {
    return put<T>(this.url, path, body, this.accessToken);
  }

  patch<T>(path: string, body: unknown) {
    return patch<T>(this.url, path, body, this.accessToken);
  }

  do<T>(path: string, body: unknown = {}) {
    return this.#post<T>(path, body);
  }

  createOrganization(slug: string, name: string) {
    return this.#post('/operator/organizations', { slug, name });
  }

  #post<T>(path: string, body: unknown) {
    return post<T>(this.url, path, body, this.accessToken);
  }
}
