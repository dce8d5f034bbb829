import { ChevronLeft, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeIn } from '../plugins/place';
import { Slot } from '../plugins/Slot';
import type { Member } from '../shared/api/types';
import { chatName, partnerOf } from '../shared/chatNames';
import { may } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { IconButton } from '../shared/ui/IconButton';
import { TopicSwitch } from '../topics/TopicSwitch';
import { BlockPerson } from './BlockPerson';
import { ChatFace } from './ChatFace';
import { ChatTimer } from './ChatTimer';
import { DeleteChat } from './govern/DeleteChat';
import { GovernPage } from './govern/GovernPage';
import { GovernRows, type Page, type Question } from './govern/GovernRows';
import { LeaveGroup } from './LeaveGroup';
import { MemberList } from './MemberList';
import { NotifyChoices } from './mine/NotifyChoices';
import { ChatPlugins } from './plugins/ChatPlugins';

const titles = {
  adding: 'chat.add', editing: 'govern.edit', permissions: 'govern.permissions', links: 'govern.links',
  requests: 'govern.requests', banned: 'govern.banned', members: 'chat.members', discussion: 'discussion.title',
} as const;

export function InfoPanel({ state, onClose }: { state: ChatState; onClose: () => void }) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const [pages, setPages] = useState<(Page | Member)[]>([]);
  const [question, setQuestion] = useState<Question | null>(null);
  const page = pages.at(-1);
  const back = () => setPages(open => open.slice(0, -1));
  const isGroup = state.chat.type !== 'PRIVATE';
  const name = chatName(state, meId, t);
  const partner = isGroup ? null : partnerOf(state, meId);
  const onChoose = state.mine.role === 'OWNER' || may(state, 'BAN') ? (member: Member) => setPages(open => [...open, member]) : null;

  return (
    <aside
      aria-label={t('chat.info')}
      className="slide-in absolute inset-0 z-20 flex min-h-0 flex-col border-line bg-surface pt-[env(safe-area-inset-top)] pane:left-auto pane:w-(--info) pane:border-l pane:shadow-float info:static info:shadow-none"
      onKeyDown={event => { if (event.key === 'Escape' && !question) { event.stopPropagation(); (page ? back() : onClose()); } }}
    >
      <header className={`flex h-15 shrink-0 items-center gap-1 pr-2 ${page ? 'pl-1' : 'pl-4'}`}>
        {page && <IconButton icon={ChevronLeft} label={t('common.back')} onClick={back} />}
        <h2 className="min-w-0 flex-1 truncate font-semibold">{!page ? t('chat.info') : typeof page === 'object' ? page.user.displayName : t(titles[page])}</h2>
        <IconButton icon={X} label={t('common.close')} onClick={onClose} />
      </header>
      {page ? <GovernPage page={page} state={state} meId={meId} onChoose={onChoose} onDone={back} /> : (
        <div className="min-h-0 flex-1 overflow-y-auto pb-[max(var(--s4),env(safe-area-inset-bottom))]">
          <Face state={state} meId={meId} name={name} />
          {partner && <div className="border-t border-line px-1 py-2"><BlockPerson person={partner} className="flex min-h-11 w-full items-center gap-3 rounded-md px-3 font-medium transition-colors duration-(--quick) hover:bg-hover" /></div>}
          <GovernRows state={state} onPage={next => setPages([next])} onAsk={setQuestion} />
          {!state.chat.isSaved && <NotifyChoices state={state} />}
          <ChatTimer state={state} />
          {state.chat.type === 'GROUP' && may(state, 'CHANGE_INFO') && <TopicSwitch chat={state.chat} />}
          <ChatPlugins state={state} />
          <Slot name="chat.panel@1" props={placeIn(state)} className="border-t border-line px-4 py-3" />
          {isGroup && <MemberList state={state} meId={meId} onChoose={onChoose} onAll={() => setPages(['members'])} />}
        </div>
      )}
      {question === 'leaving' && <LeaveGroup chatId={state.chat.id} name={name} onClose={() => setQuestion(null)} />}
      {question === 'deleting' && <DeleteChat chatId={state.chat.id} name={name} onClose={() => setQuestion(null)} />}
    </aside>
  );
}

function Face({ state, meId, name }: { state: ChatState; meId: string; name: string }) {
  const { t } = useTranslation();
  const { chat } = state;
  const partner = partnerOf(state, meId);
  const isGroup = chat.type !== 'PRIVATE';
  const about = isGroup ? chat.description : partner?.bio;
  return (
    <>
      <div className="grid justify-items-center gap-0.5 px-4 pb-5 text-center">
        <ChatFace state={state} meId={meId} size="xl" />
        <p className="mt-3 text-lg font-semibold wrap-anywhere">{name}</p>
        <p className="text-sm text-ink-2">
          {chat.isSaved ? t('saved.about') : isGroup ? t(chat.type === 'CHANNEL' ? 'chat.channel' : 'chat.group', { count: chat.memberCount }) : partner && `@${partner.username}`}
        </p>
      </div>
      {about && (
        <div className="border-t border-line px-4 py-3">
          <h3 className="text-sm font-semibold text-ink-2">{t(isGroup ? 'chat.description' : 'chat.about')}</h3>
          <p className="wrap-anywhere whitespace-pre-line">{about}</p>
        </div>
      )}
    </>
  );
}
