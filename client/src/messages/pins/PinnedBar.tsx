import { ChevronDown, ChevronUp, List, Pin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownAll } from '../../plugins/transforms/useShown';
import type { ChatState } from '../../shared/sync/chatState';
import { summary } from '../../shared/text/summary';
import { IconButton } from '../../shared/ui/IconButton';
import { askJump } from '../jumping';
import { PinList } from './PinList';
import { usePins } from './usePins';

/** The newest pinned message above the conversation; a tap leads to it, and the one before it takes its place. */
export function PinnedBar({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const pins = useShownAll(usePins(state));
  const [back, setBack] = useState(0);
  const [isListed, setListed] = useState(false);
  const { length } = pins;
  if (length === 0) return null;
  const at = length - 1 - (back % length);
  const pin = pins[at]!;

  const step = (by: number) => {
    const next = (at + by + length) % length;
    setBack(length - 1 - next);
    askJump(state.chat.id, pins[next]!.seq);
  };

  const jump = () => {
    askJump(state.chat.id, pin.seq);
    setBack(back + 1);
  };

  return (
    <div role="group" aria-label={t('pins.pinned')} className="fade-in flex h-13 shrink-0 items-center gap-1 border-b border-line bg-surface px-1 pane:px-2">
      <button type="button" onClick={jump} className="flex h-11 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover">
        <Pin aria-hidden size={17} strokeWidth={1.8} className="shrink-0 text-accent-text" />
        <span className="min-w-0 flex-1 border-l-3 border-accent pl-2 text-sm leading-tight">
          <span className="block truncate font-semibold text-accent-text">{length === 1 ? t('pins.pinned') : t('pins.place', { at: at + 1, count: length })}</span>
          <span className="block truncate text-ink-2">{summary(pin, t) || t('messages.quote')}</span>
        </span>
      </button>
      {length > 1 && (
        <span className="hidden pane:flex">
          <IconButton icon={ChevronUp} label={t('pins.previous')} onClick={() => step(-1)} />
          <IconButton icon={ChevronDown} label={t('pins.next')} onClick={() => step(1)} />
        </span>
      )}
      <IconButton icon={List} label={t('pins.all')} aria-haspopup="dialog" onClick={() => setListed(true)} />
      {isListed && <PinList pins={pins} state={state} onClose={() => setListed(false)} />}
    </div>
  );
}
