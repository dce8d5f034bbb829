import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Dialog } from '../../shared/ui/Dialog';
import { useDeed } from '../useDeed';

export function DeleteChat({ chatId, name, onClose }: { chatId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { swap } = useNavigation();
  const deed = useDeed(() => swap('/'));
  return (
    <Dialog
      title={t('govern.deleteSure', { name })}
      action={t('govern.delete')}
      busy={deed.busy}
      error={deed.error === null ? null : sayError(t, deed.error)}
      onConfirm={() => deed.run(() => app.session.api.deleteChat(chatId))}
      onClose={onClose}
    >
      <p>{t('govern.deleteWarn')}</p>
    </Dialog>
  );
}
