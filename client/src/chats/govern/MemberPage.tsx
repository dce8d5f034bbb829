import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { may } from '../../shared/rights';
import type { ChatState } from '../../shared/sync/chatState';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { Select } from '../../shared/ui/Select';
import { useDeed } from '../useDeed';
import { AdminForm } from './AdminForm';
import { HandOver } from './HandOver';
import { RemoveMember } from './RemoveMember';
import { endOf, isForGood, sayDate, type Span, spans } from './untilWhen';

export interface MemberPageProps {
  state: ChatState;
  member: Member;
  onDone: () => void;
}

/** What the owner and admins do about one member. */
export function MemberPage({ state, member, onDone }: MemberPageProps) {
  const { t, i18n } = useTranslation();
  const [ask, setAsk] = useState<'remove' | 'handOver' | null>(null);
  const [span, setSpan] = useState<Span>('forGood');
  const deed = useDeed(() => undefined);
  const { user, userId, chatId, role } = member;
  const isOwner = state.mine.role === 'OWNER';
  const mayBan = may(state, 'BAN') && (role === 'MEMBER' || isOwner);
  const until = member.readOnlyUntil !== null && Date.parse(member.readOnlyUntil) > Date.now() ? member.readOnlyUntil : null;
  const held = until && (isForGood(until) ? t('govern.restricted') : t('govern.restrictedUntil', { at: sayDate(until, i18n.language) }));
  return (
    <div className="grid gap-5 px-4 pb-4">
      <div className="flex items-center gap-3">
        <Avatar id={userId} name={user.displayName} picture={user.avatarUrl} size="lg" />
        <span className="min-w-0 leading-tight">
          <span className="block truncate font-semibold">{user.displayName}</span>
          <span className="block truncate text-sm text-ink-2">{held ?? `@${user.username}`}</span>
        </span>
      </div>
      {isOwner && <AdminForm member={member} />}
      {mayBan && (
        <section className="grid gap-2 border-t border-line pt-4">
          {role === 'MEMBER' && until && (
            <Button look="quiet" busy={deed.busy} onClick={() => void deed.run(() => app.session.api.unrestrict(chatId, userId))}>{t('govern.unrestrict')}</Button>
          )}
          <Select label={t('govern.howLong')} value={span} onChange={setSpan} options={spans.map(value => ({ value, label: t(`govern.${value}`) }))} />
          {role === 'MEMBER' && !until && (
            <Button look="quiet" busy={deed.busy} onClick={() => void deed.run(() => app.session.api.restrict(chatId, userId, endOf(span)))}>{t('govern.restrict')}</Button>
          )}
          <Button look="grave" busy={deed.busy} onClick={() => void deed.run(() => app.session.api.ban(chatId, userId, endOf(span)).then(onDone))}>{t('govern.ban')}</Button>
          <p className="text-sm text-ink-2">{t('govern.banSub')}</p>
          <Button look="grave" onClick={() => setAsk('remove')}>{t('chat.remove', { name: user.displayName })}</Button>
        </section>
      )}
      {isOwner && <Button look="text" onClick={() => setAsk('handOver')}>{t('govern.handOver')}</Button>}
      {deed.error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, deed.error)}</p>}
      {ask === 'remove' && <RemoveMember member={member} onClose={() => setAsk(null)} onDone={onDone} />}
      {ask === 'handOver' && <HandOver member={member} onClose={() => setAsk(null)} onDone={onDone} />}
    </div>
  );
}
