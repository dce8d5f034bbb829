import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from './Button';

export interface DialogProps {
  title: string;
  /** Without one there is nothing to confirm, only to close. */
  action?: string;
  look?: ButtonProps['look'];
  busy?: boolean;
  error?: string | null;
  children?: ReactNode;
  onConfirm?: () => void;
  onClose: () => void;
}

/** The browser's own modal: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({ title, action, look = 'danger', busy, error, children, onConfirm, onClose }: DialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      // What closes the dialog must not close what lies below it as well.
      onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
      onClick={event => event.target === ref.current && ref.current.close()}
      className="fade-in m-auto w-[min(90vw,calc(var(--s6)*12))] rounded-lg bg-surface p-0 text-ink shadow-float backdrop:bg-scrim"
    >
      <div className="grid gap-3 p-6">
        <h2 id={id} className="text-lg font-semibold">{title}</h2>
        <div className="grid gap-2 text-ink-2">{children}</div>
        {error && <p role="alert" className="text-sm text-bad">{error}</p>}
        <div className="mt-2 flex justify-end gap-2">
          <Button look="quiet" onClick={() => ref.current?.close()}>{t(action ? 'common.cancel' : 'common.close')}</Button>
          {action && <Button look={look} busy={busy} onClick={onConfirm}>{action}</Button>}
        </div>
      </div>
    </dialog>
  );
}
