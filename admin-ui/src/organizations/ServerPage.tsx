import type { Hosted, NewOrganization } from '@stogram/client/shared/api/operator';
import type { Me } from '@stogram/client/shared/api/types';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { CopyBox } from '@stogram/client/shared/ui/CopyBox.tsx';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { SearchField } from '@stogram/client/shared/ui/SearchField.tsx';
import { Building2, Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { MoreButton } from '../ui/MoreButton';
import { Blank, Card, Page } from '../ui/Page';
import { usePages } from '@stogram/client/shared/usePages';
import { Waiting } from '../ui/Waiting';
import { NewOrganizationForm } from './NewOrganizationForm';
import { Operators } from './Operators';
import { OrganizationItem } from './OrganizationItem';

const pause = 150;
const fewEnough = 5;

/** For operators. Where one organization is alone nothing but its own line shows that there could be more. */
export function ServerPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewOrganization | null>(null);
  const ask = useCallback((cursor?: string) => session.api.organizations(words, cursor), [words]);
  const { rows, error, busy, hasMore, more, look, change } = usePages<Hosted>(ask, pause);
  const put = (next: Hosted) => change(all => all.map(one => (one.id === next.id ? next : one)));
  const keep = (fresh: NewOrganization) => {
    setMade(fresh);
    setMaking(false);
    void look();
  };
  const start = () => {
    setMade(null);
    setMaking(true);
  };
  const actions = !isMaking && <Button look="quiet" onClick={start}><Plus aria-hidden size={18} />{t('server.new')}</Button>;
  return (
    <Page title={t('admin.server')} text={t('server.sub')} actions={actions}>
      {isMaking && <NewOrganizationForm onMade={keep} onCancel={() => setMaking(false)} />}
      {made && (
        <Card className="mb-4 grid gap-2 p-4 pane:p-6">
          <h2 className="font-semibold">{t('server.made', { name: made.name })}</h2>
          <CopyBox label={t('server.made', { name: made.name })} text={made.url} />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-60 text-sm text-pretty text-ink-2">{t('server.madeSub')}</p>
            <Button look="text" onClick={() => setMade(null)}>{t('common.done')}</Button>
          </div>
        </Card>
      )}
      {(words !== '' || hasMore || (rows?.length ?? 0) > fewEnough) && (
        <div role="search" className="mb-3"><SearchField label={t('server.search')} clearLabel={t('people.clear')} value={words} onChange={setWords} /></div>
      )}
      {!rows && <Waiting error={error} onRetry={() => void look()} />}
      {rows?.length === 0 && <Blank><Empty icon={Building2} title={t('server.none')} text={t('server.noneSub')} /></Blank>}
      {rows && rows.length > 0 && (
        <ul aria-label={t('server.list')} aria-busy={busy} className="overflow-hidden rounded-lg border border-line bg-surface">
          {rows.map(one => <OrganizationItem key={one.id} organization={one} onChange={put} />)}
        </ul>
      )}
      {rows && (hasMore || error !== null) && <MoreButton busy={busy} error={error} onMore={() => void more()} />}
      <Operators me={me} organizations={rows ?? []} />
    </Page>
  );
}
