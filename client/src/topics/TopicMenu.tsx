import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MuteFor } from '../chats/mine/MuteFor';
import { MessageMenu } from '../messages/MessageMenu';
import type { Point } from '../messages/useMenu';
import type { Topic } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { DeleteTopic } from './DeleteTopic';
import { muteTopic, type Step, topicActions } from './topicActions';
import { TopicForm } from './TopicForm';
import { topicName } from './topicName';

export interface TopicMenuProps {
  state: ChatState;
  topic: Topic;
  at: Point;
  onClose: () => void;
}

/** The menu of a topic, and what it asks further. */
export function TopicMenu({ state, topic, at, onClose }: TopicMenuProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | null>(null);
  // The menu says that it is closed only after the choice was made.
  const asked = useRef<Step | null>(null);
  if (step === 'edit') return <TopicForm chatId={state.chat.id} topic={topic} onClose={onClose} />;
  if (step === 'mute') return <MuteFor onChoose={mute => muteTopic(topic, mute, t)} onClose={onClose} />;
  if (step === 'delete') return <DeleteTopic topic={topic} onClose={onClose} />;
  return (
    <MessageMenu
      label={t('topics.actions', { name: topicName(topic, t) })}
      at={at}
      actions={topicActions(state, topic, t, next => (asked.current = next))}
      onClose={() => (asked.current ? setStep(asked.current) : onClose())}
    />
  );
}
