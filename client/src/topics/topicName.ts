import type { TFunction } from 'i18next';
import type { Topic } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';

export const topicName = (topic: Topic | undefined, t: TFunction) => topic?.name || t('topics.general');

/** Where somebody says something, for whoever only hears of it; nothing where the group has no topics. */
export const topicOf = ({ chat, topics }: ChatState, { topicSeq }: { topicSeq?: number | null }, t: TFunction): string | null =>
  chat.hasTopics ? topicName(topics[topicSeq ?? 0], t) : null;
