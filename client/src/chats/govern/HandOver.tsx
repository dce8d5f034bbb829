import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { sayFields } from '../../shared/i18n/sayFields';
import { Dialog } from '../../shared/ui/Dialog';
import { Field } from '../../shared/ui/Field';
import { useDeed } from '../useDeed';

export function HandOver({ member, onClose, onDone }: { member: Member; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const deed = useDeed(onDone);
  const wrong = sayFields(t, deed.error).password;
  const handOver = () => deed.run(() => app.session.api.transferChat(member.chatId, member.userId, password));
  return (
    <Dialog title={t('govern.handOverSure', { name: member.user.displayName })} action={t('govern.handOver')} busy={deed.busy} error={deed.error === null || wrong ? null : sayError(t, deed.error)} onConfirm={handOver} onClose={onClose}>
      <p>{t('govern.handOverWarn')}</p>
      <Field label={t('auth.password')} type="password" autoComplete="current-password" value={password} onChange={setPassword} {...(wrong && { error: wrong })} />
    </Dialog>
  );
}
