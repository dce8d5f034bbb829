import type { Hosted } from '@stogram/client/shared/api/operator';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';

/** The name is typed out: so that nobody deletes the wrong one. */
export function DeleteOrganization({ organization, onDeleted }: { organization: Hosted; onDeleted: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { id, name } = organization;
  const text = (
    <div className="grid gap-3">
      <p>{t('server.deleteWarn')}</p>
      <Field label={t('server.typeName', { name })} value={typed} onChange={setTyped} autoComplete="off" />
    </div>
  );
  return (
    <Confirmed title={t('server.deleteSure', { name })} text={text} action={t('server.delete')} work={() => session.api.deleteOrganization(id, typed).then(onDeleted)}>
      {ask => <Button look="grave" className="px-4 text-sm" onClick={() => { setTyped(''); ask(); }}>{t('server.delete')}</Button>}
    </Confirmed>
  );
}
