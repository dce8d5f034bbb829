import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import type { ChatState } from '../../shared/sync/chatState';
import { SearchField } from '../../shared/ui/SearchField';
import { Segments } from '../../shared/ui/Segments';
import { usePages } from '../../shared/usePages';
import { Spinner } from '../../shared/ui/Spinner';
import { MemberRow } from './MemberRow';

const rowHeight = 52;
const roles = ['', 'ADMIN'] as const;

export interface MembersProps {
  state: ChatState;
  meId: string;
  onChoose: ((member: Member) => void) | null;
}

/** Ten thousand members come by pages as one scrolls; what is out of sight is not drawn. */
export function Members({ state: { chat, members }, meId, onChoose }: MembersProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [role, setRole] = useState<(typeof roles)[number]>('');
  const words = q.trim();
  const ask = useCallback(
    (cursor?: string) => app.session.api.members(chat.id, { ...(words && { q: words }), ...(role && { role }), ...(cursor && { cursor }) }),
    [chat.id, words, role],
  );
  const { rows, error, busy, hasMore, more } = usePages(ask, 150);
  // What was heard since the page was read is newer; who left meanwhile is not shown.
  const shown = rows?.map(row => members[row.userId] ?? row).filter(row => !row.leftAt) ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => shown[index]!.userId,
    overscan: 10,
  });
  const items = list.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !busy && error === null && last >= shown.length - 15) void more();
  }, [hasMore, busy, error, last, shown.length]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-2 px-3 pb-2">
        <SearchField autoFocus label={t('govern.searchMembers')} clearLabel={t('chats.clearFilter')} value={q} onChange={setQ} />
        <Segments label={t('chat.members')} value={role} onChange={setRole} options={roles.map(value => ({ value, label: t(value ? 'govern.admins' : 'govern.everybody') }))} />
      </div>
      {error !== null && <p role="alert" className="p-6 text-center text-ink-2">{sayError(t, error)}</p>}
      {!rows && error === null && <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>}
      {rows?.length === 0 && <p className="p-6 text-center text-ink-2">{t('govern.nobodyFits')}</p>}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto pb-[max(var(--s3),env(safe-area-inset-bottom))]">
        <ul aria-label={t('chat.members')} className="relative" style={{ height: list.getTotalSize() }}>
          {items.map(item => (
            <li key={item.key} aria-setsize={chat.memberCount} aria-posinset={item.index + 1} className="absolute inset-x-0 top-0 px-4" style={{ transform: `translateY(${item.start}px)` }}>
              <MemberRow member={shown[item.index]!} meId={meId} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
