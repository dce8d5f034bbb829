import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { canDeleteForAll } from '../../shared/rights';
import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { Dialog } from '../../shared/ui/Dialog';
import { Segments } from '../../shared/ui/Segments';
import { useTask } from '../../shared/useTask';
import { stopChoosing } from './chosen';

export interface DeleteChosenProps {
  messages: readonly Message[];
  state: ChatState;
  onClose: () => void;
}

/** For everyone only where that holds for each of them. */
export function DeleteChosen({ messages, state, onClose }: DeleteChosenProps) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const forAll = messages.every(message => canDeleteForAll(message, state, meId));
  const [scope, setScope] = useState<'everyone' | 'me'>(forAll && messages.every(message => message.senderId === meId) ? 'everyone' : 'me');
  const { run, busy, error } = useTask();
  const scopes = [
    { value: 'everyone' as const, label: t('messages.deleteForAll') },
    { value: 'me' as const, label: t('messages.deleteForMe') },
  ];

  const work = async () => {
    for (const message of messages) await app.delete(message, scope);
  };

  return (
    <Dialog
      title={t('choose.deleteSure', { count: messages.length })}
      action={t('messages.delete')}
      busy={busy}
      error={error === null ? null : sayChangeError(t, error)}
      onConfirm={() => void run(work, stopChoosing)}
      onClose={onClose}
    >
      {forAll && <Segments label={t('messages.deleteFor')} value={scope} options={scopes} onChange={setScope} />}
      <p>{t(scope === 'me' ? 'messages.deleteForMeWarn' : 'messages.deleteForAllWarn')}</p>
    </Dialog>
  );
}
