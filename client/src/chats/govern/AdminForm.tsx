import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatRight } from '../../shared/api/govern';
import type { Member } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { allRights } from '../../shared/rights';
import { Button } from '../../shared/ui/Button';
import { Field } from '../../shared/ui/Field';
import { useDeed } from '../useDeed';
import { RightSwitches } from './RightSwitches';

/** The owner makes admins, says what each may, and unmakes them. */
export function AdminForm({ member }: { member: Member }) {
  const { t } = useTranslation();
  const isAdmin = member.role === 'ADMIN';
  const [isOpen, setOpen] = useState(isAdmin);
  const [rights, setRights] = useState<readonly ChatRight[]>(member.rights ?? allRights);
  const [title, setTitle] = useState(member.title ?? '');
  const deed = useDeed(() => undefined);
  const change = (role: 'ADMIN' | 'MEMBER') => void deed.run(() => app.session.api.changeMember(member.chatId, member.userId, {
    role,
    ...(role === 'ADMIN' && { rights: [...rights], title: title.trim() }),
  }));
  if (!isOpen) return <Button look="quiet" onClick={() => setOpen(true)}>{t('govern.makeAdmin')}</Button>;
  return (
    <form noValidate className="grid gap-3" onSubmit={event => { event.preventDefault(); change('ADMIN'); }}>
      <RightSwitches title={t('govern.adminMay')} held={rights} isBusy={deed.busy} onChange={setRights} />
      <Field label={t('govern.adminTitle')} hint={t('govern.adminTitleHint')} value={title} onChange={setTitle} maxLength={32} />
      {deed.error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, deed.error)}</p>}
      <Button type="submit" busy={deed.busy}>{t(isAdmin ? 'common.save' : 'govern.makeAdmin')}</Button>
      {isAdmin && <Button look="grave" disabled={deed.busy} onClick={() => change('MEMBER')}>{t('govern.unmakeAdmin')}</Button>}
    </form>
  );
}
