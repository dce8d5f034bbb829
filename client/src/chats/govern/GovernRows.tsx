import { Ban, Flag, Link2, LogOut, type LucideIcon, MessagesSquare, Pencil, ShieldCheck, Trash2, UserCheck, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { partnerOf } from '../../shared/chatNames';
import { askReport } from '../../messages/reporting';
import { may } from '../../shared/rights';
import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { mayLink } from '../discussion/mayLink';
import { useRequests } from '../../shared/sync/requests';

export type Page = 'adding' | 'editing' | 'permissions' | 'links' | 'requests' | 'banned' | 'members' | 'discussion';
export type Question = 'leaving' | 'deleting';

export interface GovernRowsProps {
  state: ChatState;
  onPage: (page: Page) => void;
  onAsk: (question: Question) => void;
}

/** What there is to do about a chat, as far as one may. */
export function GovernRows({ state, onPage, onAsk }: GovernRowsProps) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const waiting = useRequests(store => store.counts[state.chat.id] ?? 0);
  const { chat, mine } = state;
  const partner = chat.type === 'PRIVATE' ? partnerOf(state, meId) : null;
  const isGroup = chat.type !== 'PRIVATE';
  const mayAdd = isGroup && may(state, 'ADD_PEOPLE');
  const mayChange = isGroup && may(state, 'CHANGE_INFO');
  return (
    <div className="border-t border-line px-1 py-2">
      {mayChange && <Row icon={Pencil} label={t('govern.edit')} onClick={() => onPage('editing')} />}
      {mayAdd && <Row icon={UserPlus} label={t('chat.add')} onClick={() => onPage('adding')} />}
      {mayAdd && <Row icon={Link2} label={t('govern.links')} onClick={() => onPage('links')} />}
      {mayAdd && <Row icon={UserCheck} label={t('govern.requests')} count={waiting} onClick={() => onPage('requests')} />}
      {mayChange && mine.role !== 'MEMBER' && <Row icon={ShieldCheck} label={t('govern.permissions')} onClick={() => onPage('permissions')} />}
      {(chat.linkedChatId || (chat.type === 'CHANNEL' && mayLink(state))) && (
        <Row icon={MessagesSquare} label={t(chat.type === 'CHANNEL' ? 'discussion.title' : 'discussion.channel')} onClick={() => onPage('discussion')} />
      )}
      {isGroup && may(state, 'BAN') && <Row icon={Ban} label={t('govern.banned')} onClick={() => onPage('banned')} />}
      {isGroup && <Row icon={LogOut} isGrave label={t(chat.type === 'CHANNEL' ? 'chat.leaveChannel' : 'chat.leave')} onClick={() => onAsk('leaving')} />}
      {partner && <Row icon={Flag} isGrave label={t('report.person')} onClick={() => askReport({ userId: partner.id })} />}
      {(!isGroup || mine.role === 'OWNER') && <Row icon={Trash2} isGrave label={t('govern.delete')} onClick={() => onAsk('deleting')} />}
    </div>
  );
}

function Row({ icon: Icon, label, count = 0, isGrave = false, onClick }: { icon: LucideIcon; label: string; count?: number; isGrave?: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={`flex min-h-11 w-full items-center gap-3 rounded-md px-3 text-left font-medium -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover ${isGrave ? 'text-bad' : 'text-accent-text'}`}
    >
      <Icon aria-hidden size={19} strokeWidth={1.8} className="shrink-0" />
      <span className="min-w-0 flex-1">{label}</span>
      {count > 0 && <span className="rounded-full bg-accent px-2 text-xs font-semibold text-on-accent">{count}</span>}
    </button>
  );
}
