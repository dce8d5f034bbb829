import { Compass } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation';
import type { Listed } from '../../shared/api/govern';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { Empty } from '../../shared/ui/Empty';
import { SearchField } from '../../shared/ui/SearchField';
import { usePages } from '../../shared/usePages';
import { useTask } from '../../shared/useTask';
import { Rows } from '../govern/Rows';

/** What the organization's groups and channels show of themselves. */
export function Directory() {
  const { t } = useTranslation();
  const { swap } = useNavigation();
  const [q, setQ] = useState('');
  const words = q.trim();
  const pages = usePages(useCallback(cursor => app.session.api.directory(words, cursor), [words]), 150);
  const { run, busy, error } = useTask();
  const enter = (chat: Listed) => run(async () => {
    const joined = chat.state === 'MEMBER' ? chat : await app.session.api.joinListed(chat.chatId);
    if (joined.state !== 'MEMBER') return pages.look();
    await app.sync();
    swap(`/chat/${chat.chatId}`);
  });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 pb-2"><SearchField autoFocus label={t('directory.search')} clearLabel={t('chats.clearFilter')} value={q} onChange={setQ} /></div>
      {error !== null && <p role="alert" className="px-4 pb-2 text-sm text-bad">{sayError(t, error)}</p>}
      <div className="min-h-0 flex-1 overflow-y-auto">
        {pages.rows?.length === 0 ? <Empty icon={Compass} title={t('directory.none')} text={t('directory.noneSub')} /> : (
          <Rows label={t('directory.list')} none="" pages={pages} row={chat => <ListedRow key={chat.chatId} chat={chat} isBusy={busy} onEnter={() => void enter(chat)} />} />
        )}
      </div>
    </div>
  );
}

function ListedRow({ chat, isBusy, onEnter }: { chat: Listed; isBusy: boolean; onEnter: () => void }) {
  const { t } = useTranslation();
  const name = chat.name ?? '';
  const what = chat.state === 'MEMBER' ? (['directory.openName', 'directory.inside'] as const)
    : chat.needsApproval ? (['directory.askName', 'join.ask'] as const) : (['directory.joinName', 'join.into'] as const);
  return (
    <li className="flex min-h-16 items-center gap-3 py-1">
      <Avatar id={chat.chatId} name={name} picture={chat.avatarUrl} size="md" square />
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate font-semibold">{name}</span>
        <span className="block truncate text-sm text-ink-2">{chat.description ?? t(chat.type === 'CHANNEL' ? 'join.channel' : 'join.group', { count: chat.memberCount })}</span>
      </span>
      {chat.state === 'ASKED' ? <span className="text-sm text-ink-2">{t('directory.waiting')}</span>
        : <Button look="quiet" disabled={isBusy} aria-label={t(what[0], { name })} onClick={onEnter}>{t(what[1])}</Button>}
    </li>
  );
}
