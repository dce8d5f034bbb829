import { useTranslation } from 'react-i18next';
import { useDeed } from '../chats/useDeed';
import type { Topic } from '../shared/api/types';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import { Dialog } from '../shared/ui/Dialog';
import { topicName } from './topicName';

export function DeleteTopic({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const { t } = useTranslation();
  const deed = useDeed(onClose);
  return (
    <Dialog
      title={t('topics.deleteSure', { name: topicName(topic, t) })}
      action={t('topics.delete')}
      busy={deed.busy}
      error={deed.error === null ? null : sayError(t, deed.error)}
      onConfirm={() => void deed.run(() => app.session.api.deleteTopic(topic.chatId, topic.seq))}
      onClose={onClose}
    >
      <p>{t('topics.deleteWarn')}</p>
    </Dialog>
  );
}
