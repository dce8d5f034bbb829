import type { Folder, FolderRule } from '../../shared/api/types';
import { unreadOf } from '../../shared/notify/decide';
import type { ChatState } from '../../shared/sync/chatState';

const rules: Record<FolderRule, (state: ChatState) => boolean> = {
  UNREAD: state => unreadOf(state) > 0,
  GROUPS: ({ chat }) => chat.type === 'GROUP',
  PRIVATE: ({ chat }) => chat.type === 'PRIVATE',
  CHANNELS: ({ chat }) => chat.type === 'CHANNEL',
};

export const inFolder = (folder: Folder, state: ChatState) =>
  folder.chatIds.includes(state.chat.id) || folder.rules.some(rule => rules[rule](state));
