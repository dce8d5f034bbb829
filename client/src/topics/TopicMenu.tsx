import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageMenu } from '../messages/MessageMenu';
import type { Point } from '../messages/useMenu';
import type { Topic } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { topicActions } from './topicActions';
import { TopicForm } from './TopicForm';
import { topicName } from './topicName';

export interface TopicMenuProps {
  state: ChatState;
  topic: Topic;
  at: Point;
  onClose: () => void;
}

export function TopicMenu({ state, topic, at, onClose }: TopicMenuProps) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  // The menu says that it is closed only after the choice was made.
  const asked = useRef(false);
  if (isEditing) return <TopicForm chatId={state.chat.id} topic={topic} onClose={onClose} />;
  return (
    <MessageMenu
      label={t('topics.actions', { name: topicName(topic, t) })}
      at={at}
      actions={topicActions(state, topic, t, () => (asked.current = true))}
      onClose={() => (asked.current ? setEditing(true) : onClose())}
    />
  );
}
