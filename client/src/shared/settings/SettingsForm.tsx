import type { PluginSettings, SettingsSchema } from '../api/plugins';
import { sayError } from '../i18n/sayError';
import { sayFields } from '../i18n/sayFields';
import { Button } from '../ui/Button';
import { useTask } from '../useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, draftOf, faultOf, groupsOf, valueOf } from './fields';
import { Setting } from './Setting';

export interface SettingsFormProps {
  schema: SettingsSchema;
  values: PluginSettings['values'];
  /** They are as they were just saved. */
  isSaved: boolean;
  onSave: (values: PluginSettings['values']) => Promise<void>;
}

/** The form that a plugin's schema describes. It checks nothing itself: the server does, by the same schema. */
export function SettingsForm({ schema, values, isSaved, onSave }: SettingsFormProps) {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState(() => draftsOf(schema, values));
  const [isChanged, setChanged] = useState(false);
  const { run, busy, error, forget } = useTask();
  const groups = groupsOf(schema);
  const faults = sayFields(t, error);
  const isPlaced = groups.some(({ fields }) => fields.some(({ name }) => faultOf(faults, name)));
  const change = (name: string, draft: Draft) => {
    setDrafts({ ...drafts, [name]: draft });
    setChanged(true);
  };
  const reset = () => {
    setDrafts(draftsOf(schema, values));
    setChanged(false);
    forget();
  };
  return (
    <form noValidate className="grid gap-5" onSubmit={event => { event.preventDefault(); void run(() => onSave(written(schema, drafts))); }}>
      {groups.map(({ title, fields }) => (
        <div key={title ?? ''} role="group" aria-label={title ?? undefined} className="grid gap-4">
          {title !== null && <h4 className="text-sm font-semibold text-ink-2">{title}</h4>}
          {fields.map(field => (
            <Setting key={field.name} field={field} draft={drafts[field.name]!} error={faultOf(faults, field.name)} onChange={draft => change(field.name, draft)} />
          ))}
        </div>
      ))}
      {error !== null && !isPlaced && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" busy={busy} disabled={!isChanged}>{t('common.save')}</Button>
        {isChanged && !busy && <Button look="text" onClick={reset}>{t('form.reset')}</Button>}
        <p role="status" className="px-2 text-sm text-good-text empty:hidden">{isSaved && !isChanged && t('common.saved')}</p>
      </div>
    </form>
  );
}

const draftsOf = ({ properties }: SettingsSchema, values: PluginSettings['values']) =>
  Object.fromEntries(Object.entries(properties).map(([name, rules]) => [name, draftOf(rules, values[name])]));

function written({ properties }: SettingsSchema, drafts: Record<string, Draft>) {
  const sent = Object.entries(properties).map(([name, rules]) => [name, valueOf(rules, drafts[name]!)] as const);
  return Object.fromEntries(sent.filter(([, value]) => value !== undefined));
}
