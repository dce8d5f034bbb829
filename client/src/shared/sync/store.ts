import { create } from 'zustand';
import type { Me } from '../api/types';
import type { Link } from '../realtime/connection';
import { nothing, type Synced } from './chatState';
import type { Draft } from './draft';
import type { Pending } from './outbox';

export interface AppState {
  phase: 'starting' | 'signed-out' | 'ready';
  me: Me | null;
  synced: Synced;
  outbox: Pending[];
  /** What is being written, by chat. */
  drafts: Record<string, Draft>;
  link: Link;
  /** Whether the server has answered once since this device signed in: before that an empty list means nothing. */
  hasSynced: boolean;
}

export const blank: AppState = {
  phase: 'starting',
  me: null,
  synced: nothing(''),
  outbox: [],
  drafts: {},
  link: 'connecting',
  hasSynced: false,
};

export const useStore = create<AppState>(() => blank);
