import type { TFunction } from 'i18next';
import { Copy, type LucideIcon, Pencil, Reply, RotateCw, Trash2 } from 'lucide-react';
import { beginEdit, chooseReply } from '../composer/drafts';
import { app } from '../shared/app';
import { notify } from '../shared/notice';
import { canEdit } from '../shared/rights';
import { askDelete } from './deleting';
import type { Bubble } from './grouping';

export interface Action {
  label: string;
  icon: LucideIcon;
  isGrave?: boolean;
  run: () => void;
}

/** What can be done with a message now; nothing while it is on its way. */
export function actionsOf({ stored, pending }: Bubble, meId: string, t: TFunction): Action[] {
  if (stored) {
    const { id, seq, senderId, content, chatId } = stored;
    const copy = content ? [{ label: t('messages.copy'), icon: Copy, run: () => void copyText(content, t) }] : [];
    const edit = canEdit(stored, meId) ? [{ label: t('messages.edit'), icon: Pencil, run: () => beginEdit(stored) }] : [];
    return [
      { label: t('messages.reply'), icon: Reply, run: () => chooseReply(chatId, { id, seq, senderId, content }) },
      ...copy,
      ...edit,
      { label: t('messages.delete'), icon: Trash2, isGrave: true, run: () => askDelete(stored) },
    ];
  }
  if (!pending?.failure) return [];
  return [
    { label: t('common.retry'), icon: RotateCw, run: () => void app.retry(pending) },
    { label: t('messages.discard'), icon: Trash2, isGrave: true, run: () => void app.discard(pending) },
  ];
}

/** Outside a secure context browsers offer no clipboard. */
const copyText = (text: string, t: TFunction) =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(() => notify(t('messages.copied')), () => notify(t('messages.copyFailed'), true));
