import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { TopicForm } from './TopicForm';
import { TopicRow } from './TopicRow';
import { useTopics } from './useTopics';

/** What a group that has topics opens with. */
export function TopicList({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const [isMaking, setMaking] = useState(false);
  const topics = useTopics(state);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface px-2 py-2 pane:px-[max(var(--s4),calc((100%-var(--column))/2))]">
      {may(state, 'CHANGE_INFO') && (
        <button
          type="button"
          onClick={() => setMaking(true)}
          className="flex min-h-12 w-full items-center gap-3 rounded-md px-2 text-left font-medium text-accent-text -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover"
        >
          <span className="grid w-11.5 place-items-center"><Plus aria-hidden size={22} strokeWidth={1.8} /></span>
          {t('topics.new')}
        </button>
      )}
      <ul aria-label={t('topics.title')}>
        {topics.map(listed => <TopicRow key={listed.topic.seq} listed={listed} state={state} meId={meId} />)}
      </ul>
      {isMaking && <TopicForm chatId={state.chat.id} onClose={() => setMaking(false)} />}
    </div>
  );
}
