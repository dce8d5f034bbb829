import type { NewInvite } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { sayFields } from '@stogram/client/shared/i18n/sayFields';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { Select } from '@stogram/client/shared/ui/Select.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { type GivenRole, rolesFrom } from '../people/rolesFrom';
import { Card } from '../ui/Page';
import { roleName } from '../ui/roleName';

const lasting = { day: 24, week: 168, month: 720 } as const;
const uses = ['1', '5', '25', '100', ''] as const;

export interface InviteFormProps {
  me: Me;
  onMade: (made: NewInvite) => void;
  onCancel: () => void;
}

export function InviteForm({ me, onMade, onCancel }: InviteFormProps) {
  const { t } = useTranslation();
  const [role, setRole] = useState<GivenRole>('MEMBER');
  const [email, setEmail] = useState('');
  const [most, setMost] = useState<(typeof uses)[number]>('1');
  const [lasts, setLasts] = useState<keyof typeof lasting>('week');
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const address = email.trim();
  const submit = () => run(
    () => session.api.makeInvite({ role, expiresInHours: lasting[lasts], ...(address ? { email: address } : most && { maxUses: Number(most) }) }),
    onMade,
  );
  const sayUses = (value: string) => (value === '' ? t('invites.unlimited') : value === '1' ? t('invites.once') : t('invites.times', { count: Number(value) }));
  return (
    <Card className="mb-4">
      <form noValidate aria-label={t('invites.new')} className="grid gap-4 p-4 pane:grid-cols-2 pane:p-6" onSubmit={event => { event.preventDefault(); void submit(); }}>
        <div className="grid content-start gap-1">
          <Select label={t('invites.role')} value={role} options={rolesFrom(me).map(value => ({ value, label: roleName(t, value) }))} onChange={setRole} />
          <p className="text-sm text-pretty text-ink-2">{t(`people.role${role}`)}</p>
        </div>
        <Field label={t('invites.email')} hint={t('invites.emailHint')} type="email" value={email} error={fields.email} onChange={setEmail} autoComplete="off" />
        <Select label={t('invites.uses')} value={address ? '1' : most} disabled={address !== ''} options={uses.map(value => ({ value, label: sayUses(value) }))} onChange={setMost} />
        <Select label={t('invites.expires')} value={lasts} options={(['day', 'week', 'month'] as const).map(value => ({ value, label: t(`invites.${value}`) }))} onChange={setLasts} />
        {error !== null && !fields.email && <p role="alert" className="text-sm text-bad pane:col-span-2">{sayError(t, error)}</p>}
        <div className="flex flex-wrap gap-2 pane:col-span-2">
          <Button type="submit" busy={busy}>{t('invites.make')}</Button>
          <Button look="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Card>
  );
}
