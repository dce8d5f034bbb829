import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from './actionsOf';
import type { Point } from './useMenu';

export interface MessageMenuProps {
  at: Point;
  actions: readonly Action[];
  onClose: () => void;
}

const margin = 8;

/** Modal, so that a tap beside it closes it and does nothing else; Escape closes it too, and the focus goes back. */
export function MessageMenu({ at, actions, onClose }: MessageMenuProps) {
  const { t } = useTranslation();
  const menu = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = menu.current!;
    if (!element.open) element.showModal();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${fit(at.x, width, innerWidth)}px`;
    element.style.top = `${fit(at.y, height, innerHeight)}px`;
  }, [at]);

  const step = (event: KeyboardEvent) => {
    // What is typed into the menu is not meant for the conversation below it.
    event.stopPropagation();
    if (event.key === 'Tab') menu.current?.close();
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const now = items.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
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
  const choose = (action: Action) => {
    menu.current?.close();
    action.run();
  };

  return (
    <dialog
      ref={menu}
      aria-label={t('messages.actions')}
      onClose={onClose}
      onClick={leave}
      onContextMenu={leave}
      onKeyDown={step}
      className="fade-in fixed inset-auto m-0 min-w-44 rounded-md bg-raised p-0 text-ink shadow-float backdrop:bg-transparent"
    >
      <div role="menu" aria-label={t('messages.actions')} className="p-1">
        {actions.map(action => (
          <button
            key={action.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => choose(action)}
            className={`flex min-h-11 w-full items-center gap-3 rounded-sm px-3 text-left font-medium -outline-offset-2 hover:bg-hover focus:bg-hover ${action.isGrave ? 'text-bad' : ''}`}
          >
            <action.icon aria-hidden size={18} strokeWidth={1.8} />
            {action.label}
          </button>
        ))}
      </div>
    </dialog>
  );
}

const fit = (wanted: number, length: number, room: number) => Math.max(margin, Math.min(wanted, room - length - margin));
