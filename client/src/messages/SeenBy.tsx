import { CheckCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, Seen } from '../shared/api/types';
import { app } from '../shared/app';
import { personName } from '../shared/chatNames';
import { sayChangeError } from '../shared/i18n/sayError';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { moment } from '../shared/time/format';
import { Avatar } from '../shared/ui/Avatar';
import { Dialog } from '../shared/ui/Dialog';
import { Spinner } from '../shared/ui/Spinner';
import { askSeen, useSeeing } from './seeing';

export function SeenBy({ state }: { state: ChatState }) {
  const message = useSeeing(seeing => seeing.message);
  useEffect(() => () => askSeen(null), []);
  return message?.chatId === state.chat.id && <People key={message.id} message={message} state={state} />;
}

function People({ message, state }: { message: Message; state: ChatState }) {
  const { t, i18n } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const [seen, setSeen] = useState<Seen[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => void app.session.api.seen(message.id).then(setSeen, setError), [message.id]);
  return (
    <Dialog title={t('seen.title')} error={error === null ? null : sayChangeError(t, error)} onClose={() => askSeen(null)}>
      {!seen && error === null && <div className="grid place-items-center p-4"><Spinner /></div>}
      {seen?.length === 0 && <p>{t('seen.nobody')}</p>}
      <ul aria-label={t('seen.title')} className="max-h-[50dvh] overflow-y-auto">
        {seen?.map(({ userId, isRead, at }) => {
          const name = personName(state, userId, meId, t);
          const words = t(isRead ? 'messages.seen' : 'messages.delivered');
          return (
            <li key={userId} className="flex min-h-12 items-center gap-3">
              <Avatar id={userId} name={name} picture={state.members[userId]?.user.avatarUrl} size="sm" />
              <span className="min-w-0 flex-1 leading-tight">
                <span className="block truncate font-medium text-ink">{name}</span>
                <span className="block truncate text-sm">{at ? t('seen.at', { words, time: moment(new Date(at), i18n.language) }) : words}</span>
              </span>
              <CheckCheck aria-hidden size={17} className={isRead ? 'text-accent-text' : ''} />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
