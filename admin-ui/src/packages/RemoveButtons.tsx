import type { ServerPlugin } from '@stogram/client/shared/api/plugins';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';

/** Away with the code, or with the data as well: for that its id is typed out. */
export function RemoveButtons({ plugin: { id, name, version, hasData }, onChanged }: { plugin: ServerPlugin; onChanged: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const look = 'px-4 text-sm';
  if (!version && !hasData) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {version && (
        <Confirmed
          title={t('packages.uninstallSure', { name })}
          text={t('packages.uninstallWarn')}
          action={t('packages.uninstall')}
          asksPassword
          work={password => session.api.removePlugin(id, false, '', password).then(onChanged)}
        >
          {ask => <Button look="grave" className={look} onClick={ask}>{t('packages.uninstall')}</Button>}
        </Confirmed>
      )}
      {!version && hasData && (
        <Confirmed
          title={t('packages.purgeSure', { name })}
          text={<div className="grid gap-3"><p>{t('packages.purgeWarn')}</p><Field label={t('packages.typeId', { id })} value={typed} onChange={setTyped} autoComplete="off" /></div>}
          action={t('packages.purge')}
          asksPassword
          work={password => session.api.removePlugin(id, true, typed, password).then(onChanged)}
        >
          {ask => <Button look="grave" className={look} onClick={() => { setTyped(''); ask(); }}>{t('packages.purge')}</Button>}
        </Confirmed>
      )}
    </div>
  );
}
