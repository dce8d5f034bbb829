import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { Avatar } from '../../shared/ui/Avatar';
import { useDeed } from '../useDeed';
import { mayLink } from './mayLink';

const row = 'flex min-h-13 w-full items-center gap-3 rounded-md px-3 text-left font-medium -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover disabled:opacity-55';

/** Where a channel is to be discussed: in a group of one's own, or in a new one. */
export function ChooseGroup({ state: { chat } }: { state: ChatState }) {
  const { t } = useTranslation();
  const deed = useDeed(() => undefined);
  const groups = useStore(useShallow(store => Object.values(store.synced.chats)
    .filter(one => one.chat.type === 'GROUP' && !one.chat.linkedChatId && mayLink(one)).map(one => one.chat)));
  const link = (groupId: string) => app.session.api.linkDiscussion(chat.id, groupId);
  const make = async () => {
    const name = t('discussion.newName', { name: chat.name }).slice(0, 128);
    const group = await app.session.api.createChat({ type: 'GROUP', name, memberIds: [] });
    await link(group.id);
  };
  return (
    <div className="grid gap-3">
      <p className="px-4 text-sm text-ink-2">{t('discussion.sub')}</p>
      {deed.error !== null && <p role="alert" className="px-4 text-sm text-bad">{sayError(t, deed.error)}</p>}
      <div className="px-1">
        <button type="button" disabled={deed.busy} onClick={() => void deed.run(make)} className={`${row} text-accent-text`}>
          <span className="grid size-9 place-items-center rounded-full bg-accent-soft"><Plus aria-hidden size={19} /></span>
          {t('discussion.new')}
        </button>
        {groups.length > 0 && <h3 className="px-3 pt-3 pb-1 text-sm font-semibold text-ink-2">{t('discussion.choose')}</h3>}
        <ul>
          {groups.map(({ id, name, avatarUrl, historyVisible }) => (
            <li key={id}>
              <button type="button" aria-label={t('discussion.link', { name })} disabled={deed.busy || !historyVisible} onClick={() => void deed.run(() => link(id))} className={row}>
                <Avatar id={id} name={name ?? ''} picture={avatarUrl} size="sm" square />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{name}</span>
                  {!historyVisible && <span className="block text-sm font-normal text-ink-2">{t('discussion.hidden')}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
