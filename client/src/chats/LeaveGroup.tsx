import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import { Dialog } from '../shared/ui/Dialog';
import { useDeed } from './useDeed';

export function LeaveGroup({ chatId, name, onClose }: { chatId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { swap } = useNavigation();
  const deed = useDeed(() => swap('/'));
  const leave = () => deed.run(() => app.session.api.leave(chatId));
  return (
    <Dialog title={t('chat.leaveSure', { name })} action={t('chat.leave')} busy={deed.busy} error={deed.error === null ? null : sayError(t, deed.error)} onConfirm={leave} onClose={onClose}>
      <p>{t('chat.leaveWarn')}</p>
    </Dialog>
  );
}
