import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatRow } from './ChatRow';

const rowHeight = 64;

export function ChatRows({ ids, openId }: { ids: string[]; openId: string | null }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => ids[index]!,
    overscan: 8,
  });

  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (!by || !row || (event.target as HTMLElement).closest('dialog')) return;
    event.preventDefault();
    const next = Math.min(ids.length - 1, Math.max(0, Number(row.dataset.index) + by));
    const focus = () => {
      const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`);
      link?.focus();
      return link;
    };
    rows.scrollToIndex(next);
    // A row out of sight is drawn a frame later; one that is there must have the focus before the next key comes.
    if (!focus()) requestAnimationFrame(focus);
  };

  return (
    <nav ref={scroller} aria-label={t('chats.list')} onKeyDown={step} className="min-h-0 flex-1 overflow-y-auto px-2 pb-[max(var(--s3),env(safe-area-inset-bottom))]">
      <ul className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(item => (
          <li key={item.key} data-index={item.index} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${item.start}px)` }}>
            <ChatRow id={ids[item.index]!} isOpen={ids[item.index] === openId} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
