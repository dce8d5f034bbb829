import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { moment } from '../../shared/time/format';
import { Sheet } from '../../shared/ui/Sheet';
import { Spinner } from '../../shared/ui/Spinner';
import { RichText } from '../text/RichText';
import { stopLooking } from './looking';
import { useAnswer } from './useAnswer';

export function EditHistory({ message }: { message: Message }) {
  const { t, i18n } = useTranslation();
  const { data, error } = useAnswer(`${message.id}/${message.rev}`, () => app.session.api.edits(message.id));
  return (
    <Sheet title={t('edits.title')} onClose={stopLooking}>
      {error !== null && <p role="alert" className="px-5 pb-5 text-bad">{sayChangeError(t, error)}</p>}
      {!data && error === null && <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>}
      {data && (
        <ol className="grid gap-4 px-5 pt-1 pb-5">
          <Said when={t('edits.now')} text={message.content ?? ''} />
          {data.map(edit => (
            <Said key={edit.until} when={t('edits.until', { when: moment(new Date(edit.until), i18n.language) })} text={edit.content} />
          ))}
        </ol>
      )}
    </Sheet>
  );
}

const noMembers = {};

const Said = ({ when, text }: { when: string; text: string }) => (
  <li>
    <p className="text-sm font-semibold text-accent-text">{when}</p>
    <p className="wrap-anywhere"><RichText text={text} members={noMembers} /></p>
  </li>
);
