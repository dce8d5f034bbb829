import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import type { Origin } from '../shared/api/types';
import { useStore } from '../shared/sync/store';
import { askJump } from './jumping';

/** Who said it first; a way there for those who are in that chat. */
export function ForwardedLine({ origin }: { origin: Origin }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const chat = useStore(store => (origin.chatId ? store.synced.chats[origin.chatId] : undefined));
  const words = t('forward.from', { name: origin.name });
  if (!chat) return <p className="mb-0.5 text-sm font-medium text-accent-text wrap-anywhere">{words}</p>;
  const open = () => {
    go(`/chat/${chat.chat.id}`);
    const said = chat.messages.find(row => row.id === origin.messageId);
    if (said) askJump(chat.chat.id, said.seq);
  };
  return (
    <button type="button" title={t('forward.openOrigin', { name: origin.name })} onClick={open} className="mb-0.5 block text-left text-sm font-medium text-accent-text wrap-anywhere hover:underline">
      {words}
    </button>
  );
}
