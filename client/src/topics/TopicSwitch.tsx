import { useTranslation } from 'react-i18next';
import { SwitchRow } from '../chats/govern/RightSwitches';
import { useDeed } from '../chats/useDeed';
import type { Chat } from '../shared/api/types';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';

/** Shows a group by topics, or as one list. */
export function TopicSwitch({ chat }: { chat: Chat }) {
  const { t } = useTranslation();
  const deed = useDeed(() => undefined);
  return (
    <div className="border-t border-line px-4 py-2">
      <ul>
        <SwitchRow label={t('topics.switch')} isOn={chat.hasTopics} isBusy={deed.busy} onChange={on => void deed.run(() => app.session.api.switchTopics(chat.id, on))} />
      </ul>
      <p className="text-sm text-ink-2">{t('topics.switchSub')}</p>
      {deed.error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, deed.error)}</p>}
    </div>
  );
}
