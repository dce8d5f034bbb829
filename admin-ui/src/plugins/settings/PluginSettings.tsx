import type { PluginSettings as Settings } from '@stogram/client/shared/api/plugins';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/session';
import { SettingsForm } from './SettingsForm';

/** A plugin's settings in my organization; nothing where it has none. */
export function PluginSettings({ id, organization }: { id: string; organization: string }) {
  const { t } = useTranslation();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saves, setSaves] = useState(0);
  useEffect(() => void session.api.pluginSettings(id).then(setSettings, setError), [id]);
  if (error !== null) return <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>;
  if (!settings?.schema) return null;
  const save = async (values: Settings['values']) => {
    setSettings(await session.api.savePluginSettings(id, values));
    setSaves(count => count + 1);
  };
  return (
    <section aria-label={t('form.settings')} className="grid max-w-120 min-w-0 gap-4 pane:col-span-2">
      <div>
        <h3 className="text-sm font-semibold">{t('form.settings')}</h3>
        <p className="text-sm text-ink-2">{t('form.settingsSub', { name: organization })}</p>
      </div>
      {/* Anew after each save: what was written is what the server made of it. */}
      <SettingsForm key={saves} schema={settings.schema} values={settings.values} isSaved={saves > 0} onSave={save} />
    </section>
  );
}
