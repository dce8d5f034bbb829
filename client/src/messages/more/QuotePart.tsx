import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseReply } from '../../composer/drafts';
import type { Message } from '../../shared/api/types';
import { Button } from '../../shared/ui/Button';
import { Sheet } from '../../shared/ui/Sheet';
import { stopLooking } from './looking';

const longest = 1_000;

/** The message as plain text to select in, by mouse, finger or keys: where a selection begins is exact there. */
export function QuotePart({ message, place }: { message: Message; place: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const content = message.content ?? '';
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, Math.min(content.length, longest));
  }, [content]);

  const use = () => {
    const { id, seq, senderId } = message;
    // Asked now: dragging the ends of a selection with a finger tells of no change that every browser would pass on.
    const { selectionStart: offset, selectionEnd } = field.current!;
    const text = content.slice(offset, Math.min(selectionEnd, offset + longest));
    stopLooking();
    chooseReply(place, { id, seq, senderId, content, ...(text && { quote: { text, offset } }) });
  };

  return (
    <Sheet title={t('quote.title')} onClose={stopLooking}>
      <div className="grid gap-3 px-5 pt-1 pb-5">
        <p className="text-ink-2">{t('quote.hint')}</p>
        <textarea
          ref={field}
          readOnly
          aria-label={t('quote.title')}
          rows={Math.min(8, 2 + Math.floor(content.length / 50))}
          value={content}
          className="resize-none rounded-md border border-line bg-raised px-3 py-2.5 outline-none focus:border-accent focus:ring-2 focus:ring-accent/25"
        />
        <div className="flex justify-end">
          <Button onClick={use}>{t('quote.use')}</Button>
        </div>
      </div>
    </Sheet>
  );
}
