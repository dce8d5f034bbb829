import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewChatLink } from '../../shared/api/govern';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { Field } from '../../shared/ui/Field';
import { Select } from '../../shared/ui/Select';
import { useTask } from '../../shared/useTask';
import { SwitchRow } from './RightSwitches';

const lives = { always: undefined, hour: 1, day: 24, week: 7 * 24 } as const;
const uses = ['0', '1', '10', '100'] as const;

export interface NewLinkProps {
  chatId: string;
  onMade: (link: NewChatLink) => void;
  onCancel: () => void;
}

export function NewLink({ chatId, onMade, onCancel }: NewLinkProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [life, setLife] = useState<keyof typeof lives>('always');
  const [most, setMost] = useState<(typeof uses)[number]>('0');
  const [needsApproval, setApproval] = useState(false);
  const { run, busy, error } = useTask();
  const make = () => run(() => app.session.api.makeLink(chatId, {
    ...(name.trim() && { name: name.trim() }),
    ...(lives[life] && { expiresInHours: lives[life] }),
    ...(most !== '0' && { maxUses: Number(most) }),
    needsApproval,
  }), onMade);
  return (
    <form noValidate className="grid gap-3 px-4" onSubmit={event => { event.preventDefault(); void make(); }}>
      <Field label={t('govern.linkName')} value={name} onChange={setName} maxLength={64} />
      <Select label={t('govern.linkExpires')} value={life} onChange={setLife} options={(Object.keys(lives) as (keyof typeof lives)[]).map(value => ({ value, label: t(`govern.${value}`) }))} />
      <Select label={t('govern.linkUses')} value={most} onChange={setMost} options={uses.map(value => ({ value, label: value === '0' ? t('govern.anyNumber') : value }))} />
      <ul><SwitchRow label={t('govern.linkAsks')} isOn={needsApproval} isBusy={false} onChange={setApproval} /></ul>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <div className="flex gap-2">
        <Button look="quiet" className="flex-1" onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" className="flex-1" busy={busy}>{t('govern.makeLink')}</Button>
      </div>
    </form>
  );
}
