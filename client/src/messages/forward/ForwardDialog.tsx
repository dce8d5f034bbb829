import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/api/types';
import { sayChangeError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { Switch } from '../../shared/ui/Switch';
import { useTask } from '../../shared/useTask';
import { ChatPicker } from './ChatPicker';
import { forward } from './forward';
import { askForward, useForwarding } from './forwarding';

const mostChats = 20;

export function ForwardDialog() {
  const messages = useForwarding(forwarding => forwarding.messages);
  useEffect(() => () => askForward(null), []);
  return messages && <Where messages={messages} />;
}

function Where({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [isHidden, setHidden] = useState(false);
  const { run, busy, error } = useTask();
  useEffect(() => dialog.current?.showModal(), []);

  const toggle = (chatId: string) =>
    setChosen(ids => (ids.includes(chatId) ? ids.filter(other => other !== chatId) : [...ids, chatId].slice(-mostChats)));

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={() => askForward(null)}
      onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
      onClick={event => event.target === dialog.current && dialog.current.close()}
      className="fade-in m-auto h-[min(85dvh,calc(var(--s6)*18))] w-[min(92vw,calc(var(--s6)*13))] rounded-lg bg-surface p-0 text-ink shadow-float backdrop:bg-scrim open:flex open:flex-col"
    >
      <h2 id={id} className="px-5 pt-5 pb-3 text-lg font-semibold">{t('forward.title', { count: messages.length })}</h2>
      <ChatPicker chosen={chosen} onPick={toggle} />
      {error !== null && <p role="alert" className="px-5 py-2 text-sm text-bad">{sayChangeError(t, error)}</p>}
      <div className="grid gap-3 border-t border-line p-4">
        <div className="flex min-h-11 items-center gap-3">
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{t('forward.hide')}</span>
            <span className="block text-sm text-ink-2">{t('forward.hideHint')}</span>
          </span>
          <Switch label={t('forward.hide')} isOn={isHidden} isBusy={false} onChange={setHidden} />
        </div>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => dialog.current?.close()}>{t('common.cancel')}</Button>
          <Button disabled={chosen.length === 0} busy={busy} onClick={() => void run(() => forward(messages, chosen, isHidden, t), () => askForward(null))}>
            {chosen.length > 1 ? t('forward.sendTo', { count: chosen.length }) : t('forward.send')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
