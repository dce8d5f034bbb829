import type { TFunction } from 'i18next';
import type { Forwarded, Message } from '../../shared/api/types';
import { app } from '../../shared/app';
import { chatName } from '../../shared/chatNames';
import { sayCode } from '../../shared/i18n/sayError';
import { newId } from '../../shared/id';
import { notify } from '../../shared/notice';
import { useStore } from '../../shared/sync/store';
import { stopChoosing } from '../choose/chosen';

/** Says which chats did not take it; what they took arrives as any message does. */
export async function forward(messages: readonly Message[], to: readonly string[], hideOrigin: boolean, t: TFunction) {
  const { targets } = await app.dispatch<Forwarded>('message:forward', {
    id: newId(), chatId: messages[0]!.chatId, messageIds: messages.map(message => message.id), to, hideOrigin,
  });
  stopChoosing();
  const failed = targets.find(target => target.error);
  if (failed) notify(t('forward.failed', { name: nameOf(failed.chatId, t), reason: sayCode(t, failed.error!.code) }), true);
  else notify(t('forward.done', { count: targets.length, name: nameOf(targets[0]!.chatId, t) }));
}

function nameOf(chatId: string, t: TFunction) {
  const { chats, meId } = useStore.getState().synced;
  const state = chats[chatId];
  return state ? chatName(state, meId, t) : t('common.someone');
}
