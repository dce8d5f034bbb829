import type { Package, ServerPlugin } from '@stogram/client/shared/api/plugins';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { contributions, permissionWords } from '../plugins/contributions';
import { Confirmed } from '../ui/Confirmed';
import { Facts } from '../ui/Facts';
import { Signer } from './Signer';

export interface InstallButtonProps {
  plugin: ServerPlugin;
  pack: Package;
  look?: 'accent' | 'quiet';
  onChanged: () => void;
}

/** Shows what the version wants, what nobody has agreed to before, and asks for the password. */
export function InstallButton({ plugin, pack, look = 'quiet', onChanged }: InstallButtonProps) {
  const { t } = useTranslation();
  const action = t(!plugin.version ? 'packages.install' : pack.isOlder ? 'packages.downgrade' : 'packages.upgrade');
  const wants = permissionWords(t, pack.missing);
  const text = (
    <div className="grid gap-4">
      <section>
        <h3 className="text-sm font-semibold text-ink">{t(plugin.version && wants.length > 0 ? 'packages.wantsNew' : 'packages.wants')}</h3>
        <ul className="text-sm">{(wants.length > 0 ? wants : [t(plugin.version ? 'packages.wantsNothing' : 'admin.noPermissions')]).map(words => <li key={words}>{words}</li>)}</ul>
      </section>
      <Facts title={t('packages.adds')} facts={contributions(t, { id: plugin.id, contributes: pack.contributes })} />
      <Signer pack={pack} />
      {plugin.version && <p className="text-sm">{t('packages.beside')}</p>}
      <p className="flex gap-2 text-sm"><ShieldCheck aria-hidden size={17} strokeWidth={1.8} className="mt-px shrink-0" />{t('admin.trusted')}</p>
    </div>
  );
  return (
    <Confirmed
      title={t('packages.installSure', { name: pack.name, version: pack.version })}
      text={text}
      action={action}
      look="accent"
      asksPassword
      work={password => session.api.installPlugin(plugin.id, pack, password).then(onChanged)}
    >
      {ask => <Button look={look} className="px-4 text-sm" onClick={ask}>{action}</Button>}
    </Confirmed>
  );
}
