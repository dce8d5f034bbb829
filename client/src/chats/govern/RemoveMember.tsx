import { useTranslation } from 'react-i18next';
import type { Member } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Dialog } from '../../shared/ui/Dialog';
import { useDeed } from '../useDeed';

export function RemoveMember({ member, onClose, onDone }: { member: Member; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const deed = useDeed(onDone);
  const remove = () => deed.run(() => app.session.api.removeMember(member.chatId, member.userId));
  return (
    <Dialog title={t('chat.removeSure', { name: member.user.displayName })} action={t('chat.removeDo')} busy={deed.busy} error={deed.error === null ? null : sayError(t, deed.error)} onConfirm={remove} onClose={onClose}>
      <p>{t('chat.removeWarn')}</p>
    </Dialog>
  );
}
