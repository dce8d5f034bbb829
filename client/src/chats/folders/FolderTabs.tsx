import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { unreadInAll } from '../../shared/notify/decide';
import { useStore } from '../../shared/sync/store';
import { useNow } from '../useNow';
import { inFolder } from './inFolder';
import { showFolder, useShownFolder } from './useShownFolder';

/** Above the list, once there are folders. */
export function FolderTabs() {
  const { t } = useTranslation();
  const now = useNow().getTime();
  const shown = useShownFolder();
  const folders = useStore(store => store.synced.folders.folders);
  const counts = useStore(useShallow(({ synced }) =>
    folders.map(folder => unreadInAll(Object.values(synced.chats).filter(state => inFolder(folder, state)), synced.meId, now))));
  const tabs = useRef<HTMLDivElement>(null);
  if (folders.length === 0) return null;

  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const ids = [null, ...folders.map(folder => folder.id)];
    const next = (ids.indexOf(shown?.id ?? null) + by + ids.length) % ids.length;
    showFolder(ids[next]!);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };

  return (
    <div ref={tabs} role="tablist" aria-label={t('folders.title')} onKeyDown={step} className="flex shrink-0 gap-1 overflow-x-auto px-3 pb-2 [scrollbar-width:none]">
      <Tab name={t('folders.all')} isOn={shown === null} count={0} onShow={() => showFolder(null)} />
      {folders.map((folder, i) => (
        <Tab key={folder.id} name={folder.name} isOn={shown?.id === folder.id} count={counts[i] ?? 0} onShow={() => showFolder(folder.id)} />
      ))}
    </div>
  );
}

function Tab({ name, isOn, count, onShow }: { name: string; isOn: boolean; count: number; onShow: () => void }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isOn}
      tabIndex={isOn ? 0 : -1}
      onClick={onShow}
      className={`flex min-h-9 shrink-0 items-center gap-1.5 rounded-full px-3.5 text-sm font-medium -outline-offset-2 transition-colors duration-(--quick) handy:min-h-11 ${isOn ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-hover'}`}
    >
      <span className="max-w-40 truncate">{name}</span>
      {count > 0 && <span className="text-xs font-semibold text-accent-text tabular-nums">{count > 999 ? '999+' : count}</span>}
    </button>
  );
}
