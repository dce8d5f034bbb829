import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkPreview } from '../../shared/api/govern';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Dialog } from '../../shared/ui/Dialog';
import { Spinner } from '../../shared/ui/Spinner';
import { useTask } from '../../shared/useTask';

export interface JoinDiscussionProps {
  channelId: string;
  onIn: () => void;
  onClose: () => void;
}

/** What a channel is discussed in, and coming in, for those who are not there. */
export function JoinDiscussion({ channelId, onIn, onClose }: JoinDiscussionProps) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<LinkPreview | null>(null);
  const look = useTask();
  const join = useTask();
  useEffect(() => void look.run(() => app.session.api.discussion(channelId), setGroup), [channelId]);
  const enter = () => join.run(async () => {
    const { state } = await app.session.api.joinDiscussion(channelId);
    if (state === 'MEMBER') {
      await app.sync();
      onClose();
      onIn();
    } else if (group) setGroup({ ...group, state });
  });
  const error = look.error ?? join.error;
  const isAsked = group?.state === 'ASKED';
  return (
    <Dialog
      title={t('comments.join')}
      look="accent"
      {...(group && !isAsked && { action: t(group.needsApproval ? 'join.ask' : 'join.into') })}
      busy={join.busy}
      error={error === null ? null : sayError(t, error)}
      onConfirm={() => void enter()}
      onClose={onClose}
    >
      {group ? (
        <>
          <p className="font-semibold text-ink wrap-anywhere">{group.name}</p>
          <p className="text-sm">{t('join.group', { count: group.memberCount })}</p>
          <p role="status">{t(isAsked ? 'join.asked' : 'comments.joinSub')}</p>
        </>
      ) : look.error === null && <div className="grid place-items-center p-4"><Spinner /></div>}
    </Dialog>
  );
}
