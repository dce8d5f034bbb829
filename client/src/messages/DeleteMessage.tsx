import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../shared/api/types';
import { app } from '../shared/app';
import { chatName } from '../shared/chatNames';
import { sayChangeError } from '../shared/i18n/sayError';
import { canDeleteForAll } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { Dialog } from '../shared/ui/Dialog';
import { Segments } from '../shared/ui/Segments';
import { askDelete, useDeleting } from './deleting';

export function DeleteMessage({ state }: { state: ChatState }) {
  const message = useDeleting(deleting => deleting.message);
  useEffect(() => () => askDelete(null), []);
  return message?.chatId === state.chat.id && <Sure key={message.id} message={message} state={state} />;
}

/** Says what will happen to whom, before it does. */
function Sure({ message, state }: { message: Message; state: ChatState }) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const forAll = canDeleteForAll(message, state, meId);
  const [scope, setScope] = useState<'everyone' | 'me'>(message.senderId === meId ? 'everyone' : 'me');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isPrivate = state.chat.type === 'PRIVATE';
  const scopes = [
    { value: 'everyone' as const, label: t('messages.deleteForAll') },
    { value: 'me' as const, label: t('messages.deleteForMe') },
  ];
  const warning = scope === 'me' ? t('messages.deleteForMeWarn')
    : isPrivate ? t('messages.deleteForBothWarn', { name: chatName(state, meId, t) }) : t('messages.deleteForAllWarn');

  const run = async () => {
    setBusy(true);
    setError(null);
    await app.delete(message, scope).then(() => askDelete(null), setError);
    setBusy(false);
  };

  return (
    <Dialog
      title={t('messages.deleteSure')}
      action={t('messages.delete')}
      busy={busy}
      error={error === null ? null : sayChangeError(t, error)}
      onConfirm={() => void run()}
      onClose={() => askDelete(null)}
    >
      {forAll && <Segments label={t('messages.deleteFor')} value={scope} options={scopes} onChange={setScope} />}
      <p>{warning}</p>
    </Dialog>
  );
}
