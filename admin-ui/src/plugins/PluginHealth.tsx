import { fileSize } from '@stogram/client/shared/text/fileSize';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Facts } from '../ui/Facts';
import { useLooked } from '../ui/useLooked';
import { useDuration } from './useDuration';

const calm = 5_000;

/** What it costs and what it is behind with, while it runs and somebody looks. */
export function PluginHealth({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const took = useDuration();
  const { found: health } = useLooked(useCallback(() => session.api.pluginHealth(id), [id]), () => calm);
  if (!health) return null;
  const count = (number: number) => (number > 0 ? String(number) : null);
  return (
    <section className="grid min-w-0 gap-5 pane:col-span-2">
      <Facts
        title={t('health.title')}
        facts={[
          [t('health.behind'), health.behind === null || health.behind === undefined ? null : t('health.events', { count: health.behind })],
          [t('health.waiting'), count(health.waitingJobs)],
          [t('health.failed'), count(health.failedJobs)],
          [t('health.dead'), count(health.deadLetters)],
          [t('health.lingering'), count(health.lingering)],
        ]}
      />
      {health.costs.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('health.costs')}>
          <table className="w-full text-left text-sm tabular-nums">
            <caption className="sr-only">{t('health.costs')}</caption>
            <thead className="text-ink-2">
              <tr>{(['hook', 'calls', 'errors', 'p50', 'p95', 'p99', 'allocated'] as const).map((name, at) => <th key={name} scope="col" className={`py-1.5 font-medium whitespace-nowrap ${at ? 'pl-4 text-right' : ''}`}>{t(`health.${name}`)}</th>)}</tr>
            </thead>
            <tbody>
              {health.costs.map(({ hook, calls, errors, p50, p95, p99, allocated }) => (
                <tr key={hook} className="border-t border-dashed border-line">
                  <th scope="row" className="min-w-36 py-1.5 font-normal wrap-anywhere">{hook}</th>
                  <td className="pl-4 text-right text-ink-2">{calls}</td>
                  <td className={`pl-4 text-right ${errors > 0 ? 'text-bad' : 'text-ink-2'}`}>{errors}</td>
                  {[p50, p95, p99].map((value, at) => <td key={at} className="pl-4 text-right whitespace-nowrap text-ink-2">{value == null ? '' : took(value)}</td>)}
                  <td className="pl-4 text-right whitespace-nowrap text-ink-2">{fileSize(allocated, t, i18n.language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-1.5 text-xs text-ink-2">{t('health.over', { nodes: health.nodes })}</p>
        </div>
      )}
      {health.log.length > 0 && (
        <div className="min-w-0">
          <h3 className="mb-1 text-sm font-semibold">{t('health.log')}</h3>
          <pre tabIndex={0} role="log" aria-label={t('health.log')} className="max-h-60 overflow-auto rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap wrap-anywhere">{health.log.join('\n')}</pre>
        </div>
      )}
    </section>
  );
}
