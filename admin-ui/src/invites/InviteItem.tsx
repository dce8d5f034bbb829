import type { Invite } from '@stogram/client/shared/api/administration';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';
import { useMoment } from '../ui/useMoment';
import { inviteState } from './inviteState';

const dots = { open: 'bg-good', spent: 'bg-ink-3', expired: 'bg-ink-3', revoked: 'bg-bad' };

export function InviteItem({ invite, onRevoked }: { invite: Invite; onRevoked: () => void }) {
  const { t } = useTranslation();
  const at = useMoment();
  const [now] = useState(Date.now);
  const state = inviteState(invite, now);
  const { uses, maxUses } = invite;
  const used = maxUses === null ? t('invites.usedAny', { count: uses }) : t('invites.used', { uses, most: maxUses });
  const until = state === 'open' && invite.expiresAt ? `, ${t('invites.until', { at: at(invite.expiresAt) })}` : '';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line px-4 py-3 not-first:border-t">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-semibold">{invite.email ?? t('invites.anybody')}</p>
        <p className="text-sm text-ink-2">{t('invites.as', { role: t(`role.${invite.role}`) })}, {used}{until}</p>
      </div>
      <p className="flex min-w-28 items-center gap-1.5 text-sm font-medium">
        <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[state]}`} />{t(`invites.${state}`)}
      </p>
      <div className={`min-w-28 ${state === 'open' ? '' : 'max-pane:hidden'}`}>
        {state === 'open' && (
          <Confirmed
            title={t('invites.takeBackSure')}
            text={t('invites.takeBackWarn')}
            action={t('invites.takeBack')}
            work={() => session.api.takeBackInvite(invite.id).then(onRevoked)}
          >
            {ask => <Button look="quiet" className="px-4 text-sm" onClick={ask}>{t('invites.takeBack')}</Button>}
          </Confirmed>
        )}
      </div>
    </li>
  );
}
