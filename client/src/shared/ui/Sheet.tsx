import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';

export interface SheetProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
}

/** A modal to look at something: nothing in it has to be confirmed. */
export function Sheet({ title, children, onClose }: SheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  // Out of whatever form it was opened from: what is entered and sent in here is not that form's.
  return createPortal(
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      onSubmit={event => event.stopPropagation()}
      onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
      onClick={event => event.target === ref.current && ref.current.close()}
      className="fade-in m-auto max-h-[85dvh] w-[min(92vw,calc(var(--s6)*14))] rounded-lg bg-surface p-0 text-ink shadow-float backdrop:bg-scrim open:flex open:flex-col"
    >
      <header className="flex items-center gap-2 pt-3 pr-2 pb-1 pl-5">
        <h2 id={id} className="min-w-0 flex-1 text-lg font-semibold">{title}</h2>
        <IconButton icon={X} label={t('common.close')} onClick={() => ref.current?.close()} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </dialog>,
    document.body,
  );
}
