import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from './actionsOf';
import { EmojiRow } from './EmojiRow';
import type { Point } from './useMenu';

export interface MessageMenuProps {
  at: Point;
  label?: string;
  actions: readonly Action[];
  /** Which of the emoji are one's own already; none where one cannot react. */
  reacted?: readonly string[];
  onReact?: (emoji: string, on: boolean) => void;
  onClose: () => void;
}

const margin = 8;

/** Modal, so that a tap beside it closes it and does nothing else; Escape closes it too, and the focus goes back. */
export function MessageMenu({ at, label, actions, reacted = [], onReact, onClose }: MessageMenuProps) {
  const { t } = useTranslation();
  const name = label ?? t('messages.actions');
  const menu = useRef<HTMLDialogElement>(null);
  const place = useCallback(() => {
    const element = menu.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${fit(at.x, width, innerWidth)}px`;
    element.style.top = `${fit(at.y, height, innerHeight)}px`;
  }, [at]);

  useLayoutEffect(() => {
    const element = menu.current!;
    if (!element.open) element.showModal();
    place();
    element.querySelector<HTMLElement>('[data-action]')?.focus();
  }, [place]);

  const step = (event: KeyboardEvent) => {
    // What is typed into the menu is not meant for the conversation below it.
    event.stopPropagation();
    if (event.key === 'Tab') menu.current?.close();
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const next = nextOf(items, event.key);
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };

  const leave = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
    if (event.target === menu.current) menu.current.close();
  };

  // Closed first, so that the action has the last word on where the focus goes.
  const choose = (run: () => void) => {
    menu.current?.close();
    run();
  };

  return (
    <dialog
      ref={menu}
      aria-label={name}
      onClose={onClose}
      onClick={leave}
      onContextMenu={leave}
      onKeyDown={step}
      className="fade-in fixed inset-auto m-0 min-w-44 rounded-md bg-raised p-0 text-ink shadow-float backdrop:bg-transparent"
    >
      <div role="menu" aria-label={name}>
        {onReact && <EmojiRow mine={reacted} onChoose={(emoji, on) => choose(() => onReact(emoji, on))} onGrow={place} />}
        <div role="presentation" className="p-1">
          {actions.map(action => (
            <button
              key={action.key ?? action.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              data-action
              onClick={() => choose(action.run)}
              className={`flex min-h-11 w-full items-center gap-3 rounded-sm px-3 text-left font-medium -outline-offset-2 hover:bg-hover focus:bg-hover ${action.isGrave ? 'text-bad' : ''}`}
            >
              <action.icon aria-hidden size={18} strokeWidth={1.8} />
              {action.label}
            </button>
          ))}
        </div>
      </div>
    </dialog>
  );
}

/** Up and down go by rows: the emoji are one of them, within it one goes left and right. */
function nextOf(items: HTMLElement[], key: string): number | undefined {
  const now = items.indexOf(document.activeElement as HTMLElement);
  const first = items.findIndex(item => item.dataset.action !== undefined);
  const isEmoji = now >= 0 && now < first;
  if (key === 'ArrowDown') return isEmoji ? first : now + 1;
  if (key === 'ArrowUp') return isEmoji ? -1 : now === first ? (first > 0 ? 0 : -1) : now - 1;
  if (key === 'ArrowRight' && isEmoji) return now + 1;
  if (key === 'ArrowLeft' && isEmoji) return Math.max(0, now - 1);
  return { Home: 0, End: -1 }[key];
}

const fit = (wanted: number, length: number, room: number) => Math.max(margin, Math.min(wanted, room - length - margin));
