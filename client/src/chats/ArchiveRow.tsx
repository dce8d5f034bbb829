import { Archive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp } from '../app/navigation';
import { unreadOf } from '../shared/notify/decide';
import { isArchived } from '../shared/sync/choices';
import { useStore } from '../shared/sync/store';
import { Pill } from '../shared/ui/Pill';
import { useNow } from './useNow';

/** The way to what was put away, above the other chats. */
export function ArchiveRow() {
  const { t } = useTranslation();
  const now = useNow().getTime();
  const away = useStore(({ synced }) => Object.values(synced.chats).filter(state => isArchived(state, synced.meId, now)).length);
  const unread = useStore(({ synced }) =>
    Object.values(synced.chats).filter(state => unreadOf(state) > 0 && isArchived(state, synced.meId, now)).length);
  if (away === 0) return null;
  return (
    <div className="px-2">
      <Link href="/archive" state={inApp} className="flex min-h-11 items-center gap-3 rounded-md px-2 font-medium text-ink-2 -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover">
        <span className="grid w-11.5 place-items-center"><Archive aria-hidden size={20} strokeWidth={1.8} /></span>
        <span className="min-w-0 flex-1 truncate">{t('archive.title')}</span>
        {unread > 0 && <Pill isQuiet count={unread} label={t('archive.unread', { count: unread })} />}
      </Link>
    </div>
  );
}
