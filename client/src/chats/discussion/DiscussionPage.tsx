import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation';
import { JoinDiscussion } from '../../messages/comments/JoinDiscussion';
import type { LinkPreview } from '../../shared/api/govern';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { Dialog } from '../../shared/ui/Dialog';
import { Spinner } from '../../shared/ui/Spinner';
import { useTask } from '../../shared/useTask';
import { useDeed } from '../useDeed';
import { ChooseGroup } from './ChooseGroup';
import { mayLink } from './mayLink';

/** Of a channel the group in which it is discussed, of such a group its channel. */
export function DiscussionPage({ state }: { state: ChatState }) {
  return state.chat.linkedChatId ? <Linked key={state.chat.linkedChatId} state={state} /> : <ChooseGroup state={state} />;
}

function Linked({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const { id, type, linkedChatId } = state.chat;
  const [other, setOther] = useState<LinkPreview | null>(null);
  const [asking, setAsking] = useState<'join' | 'end' | null>(null);
  const look = useTask();
  const end = useDeed(() => setAsking(null));
  useEffect(() => void look.run(() => app.session.api.discussion(id), setOther), [id]);
  const isIn = useStore(store => linkedChatId! in store.synced.chats);
  const isChannel = type === 'CHANNEL';
  const open = () => go(`/chat/${linkedChatId}`);
  if (look.error !== null) return <p role="alert" className="p-6 text-center text-ink-2">{sayError(t, look.error)}</p>;
  if (!other) return <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>;
  const name = other.name ?? '';
  return (
    <div className="grid gap-4 px-4">
      {isChannel && <p className="text-sm text-ink-2">{t('discussion.sub')}</p>}
      <div className="flex min-h-13 items-center gap-3">
        <Avatar id={other.chatId} name={name} picture={other.picture} size="md" square />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block font-semibold wrap-anywhere">{name}</span>
          <span className="block text-sm text-ink-2">{t(isChannel ? 'join.group' : 'join.channel', { count: other.memberCount })}</span>
        </span>
        {isIn ? <Button look="quiet" onClick={open}>{t('discussion.open')}</Button>
          : isChannel && <Button onClick={() => setAsking('join')}>{t('join.into')}</Button>}
      </div>
      {mayLink(state) && <Button look="grave" onClick={() => setAsking('end')}>{t('discussion.end')}</Button>}
      {asking === 'join' && <JoinDiscussion channelId={id} onIn={open} onClose={() => setAsking(null)} />}
      {asking === 'end' && (
        <Dialog
          title={t('discussion.endSure')}
          action={t('discussion.end')}
          busy={end.busy}
          error={end.error === null ? null : sayError(t, end.error)}
          onConfirm={() => void end.run(() => app.session.api.endDiscussion(id))}
          onClose={() => setAsking(null)}
        >
          <p>{t('discussion.endWarn')}</p>
        </Dialog>
      )}
    </div>
  );
}
