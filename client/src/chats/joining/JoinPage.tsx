import { Link2Off } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation';
import type { LinkPreview } from '../../shared/api/govern';
import { codeOf } from '../../shared/api/error';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { useStore } from '../../shared/sync/store';
import { initials } from '../../shared/text/initials';
import { Button } from '../../shared/ui/Button';
import { Empty } from '../../shared/ui/Empty';
import { PaneHead } from '../../shared/ui/PaneHead';
import { Spinner } from '../../shared/ui/Spinner';
import { useTask } from '../../shared/useTask';

/** What a link leads to, and going there. */
export function JoinPage({ code }: { code: string }) {
  const { t } = useTranslation();
  const { swap, back } = useNavigation();
  const [preview, setPreview] = useState<LinkPreview | null>(null);
  const look = useTask();
  const join = useTask();
  useEffect(() => void look.run(() => app.session.api.previewLink(code), setPreview), [code]);
  const enter = () => join.run(async () => {
    const joined = await app.session.api.joinByLink(code);
    if (joined.state === 'MEMBER') {
      await app.sync();
      swap(`/chat/${joined.chatId}`);
    } else if (preview) setPreview({ ...preview, state: joined.state });
  });
  // Who asked may be let in while the page is open.
  const isIn = useStore(({ synced }) => preview !== null && preview.chatId in synced.chats);
  const isBad = look.error !== null && codeOf(look.error) === 'NOT_FOUND';
  return (
    <section aria-label={t('join.title')} className="slide-in flex min-h-0 flex-1 flex-col pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]">
      <PaneHead title={t('join.title')} onBack={() => back('/')} />
      {isBad && <Empty icon={Link2Off} title={t('join.bad')} text={t('join.badSub')} />}
      {look.error !== null && !isBad && <p role="alert" className="p-6 text-center text-bad">{sayError(t, look.error)}</p>}
      {!preview && look.error === null && <div className="m-auto text-ink-3"><Spinner size={24} /></div>}
      {preview && (
        <div className="grid justify-items-center gap-2 overflow-y-auto px-6 py-8 text-center">
          {preview.picture ? <img src={preview.picture} alt="" className="size-22 rounded-lg object-cover" />
            : <span aria-hidden className="grid size-22 place-items-center rounded-lg bg-accent-soft text-xl font-semibold text-accent-text">{initials(preview.name ?? '')}</span>}
          <h2 className="mt-2 text-lg font-semibold wrap-anywhere">{preview.name}</h2>
          <p className="text-sm text-ink-2">{t(preview.type === 'CHANNEL' ? 'join.channel' : 'join.group', { count: preview.memberCount })}</p>
          {preview.description && <p className="wrap-anywhere whitespace-pre-line">{preview.description}</p>}
          {join.error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, join.error)}</p>}
          <div className="mt-4">
            {isIn || preview.state === 'MEMBER' ? <Button onClick={() => swap(`/chat/${preview.chatId}`)}>{t('join.open')}</Button>
              : preview.state === 'ASKED' ? <p role="status" className="text-ink-2">{t('join.asked')}</p>
                : <Button busy={join.busy} onClick={() => void enter()}>{t(preview.needsApproval ? 'join.ask' : 'join.into')}</Button>}
          </div>
        </div>
      )}
    </section>
  );
}
