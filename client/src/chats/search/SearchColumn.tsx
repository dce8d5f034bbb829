import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { useNavigation } from '../../app/navigation';
import { askJump } from '../../messages/jumping';
import { useIsFilled } from '../../plugins/registry';
import { Slot } from '../../plugins/Slot';
import { useSources } from '../../plugins/useSources';
import { PaneHead } from '../../shared/ui/PaneHead';
import { useCreateChat } from '../useCreateChat';

/** The left column while somebody searches: a plugin's, which is told where it is and how to go on. */
export function SearchColumn({ chatId }: { chatId: string | null }) {
  const { t } = useTranslation();
  const { go, swap, back } = useNavigation();
  const { create } = useCreateChat();
  const query = useSearch();
  const sources = useSources();
  const place = useMemo(() => ({
    query,
    chatId,
    sources,
    setQuery: (next: string) => swap(at(chatId, next)),
    open(id: string, seq?: number) {
      if (seq !== undefined) askJump(id, seq);
      go(at(id, query));
    },
    openPerson: (userId: string) => void create({ type: 'PRIVATE', memberIds: [userId] }),
    leave: () => go('/'),
  }), [query, chatId, sources]);
  if (!useIsFilled('sidebar.search@1')) {
    return (
      <>
        <PaneHead title={t('search.title')} onBack={() => back('/')} />
        <p className="p-6 text-center text-ink-2">{t('search.off')}</p>
      </>
    );
  }
  return <Slot name="sidebar.search@1" props={place} className="flex min-h-0 flex-1 flex-col *:flex *:min-h-0 *:flex-1 *:flex-col" />;
}

const at = (chatId: string | null, query: string) => `/search${chatId ? `/${chatId}` : ''}${query ? `?${query}` : ''}`;
