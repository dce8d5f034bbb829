import type { Invite, NewInvite } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { MailPlus, Plus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Blank, Page } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { InviteForm } from './InviteForm';
import { InviteItem } from './InviteItem';
import { InviteMade } from './InviteMade';

export function InvitesPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [invites, setInvites] = useState<Invite[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewInvite | null>(null);
  const look = useCallback(async () => {
    setError(null);
    await session.api.invites().then(setInvites, setError);
  }, []);
  useEffect(() => void look(), [look]);
  const keep = (fresh: NewInvite) => {
    setMade(fresh);
    setMaking(false);
    setInvites(all => [fresh.invite, ...(all ?? [])]);
  };
  const start = () => {
    setMade(null);
    setMaking(true);
  };
  const revoke = (id: string) =>
    setInvites(all => all && all.map(invite => (invite.id === id ? { ...invite, revokedAt: new Date().toISOString() } : invite)));
  const actions = !isMaking && <Button onClick={start}><Plus aria-hidden size={18} />{t('invites.new')}</Button>;
  return (
    <Page title={t('admin.invites')} text={t('invites.sub')} actions={actions}>
      {isMaking && <InviteForm me={me} onMade={keep} onCancel={() => setMaking(false)} />}
      {made && <InviteMade made={made} onDone={() => setMade(null)} />}
      {!invites && <Waiting error={error} onRetry={() => void look()} />}
      {invites?.length === 0 && <Blank><Empty icon={MailPlus} title={t('invites.none')} text={t('invites.noneSub')} /></Blank>}
      {invites && invites.length > 0 && (
        <ul aria-label={t('invites.list')} className="overflow-hidden rounded-lg border border-line bg-surface">
          {invites.map(invite => <InviteItem key={invite.id} invite={invite} onRevoked={() => revoke(invite.id)} />)}
        </ul>
      )}
    </Page>
  );
}
