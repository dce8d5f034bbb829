import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { Avatar } from '../../shared/ui/Avatar';
import { Segments } from '../../shared/ui/Segments';
import { Sheet } from '../../shared/ui/Sheet';
import { Spinner } from '../../shared/ui/Spinner';
import { stopLooking } from './looking';
import { useAnswer } from './useAnswer';

const all = '';

export function WhoReacted({ message }: { message: Message }) {
  const { t } = useTranslation();
  const [emoji, setEmoji] = useState(all);
  const { data, error } = useAnswer(`${message.id}/${message.rev}/${emoji}`, () => app.session.api.reactors(message.id, emoji || undefined));
  const kinds = [{ value: all, label: t('reactors.all') }, ...message.reactions.map(row => ({ value: row.emoji, label: `${row.emoji} ${row.count}` }))];
  return (
    <Sheet title={t('reactors.title')} onClose={stopLooking}>
      {kinds.length > 2 && <div className="overflow-x-auto px-5 pb-2"><Segments label={t('messages.reactions')} value={emoji} options={kinds} onChange={setEmoji} /></div>}
      {error !== null && <p role="alert" className="px-5 pb-5 text-bad">{sayChangeError(t, error)}</p>}
      {!data && error === null && <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>}
      <ul className="px-5 pb-4">
        {data?.map(row => (
          <li key={`${row.user.id}${row.emoji}`} className="flex min-h-14 items-center gap-3">
            <Avatar id={row.user.id} name={row.user.displayName} picture={row.user.avatarUrl} size="md" />
            <span className="min-w-0 flex-1 truncate font-semibold">{row.user.displayName}</span>
            <span className="text-xl">{row.emoji}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
