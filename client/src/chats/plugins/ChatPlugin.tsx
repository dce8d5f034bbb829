import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PluginSettings } from '../../shared/api/plugins';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Choosing } from '../../shared/settings/pick/Choosing';
import { SettingsForm } from '../../shared/settings/SettingsForm';
import { Sheet } from '../../shared/ui/Sheet';
import { Spinner } from '../../shared/ui/Spinner';
import { choices } from './choices';
import { holding, overrides } from './overrides';

export interface ChatPluginProps {
  chatId: string;
  plugin: { id: string; name: string };
  onClose: () => void;
}

export function ChatPlugin({ chatId, plugin: { id, name }, onClose }: ChatPluginProps) {
  const { t } = useTranslation();
  const [settings, setSettings] = useState<PluginSettings | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saves, setSaves] = useState(0);
  useEffect(() => void app.session.api.chatPluginSettings(chatId, id).then(setSettings, setError), [chatId, id]);
  const schema = settings?.schema;
  return (
    <Sheet title={name} onClose={onClose}>
      <div className="grid gap-4 px-5 pb-5">
        <p className="text-sm text-pretty text-ink-2">{t('chatPlugins.sub')}</p>
        {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
        {!schema && error === null && <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>}
        {schema && (
          <Choosing value={choices}>
            <SettingsForm key={saves} schema={schema} values={holding(schema, settings.values)} isSaved={saves > 0} onSave={save} />
          </Choosing>
        )}
      </div>
    </Sheet>
  );

  async function save(values: PluginSettings['values']) {
    setSettings(await app.session.api.saveChatPluginSettings(chatId, id, overrides(schema!, values)));
    setSaves(count => count + 1);
  }
}
