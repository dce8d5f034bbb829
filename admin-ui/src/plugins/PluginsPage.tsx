import { codeOf } from '@stogram/client/shared/api/error';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { Spinner } from '@stogram/client/shared/ui/Spinner.tsx';
import { CloudOff, Puzzle, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePlugins } from './usePlugins';

export function PluginsPage() {
  const { t } = useTranslation();
  return (
    <div className="max-w-270">
      <h1 className="text-xl font-semibold tracking-tight">{t('admin.plugins')}</h1>
      <p className="mb-4 text-ink-2">{t('admin.pluginsSub')}</p>
      <section aria-label={t('admin.plugins')} className="flex min-h-80 overflow-hidden rounded-lg border border-line bg-surface">
        <Plugins />
      </section>
    </div>
  );
}

function Plugins() {
  const { t } = useTranslation();
  const { plugins, error, retry } = usePlugins();
  if (codeOf(error) === 'FORBIDDEN') return <Empty icon={ShieldAlert} title={t('admin.forbidden')} text={t('error.FORBIDDEN')} />;
  if (error !== null) {
    return (
      <Empty icon={CloudOff} title={sayError(t, error)}>
        <Button onClick={retry}>{t('common.retry')}</Button>
      </Empty>
    );
  }
  if (!plugins) return <div className="m-auto text-ink-3"><Spinner size={24} /></div>;
  if (plugins.length === 0) return <Empty icon={Puzzle} title={t('admin.noPlugins')} text={t('admin.noPluginsSub')} />;
  return <p className="p-4">{t('admin.count', { count: plugins.length })}</p>;
}
