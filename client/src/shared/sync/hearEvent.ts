import type { Choices, Events, Folders } from '../api/types';
import { applyDelivered, applyRead, type Change } from './applyEvent';
import type { ChatState } from './chatState';
import type { EngineHost } from './engine';
import { withoutHidden } from './mergeMessages';
import { withPartMark } from './parts';
import { hearRequests } from './requests';

/** Whom an event is passed on to. */
export interface Ears {
  readonly host: EngineHost;
  change(change: Change): void;
  update(chatId: string, change: (state: ChatState) => ChatState): void;
  remove(chatId: string): void;
  takeChoices(chatId: string, choices: Choices): void;
  takeFolders(folders: Folders): void;
  /** Messages that are to be told as delivered. */
  arrived(): void;
  sync(): void;
}

export const at = ({ chatId, rev }: { chatId: string; rev: number }) => ({ chatId, rev });

/** What the server says of its own accord, each to where it belongs. */
export function hearEvent<K extends keyof Events>(ears: Ears, type: K, payload: Events[K]) {
  const { host } = ears;
  const event = { type, payload } as { [T in keyof Events]: { type: T; payload: Events[T] } }[keyof Events];
  switch (event.type) {
    case 'message:new':
      host.onMessage(event.payload);
      ears.arrived();
      return ears.change({ kind: 'message', message: event.payload, ...at(event.payload) });
    case 'message:edited':
    case 'message:deleted':
    case 'message:pinned':
    case 'message:preview':
      return ears.change({ kind: 'message', message: event.payload, ...at(event.payload) });
    case 'message:reaction':
      return ears.change({ kind: 'reaction', reacted: event.payload, ...at(event.payload) });
    case 'message:thread':
      return ears.change({ kind: 'thread', told: event.payload, ...at(event.payload) });
    case 'thread:read':
      return ears.update(event.payload.chatId, state => withPartMark(state, event.payload, host.synced().meId));
    case 'message:hidden':
      return ears.update(event.payload.chatId, state => withoutHidden(state, event.payload));
    case 'chat:updated':
      return ears.change({ kind: 'chat', chat: event.payload.chat, ...at(event.payload) });
    case 'chat:topic':
      return ears.change({ kind: 'topic', topic: event.payload.topic, ...at(event.payload) });
    case 'chat:member':
      if (!event.payload.member.user.isDeleted) host.onSight(event.payload.member.userId, false);
      return ears.change({ kind: 'member', member: event.payload.member, withheld: event.payload.withheld, ...at(event.payload) });
    case 'user:changed':
      return host.onSight(event.payload.userId, true);
    case 'message:read':
      return ears.update(event.payload.chatId, state => applyRead(state, event.payload, host.synced().meId));
    case 'message:delivered':
      return ears.update(event.payload.chatId, state => applyDelivered(state, event.payload, host.synced().meId));
    case 'chat:mine':
      return ears.takeChoices(event.payload.chatId, event.payload.choices);
    case 'chat:draft':
      return host.onDrafts([event.payload]);
    case 'folders:changed':
      return ears.takeFolders(event.payload);
    case 'chat:removed':
      return ears.remove(event.payload.chatId);
    case 'chat:requests':
      return hearRequests(event.payload);
    case 'session:revoked':
      return host.onRevoked();
    case 'message:scheduled':
      return;
    case 'typing:user':
    case 'user:status':
    case 'user:last-seen':
      return host.onAside(event);
    case 'sync:required':
      host.onJoined();
      return ears.sync();
    case 'chat:new':
    case 'user:privacy':
      return ears.sync();
  }
}
