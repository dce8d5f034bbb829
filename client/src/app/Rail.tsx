import { MessageCircle, Settings, ShieldCheck, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from '../shared/sync/store';
import { Avatar } from '../shared/ui/Avatar';
import { Pill } from '../shared/ui/Pill';
import { inApp, type Place } from './navigation';
import { useUnread } from './useUnread';

export function Rail({ place }: { place: Place }) {
  const { t } = useTranslation();
  const me = useStore(state => state.me);
  const unread = useUnread();
  if (!me) return null;
  return (
    <nav aria-label="Stogram" className="hidden flex-col items-center gap-1 border-r border-line bg-surface py-3 pane:flex">
      <img src="/icon.svg" alt="" width={38} height={38} className="mb-3" />
      <RailLink href="/" icon={MessageCircle} label={t('chats.title')} isOn={place.left !== 'settings'} unread={unread} />
      <span className="flex-1" />
      {(me.role === 'OWNER' || me.role === 'ADMIN') && (
        <a href="/admin/" aria-label={t('settings.admin')} title={t('settings.admin')} className={looks(false)}>
          <ShieldCheck aria-hidden size={20} strokeWidth={1.8} />
        </a>
      )}
      <RailLink href="/settings" icon={Settings} label={t('settings.title')} isOn={place.left === 'settings'} />
      <span title={`${me.displayName} (@${me.username})`} className="mt-2"><Avatar id={me.id} name={me.displayName} picture={me.avatarUrl} size="sm" /></span>
    </nav>
  );
}

interface RailLinkProps {
  href: string;
  icon: LucideIcon;
  label: string;
  isOn: boolean;
  unread?: number;
}

function RailLink({ href, icon: Icon, label, isOn, unread = 0 }: RailLinkProps) {
  const { t } = useTranslation();
  return (
    <Link href={href} state={inApp} aria-label={label} title={label} aria-current={isOn ? 'page' : undefined} className={looks(isOn)}>
      <Icon aria-hidden size={20} strokeWidth={1.8} />
      {unread > 0 && (
        <span className="absolute top-1 right-1 rounded-full ring-2 ring-surface">
          <Pill size="sm" count={unread} label={t('chats.unread', { count: unread })} />
        </span>
      )}
    </Link>
  );
}

const looks = (isOn: boolean) =>
  `relative grid size-11 place-items-center rounded-md transition-colors duration-(--quick) ${isOn ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-hover'}`;
