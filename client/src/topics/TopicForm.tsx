import { Hash } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import { useDeed } from '../chats/useDeed';
import type { Topic } from '../shared/api/types';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import { sayFields } from '../shared/i18n/sayFields';
import { Button } from '../shared/ui/Button';
import { Field } from '../shared/ui/Field';
import { Sheet } from '../shared/ui/Sheet';
import { topicName } from './topicName';

const longest = 64;
const icons = ['💬', '📣', '📌', '📅', '✅', '❓', '💡', '🐞', '🚀', '🎨', '📷', '🎵', '🍕', '🌱', '🏠', '💼', '📚', '🎉', '⚙️', '❤️'];

/** A new topic, or another name and icon for one. */
export function TopicForm({ chatId, topic, onClose }: { chatId: string; topic?: Topic; onClose: () => void }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const [name, setName] = useState(topic ? topicName(topic, t) : '');
  const [icon, setIcon] = useState(topic?.icon ?? null);
  const deed = useDeed(onClose);
  const fields = sayFields(t, deed.error);
  const save = () => deed.run(async () => {
    if (topic) return app.session.api.changeTopic(chatId, topic.seq, { name, ...(icon ? { icon } : { removeIcon: true }) });
    const made = await app.session.api.createTopic(chatId, { name, icon });
    go(`/chat/${chatId}/topic/${made.seq}`);
    return made;
  });
  return (
    <Sheet title={t(topic ? 'topics.edit' : 'topics.new')} onClose={onClose}>
      <form noValidate className="grid gap-4 px-5 pt-1 pb-5" onSubmit={event => { event.preventDefault(); void save(); }}>
        <Field label={t('topics.name')} value={name} onChange={setName} error={fields.name} maxLength={longest} autoFocus />
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t('topics.icon')}</legend>
          <div className="grid grid-cols-7 gap-0.5">
            {[null, ...icons].map(choice => (
              <label key={choice} className="relative grid size-11 cursor-pointer place-items-center rounded-full text-lg leading-none hover:bg-hover has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
                <input type="radio" name="icon" aria-label={choice ?? t('topics.noIcon')} checked={icon === choice} onChange={() => setIcon(choice)} className="absolute inset-0 cursor-pointer opacity-0" />
                {choice ?? <Hash aria-hidden size={20} className="text-ink-2" />}
              </label>
            ))}
          </div>
        </fieldset>
        {deed.error !== null && !fields.name && <p role="alert" className="text-sm text-bad">{sayError(t, deed.error)}</p>}
        <Button type="submit" busy={deed.busy} disabled={!name.trim()}>{t(topic ? 'common.save' : 'topics.create')}</Button>
      </form>
    </Sheet>
  );
}
