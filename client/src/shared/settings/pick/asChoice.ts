import type { Chat, User } from '../../api/types';
import type { Choice } from './Choosing';

export const personChoice = ({ id, displayName, avatarUrl }: Pick<User, 'id' | 'displayName' | 'avatarUrl'>): Choice =>
  ({ id, name: displayName, picture: avatarUrl ?? null, isChat: false });

export const chatChoice = ({ id, name, avatarUrl }: Pick<Chat, 'id' | 'name' | 'avatarUrl'>): Choice =>
  ({ id, name: name ?? '', picture: avatarUrl ?? null, isChat: true });
