import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../shared/api/types';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import type { ChatState } from '../shared/sync/chatState';
import { Avatar } from '../shared/ui/Avatar';
import { Dialog } from '../shared/ui/Dialog';
import { IconButton } from '../shared/ui/IconButton';
import { useDeed } from './useDeed';

const rank = { OWNER: 0, ADMIN: 1, MEMBER: 2 };

export function MemberList({ state, meId, canRemove }: { state: ChatState; meId: string; canRemove: boolean }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const members = Object.values(state.members)
    .filter(member => !member.leftAt)
    .sort((a, b) => rank[a.role] - rank[b.role] || a.user.displayName.localeCompare(b.user.displayName));
  return (
    <section className="border-t border-line px-4 py-3">
      <h3 className="mb-1 flex justify-between text-sm font-semibold text-ink-2">
        {t('chat.members')}<span>{state.chat.memberCount}</span>
      </h3>
      <ul aria-label={t('chat.members')}>
        {members.map(member => (
          <li key={member.userId} className="flex min-h-12 items-center gap-3">
            <Avatar id={member.userId} name={member.user.displayName} picture={member.user.avatarUrl} size="sm" />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block truncate font-medium">{member.userId === meId ? t('common.you') : member.user.displayName}</span>
              <span className="block truncate text-xs text-ink-2">@{member.user.username}</span>
            </span>
            {member.role !== 'MEMBER' && (
              <span className="rounded-full bg-accent-soft px-2 text-xs font-semibold text-accent-text">{t(`role.${member.role}`)}</span>
            )}
            {canRemove && member.userId !== meId && member.role !== 'OWNER' && (
              <IconButton icon={UserMinus} label={t('chat.remove', { name: member.user.displayName })} className="-mr-2" onClick={() => setLeaving(member)} />
            )}
          </li>
        ))}
      </ul>
      {leaving && <RemoveMember member={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function RemoveMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const deed = useDeed(onClose);
  const remove = () => deed.run(() => app.session.api.removeMember(member.chatId, member.userId));
  return (
    <Dialog title={t('chat.removeSure', { name: member.user.displayName })} action={t('chat.removeDo')} busy={deed.busy} error={deed.error === null ? null : sayError(t, deed.error)} onConfirm={remove} onClose={onClose}>
      <p>{t('chat.removeWarn')}</p>
    </Dialog>
  );
}
