import type { TFunction } from 'i18next';
import { CheckCheck, CircleCheck, Copy, Flag, Forward, History, Link2Off, type LucideIcon, MessageSquareText, MessagesSquare, Pencil, Pin, PinOff, Quote, Reply, RotateCw, SmilePlus, Trash2 } from 'lucide-react';
import { beginEdit, chooseReply } from '../composer/drafts';
import type { Message } from '../shared/api/types';
import { app } from '../shared/app';
import { canEdit, canForward, canPin } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { placeKey } from '../shared/sync/parts';
import { startChoosing } from './choose/chosen';
import { copyText } from './copyText';
import { hidePreview } from './hidePreview';
import { askDelete } from './deleting';
import { askForward } from './forward/forwarding';
import type { Bubble } from './grouping';
import { lookAt } from './more/looking';
import { pin } from './pins/pin';
import { askReport } from './reporting';
import { askSeen, canAskSeen } from './seeing';
import { openThread, showInChat } from './thread/openThread';

export interface Action {
  /** Where another may have the same label. */
  key?: string;
  label: string;
  icon: LucideIcon;
  isGrave?: boolean;
  run: () => void;
}

/** What can be done with a message now; nothing while it is on its way. */
export function actionsOf({ stored, pending }: Bubble, state: ChatState, meId: string, t: TFunction): Action[] {
  if (stored) {
    const { id, seq, senderId, content, chatId } = stored;
    const place = placeKey(state);
    const copy = content ? [{ label: t('messages.copy'), icon: Copy, run: () => void copyText(content, t('messages.copied'), t) }] : [];
    const seen = canAskSeen(stored, meId) ? [{ label: t('seen.title'), icon: CheckCheck, run: () => askSeen(stored) }] : [];
    const edit = canEdit(stored, meId) ? [{ label: t('messages.edit'), icon: Pencil, run: () => beginEdit(place, stored) }] : [];
    const report = senderId === meId ? [] : [{ label: t('report.do'), icon: Flag, run: () => askReport({ chatId, messageId: id }) }];
    return [
      { label: t('messages.reply'), icon: Reply, run: () => chooseReply(place, { id, seq, senderId, content }) },
      ...threading(stored, state, t),
      ...(content ? [{ label: t('quote.do'), icon: Quote, run: () => lookAt(stored, 'quote', place) }] : []),
      ...(canForward(stored) ? [{ label: t('forward.do'), icon: Forward, run: () => askForward([stored]) }] : []),
      ...copy,
      ...edit,
      ...(stored.preview && senderId === meId ? [{ label: t('preview.hide'), icon: Link2Off, run: () => void hidePreview(stored, t) }] : []),
      ...(canPin(state) ? [pinning(stored, t)] : []),
      ...(stored.isEdited ? [{ label: t('edits.do'), icon: History, run: () => lookAt(stored, 'edits', place) }] : []),
      ...(stored.reactions.length ? [{ label: t('reactors.do'), icon: SmilePlus, run: () => lookAt(stored, 'reactors', place) }] : []),
      ...(state.part?.kind === 'thread' ? [] : [{ label: t('choose.do'), icon: CircleCheck, run: () => startChoosing(stored) }]),
      ...seen,
      ...report,
      { label: t('messages.delete'), icon: Trash2, isGrave: true, run: () => askDelete(stored) },
    ];
  }
  if (!pending?.failure) return [];
  return [
    { label: t('common.retry'), icon: RotateCw, run: () => void app.retry(pending) },
    { label: t('messages.discard'), icon: Trash2, isGrave: true, run: () => void app.discard(pending) },
  ];
}

const pinning = (message: Message, t: TFunction): Action =>
  message.isPinned
    ? { label: t('pins.unpin'), icon: PinOff, run: () => void pin(message, false, t) }
    : { label: t('pins.pin'), icon: Pin, run: () => void pin(message, true, t) };

/** Into the thread of a message of a group, and out of it. */
function threading(message: Message, { chat, part }: ChatState, t: TFunction): Action[] {
  const { chatId, seq, threadSeq, thread } = message;
  if (chat.type !== 'GROUP') return [];
  if (part?.kind === 'thread') return [{ label: t('thread.show'), icon: MessageSquareText, run: () => showInChat(chat, message) }];
  const label = t(threadSeq || thread ? 'thread.open' : 'thread.begin');
  return [{ label, icon: MessagesSquare, run: () => openThread(chatId, threadSeq ?? seq) }];
}
