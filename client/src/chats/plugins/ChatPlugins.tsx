import { Puzzle } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegistry } from '../../plugins/registry';
import { maySetPlugins } from '../../shared/rights';
import type { ChatState } from '../../shared/sync/chatState';
import { ChatPlugin } from './ChatPlugin';

/** What the admins of a chat may set for plugins, over what the organization has. */
export function ChatPlugins({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const plugins = useRegistry(registry => registry.forChats);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = plugins.find(plugin => plugin.id === openId);
  if (plugins.length === 0 || state.chat.isSaved || !maySetPlugins(state)) return null;
  return (
    <section aria-label={t('chatPlugins.title')} className="border-t border-line px-1 py-2">
      <h3 className="px-3 pb-1 text-sm font-semibold text-ink-2">{t('chatPlugins.title')}</h3>
      {plugins.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-haspopup="dialog"
          onClick={() => setOpenId(id)}
          className="flex min-h-11 w-full items-center gap-3 rounded-md px-3 text-left font-medium text-accent-text -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover"
        >
          <Puzzle aria-hidden size={19} strokeWidth={1.8} className="shrink-0" />
          <span className="min-w-0 flex-1 truncate">{name}</span>
        </button>
      ))}
      {open && <ChatPlugin chatId={state.chat.id} plugin={open} onClose={() => setOpenId(null)} />}
    </section>
  );
}
