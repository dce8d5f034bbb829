import { useTranslation } from 'react-i18next';
import type { Member } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { Button } from '../shared/ui/Button';
import { MemberRow } from './govern/MemberRow';

const rank = { OWNER: 0, ADMIN: 1, MEMBER: 2 };
const most = 20;

export interface MemberListProps {
  state: ChatState;
  meId: string;
  onChoose: ((member: Member) => void) | null;
  onAll: () => void;
}

/** Those at hand; the whole list is a page of its own. */
export function MemberList({ state, meId, onChoose, onAll }: MemberListProps) {
  const { t } = useTranslation();
  const count = state.chat.memberCount;
  const members = Object.values(state.members)
    .filter(member => !member.leftAt)
    .sort((a, b) => rank[a.role] - rank[b.role] || a.user.displayName.localeCompare(b.user.displayName))
    .slice(0, most);
  return (
    <section className="border-t border-line px-4 py-3">
      <h3 className="mb-1 flex justify-between text-sm font-semibold text-ink-2">
        {t('chat.members')}<span>{count}</span>
      </h3>
      <ul aria-label={t('chat.members')}>
        {members.map(member => <li key={member.userId}><MemberRow member={member} meId={meId} onChoose={onChoose} /></li>)}
      </ul>
      <Button look="text" className="w-full" onClick={onAll}>{t('govern.allMembers', { count })}</Button>
    </section>
  );
}
