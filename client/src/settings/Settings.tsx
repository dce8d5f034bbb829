import { LogOut, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import { app } from '../shared/app';
import { useStore } from '../shared/sync/store';
import { Avatar } from '../shared/ui/Avatar';
import { Dialog } from '../shared/ui/Dialog';
import { PaneHead } from '../shared/ui/PaneHead';
import { PlainHttp } from '../shared/ui/PlainHttp';
import { Preferences } from '../shared/ui/Preferences';
import { OwnStatusChoice } from './OwnStatusChoice';
import { PluginSection } from './PluginSection';
import { SectionPane } from './SectionPane';
import { SectionRows } from './SectionRows';
import { SoundChoice } from './SoundChoice';
import { useAddedSection, useSection } from './useSection';

export function Settings() {
  const { t } = useTranslation();
  const { back, swap } = useNavigation();
  const me = useStore(state => state.me);
  const unsent = useStore(state => state.outbox.length);
  const [asks, setAsks] = useState(false);
  const section = useSection();
  const added = useAddedSection();
  if (!me) return null;
  if (section) return <SectionPane title={t(section.title)}><section.Content me={me} /></SectionPane>;
  if (added) return <PluginSection piece={added} />;
  const isAdministrator = me.role === 'OWNER' || me.role === 'ADMIN';
  const row = 'flex min-h-12 w-full items-center gap-3 rounded-md px-3 text-left font-medium transition-colors duration-(--quick) hover:bg-hover';
  return (
    <section aria-label={t('settings.title')} className="slide-in flex min-h-0 flex-1 flex-col pt-[env(safe-area-inset-top)]" onKeyDown={event => event.key === 'Escape' && !asks && back('/')}>
      <PaneHead title={t('settings.title')} onBack={() => back('/')} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6">
        <div className="grid justify-items-center gap-1 pt-4 pb-6 text-center">
          <Avatar id={me.id} name={me.displayName} picture={me.avatarUrl} size="xl" />
          <p className="mt-2 text-lg font-semibold">{me.displayName}</p>
          <p className="text-ink-2">@{me.username}</p>
          <p className="text-ink-2">{me.email}</p>
        </div>
        <div className="mb-5 empty:hidden"><PlainHttp isAdministrator={isAdministrator} /></div>
        <div className="mb-5"><OwnStatusChoice /></div>
        <Preferences />
        <div className="mt-5"><SoundChoice /></div>
        <div className="mt-6 border-t border-line pt-4"><SectionRows me={me} /></div>
        <div className="mt-4 border-t border-line pt-4">
          <div className="-mx-3 grid">
            {(isAdministrator || me.isOperator) && (
              <a href="/admin/" className={row}><ShieldCheck aria-hidden size={20} strokeWidth={1.8} />{t('settings.admin')}</a>
            )}
            <button type="button" className={`${row} text-bad`} onClick={() => setAsks(true)}>
              <LogOut aria-hidden size={20} strokeWidth={1.8} />{t('auth.signOut')}
            </button>
          </div>
        </div>
      </div>
      {asks && (
        <Dialog title={t('auth.signOutSure')} action={t('auth.signOut')} onClose={() => setAsks(false)} onConfirm={() => { swap('/'); void app.signOut(); }}>
          <p>{t('auth.signOutWarn')}</p>
          {unsent > 0 && <p className="text-bad">{t('auth.signOutUnsent', { count: unsent })}</p>}
        </Dialog>
      )}
    </section>
  );
}
