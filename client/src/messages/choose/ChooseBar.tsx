import { Copy, Forward, Trash2, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownOf } from '../../plugins/transforms/incoming';
import type { ChatState } from '../../shared/sync/chatState';
import { IconButton } from '../../shared/ui/IconButton';
import { copyText } from '../copyText';
import { askForward } from '../forward/forwarding';
import { canForward } from '../../shared/rights';
import { stopChoosing, useChosen } from './chosen';
import { DeleteChosen } from './DeleteChosen';

/** In place of the head while messages are being chosen: how many, and what to do with them. */
export function ChooseBar({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const { ids } = useChosen();
  const [isDeleting, setDeleting] = useState(false);
  const messages = useMemo(() => state.messages.filter(row => ids.has(row.id) && !row.isDeleted), [state.messages, ids]);
  const texts = messages.flatMap(row => shownOf(row).content ?? []);
  useEffect(() => stopChoosing, []);

  const copy = () => {
    void copyText(texts.join('\n\n'), t('choose.copied', { count: texts.length }), t);
    stopChoosing();
  };

  return (
    <header className="shrink-0 border-b border-line bg-surface pt-[env(safe-area-inset-top)]">
      <div className="fade-in flex h-15 items-center gap-1 px-1 pane:px-2">
        <IconButton icon={X} label={t('choose.stop')} onClick={stopChoosing} />
        <p aria-live="polite" className="min-w-0 flex-1 truncate font-semibold">{t('choose.count', { count: messages.length })}</p>
        <IconButton icon={Copy} label={t('messages.copy')} disabled={texts.length === 0} onClick={copy} />
        <IconButton icon={Forward} label={t('forward.do')} disabled={messages.length === 0 || !messages.every(canForward)} onClick={() => askForward(messages)} />
        <IconButton icon={Trash2} label={t('messages.delete')} disabled={messages.length === 0} className="text-bad!" onClick={() => setDeleting(true)} />
      </div>
      {isDeleting && <DeleteChosen messages={messages} state={state} onClose={() => setDeleting(false)} />}
    </header>
  );
}
