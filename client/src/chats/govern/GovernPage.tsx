import type { Member } from '../../shared/api/types';
import type { ChatState } from '../../shared/sync/chatState';
import { DiscussionPage } from '../discussion/DiscussionPage';
import { AddPeople } from '../AddPeople';
import { BannedPeople } from './BannedPeople';
import { EditChat } from './EditChat';
import type { Page } from './GovernRows';
import { Links } from './Links';
import { MemberPage } from './MemberPage';
import { Members } from './Members';
import { Permissions } from './Permissions';
import { Requests } from './Requests';

export interface GovernPageProps {
  page: Page | Member;
  state: ChatState;
  meId: string;
  onChoose: ((member: Member) => void) | null;
  onDone: () => void;
}

/** One page of the info panel; lists of people scroll by themselves, the others here. */
export function GovernPage({ page, state, meId, onChoose, onDone }: GovernPageProps) {
  const chatId = state.chat.id;
  if (page === 'adding') return <AddPeople state={state} onDone={onDone} />;
  if (page === 'members') return <Members state={state} meId={meId} onChoose={onChoose} />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-[max(var(--s4),env(safe-area-inset-bottom))]">
      {page === 'editing' && <EditChat state={state} onDone={onDone} />}
      {page === 'permissions' && <Permissions state={state} />}
      {page === 'links' && <Links chatId={chatId} />}
      {page === 'requests' && <Requests chatId={chatId} />}
      {page === 'discussion' && <DiscussionPage state={state} />}
      {page === 'banned' && <BannedPeople chatId={chatId} />}
      {typeof page === 'object' && <MemberPage key={`${page.userId}:${state.members[page.userId]?.rev}`} state={state} member={state.members[page.userId] ?? page} onDone={onDone} />}
    </div>
  );
}
