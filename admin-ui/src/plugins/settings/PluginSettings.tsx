import { SlotPiece } from '@stogram/client/plugins/Slot.tsx';
import { freezeDeep } from '@stogram/client/plugins/views';
import type { PluginRow, PluginSettings as Settings } from '@stogram/client/shared/api/plugins';
import type { Me } from '@stogram/client/shared/api/types';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Choosing } from '@stogram/client/shared/settings/pick/Choosing';
import { SettingsForm } from '@stogram/client/shared/settings/SettingsForm.tsx';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/session';
import { useOwnSettings } from '../own/useOwnSettings';
import { choices } from './choices';

/** A plugin's settings in my organization, by its schema and by what its web half adds; nothing where it has none. */
export function PluginSettings({ row, me }: { row: PluginRow; me: Me }) {
  const { t, i18n } = useTranslation();
  const { id } = row;
  const [settings, setSettings] = useState<Settings | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saves, setSaves] = useState(0);
  const own = useOwnSettings(row, me);
  useEffect(() => void session.api.pluginSettings(id).then(setSettings, setError), [id]);
  const place = useMemo(() => settings && Object.freeze({ values: freezeDeep(structuredClone(settings.values)), save }), [settings]);
  if (error !== null) return <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>;
  if (!settings || !place || (!settings.schema && own.length === 0)) return null;
  // Anew after each save: what was written is what the server made of it.
  const form = settings.schema && (
    <Choosing value={choices}><SettingsForm key={saves} schema={settings.schema} values={settings.values} isSaved={saves > 0} onSave={save} /></Choosing>
  );
  const instead = own.find(piece => piece.contribution.instead);
  return (
    <section aria-label={t('form.settings')} className="grid max-w-120 min-w-0 gap-4 pane:col-span-2">
      <div>
        <h3 className="text-sm font-semibold">{t('form.settings')}</h3>
        <p className="text-sm text-ink-2">{t('form.settingsSub', { name: me.organization.name })}</p>
      </div>
      {!instead && form}
      {own.map(piece => (
        <SlotPiece key={`${piece.contribution.id}/${i18n.language}`} piece={piece} props={place} otherwise={piece === instead && form} className="min-w-0" />
      ))}
    </section>
  );

  async function save(values: Settings['values']) {
    setSettings(await session.api.savePluginSettings(id, values));
    setSaves(count => count + 1);
  }
}
