import { ApiError } from '@stogram/client/shared/api/error';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useTranslation } from 'react-i18next';
import type { PluginItemProps } from './PluginItem';
import type { SwitchRefusal } from './usePlugins';

/** Why the switch did not move. Where others would have to move along, it is offered to move them all. */
export function Refused({ failure, enabled, onSwitch, nameOf }: SwitchRefusal & Pick<PluginItemProps, 'onSwitch' | 'nameOf'>) {
  const { t, i18n } = useTranslation();
  const ids = failure instanceof ApiError && failure.code === 'CONFLICT' ? failure.fields.plugins?.split(', ') : undefined;
  if (!ids) return <p role="alert" className="px-4 pb-3 text-sm text-bad">{t('admin.switchFailed', { reason: sayError(t, failure) })}</p>;
  const names = new Intl.ListFormat(i18n.language).format(ids.map(nameOf));
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3 text-sm">
      <p className="min-w-0 flex-1 basis-60">{t(enabled ? 'plugins.needs' : 'plugins.neededBy', { names })}</p>
      <Button look="quiet" className="px-4 text-sm" onClick={() => onSwitch(enabled, true)}>{t(enabled ? 'plugins.onAll' : 'plugins.offAll')}</Button>
    </div>
  );
}
