import type { TFunction } from 'i18next';
import { type LucideIcon, Reply, RotateCw, Trash2 } from 'lucide-react';
import { chooseReply } from '../composer/drafts';
import { app } from '../shared/app';
import type { Bubble } from './grouping';

export interface Action {
  label: string;
  icon: LucideIcon;
  isGrave?: boolean;
  run: () => void;
}

/** What can be done with a message now; nothing while it is on its way. */
export function actionsOf({ stored, pending }: Bubble, t: TFunction): Action[] {
  if (stored) {
    const { id, seq, senderId, content, chatId } = stored;
    return [{ label: t('messages.reply'), icon: Reply, run: () => chooseReply(chatId, { id, seq, senderId, content }) }];
  }
  if (!pending?.failure) return [];
  return [
    { label: t('common.retry'), icon: RotateCw, run: () => void app.retry(pending) },
    { label: t('messages.discard'), icon: Trash2, isGrave: true, run: () => void app.discard(pending) },
  ];
}
