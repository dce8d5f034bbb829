import { Puzzle } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { useNavigation } from '../app/navigation';
import { Empty } from '../shared/ui/Empty';
import { PaneHead } from '../shared/ui/PaneHead';
import { Spinner } from '../shared/ui/Spinner';
import { usePieces, useRegistry } from './registry';
import { SlotPiece } from './Slot';
import { titled } from './titled';

export interface PluginPageProps {
  plugin: string;
  path: string;
}

/** Where a plugin's own pages are. */
export const pageAt = (plugin: string, path: string) => `/app/${plugin}/${path.replace(/^\/+/, '')}`;

/** A page that is all a plugin's, below a head like every other. */
export function PluginPage({ plugin, path }: PluginPageProps) {
  const { t, i18n } = useTranslation();
  const { go, back } = useNavigation();
  const query = useSearch();
  const isSettled = useRegistry(state => state.isSettled);
  const piece = usePieces('app.route@1').find(other => other.plugin === plugin);
  const leave = () => back('/');
  const place = useMemo(
    () => Object.freeze({ path, query, go: (to: string) => go(pageAt(plugin, to)), back: leave }),
    [plugin, path, query],
  );
  const title = piece && titled(piece).title;
  const gone = <Empty icon={Puzzle} title={t('slots.gone')} text={t('slots.goneSub')} />;
  return (
    <section
      aria-label={title ?? t('slots.page')}
      className="flex min-h-0 min-w-0 flex-col bg-canvas pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]"
      onKeyDown={event => event.key === 'Escape' && !event.defaultPrevented && leave()}
    >
      <div className="shrink-0 border-b border-line bg-surface"><PaneHead title={title ?? ''} onBack={leave} /></div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {piece ? <SlotPiece key={`${plugin}/${i18n.language}`} piece={piece} props={place} otherwise={gone} className="min-w-0 flex-1" />
          : isSettled ? gone : <div className="m-auto text-ink-3"><Spinner size={24} /></div>}
      </div>
    </section>
  );
}
