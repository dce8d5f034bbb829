import type { Hosted } from '@stogram/client/shared/api/operator';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { sayFields } from '@stogram/client/shared/i18n/sayFields';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { TextArea } from '@stogram/client/shared/ui/TextArea.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';

/** How it is called: by people, at sign-in, and by browsers. */
export function OrganizationNames({ organization, onChange }: { organization: Hosted; onChange: (next: Hosted) => void }) {
  const { t } = useTranslation();
  const { id } = organization;
  const [values, setValues] = useState({ name: organization.name, slug: organization.slug, hosts: organization.hosts.join('\n') });
  const [isSaved, setSaved] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const put = (part: Partial<typeof values>) => {
    setValues({ ...values, ...part });
    setSaved(false);
  };
  const hosts = values.hosts.split(/\s+/u).filter(Boolean);
  const kept = (next: Hosted) => {
    onChange(next);
    setValues({ name: next.name, slug: next.slug, hosts: next.hosts.join('\n') });
    setSaved(true);
  };
  return (
    <form
      noValidate
      className="grid gap-4 pane:grid-cols-2"
      onSubmit={event => { event.preventDefault(); void run(() => session.api.changeOrganization(id, { name: values.name, slug: values.slug, hosts }), kept); }}
    >
      <div className="grid content-start gap-4">
        <Field label={t('server.name')} value={values.name} maxLength={64} error={fields.name} onChange={name => put({ name })} />
        <Field label={t('server.slug')} value={values.slug} maxLength={31} error={fields.slug} onChange={slug => put({ slug })} autoCapitalize="none" spellCheck={false} />
      </div>
      <TextArea label={t('server.hosts')} hint={t('server.hostsHint')} rows={4} value={values.hosts} error={fields.hosts} onChange={next => put({ hosts: next })} autoCapitalize="none" spellCheck={false} />
      {error !== null && Object.keys(fields).length === 0 && <p role="alert" className="text-sm text-bad pane:col-span-2">{sayError(t, error)}</p>}
      <div className="flex items-center gap-4 pane:col-span-2">
        <Button type="submit" className="px-4 text-sm" busy={busy}>{t('common.save')}</Button>
        <p role="status" className="text-sm text-good-text">{isSaved && t('common.saved')}</p>
      </div>
    </form>
  );
}
