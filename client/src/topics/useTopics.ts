import { useEffect, useMemo, useState } from 'react';
import type { ListedTopic, Message, Topic } from '../shared/api/types';
import { app } from '../shared/app';
import type { ChatState } from '../shared/sync/chatState';
import { partOf } from '../shared/sync/parts';
import { useStore } from '../shared/sync/store';

export interface Listed {
  topic: Topic;
  last: Message | null;
  unread: number;
}

const pause = 300;

/** The topics of a group, pinned ones above, then the latest talk first: as the server counts them, and as they are here until it has. */
export function useTopics(state: ChatState): Listed[] {
  const { chat, topics, messages, rev, partReads, mine } = state;
  const meId = useStore(store => store.synced.meId);
  const link = useStore(store => store.link);
  const [told, setTold] = useState<Map<number, ListedTopic>>(new Map());

  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(() => {
      const take = (rows: ListedTopic[]) => { if (!isGone) setTold(new Map(rows.map(row => [row.topic.seq, row]))); };
      if (link === 'online') app.session.api.topics(chat.id).then(take, () => null);
    }, told.size === 0 ? 0 : pause);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
    // Whatever changes there, or is read here, is counted again.
  }, [chat.id, link, rev, partReads, mine.lastReadSeq]);

  return useMemo(() => {
    const here = new Map<number, Message>();
    for (const message of messages) if (!message.isDeleted) here.set(message.topicSeq ?? 0, message);
    const rows = Object.values(topics).filter(topic => !topic.isDeleted).map((topic): Listed => {
      const [held = null, listed] = [here.get(topic.seq), told.get(topic.seq)];
      const last = listed?.last && listed.last.seq > (held?.seq ?? 0) ? listed.last : held;
      return { topic, last, unread: listed?.unread ?? partOf(state, { kind: 'topic', seq: topic.seq }, meId).mine.unread };
    });
    return rows.sort((a, b) => pinned(b) - pinned(a) || latest(b) - latest(a));
  }, [topics, messages, told, meId]);
}

const pinned = ({ topic }: Listed) => Date.parse(topic.pinnedAt ?? '') || 0;

const latest = ({ topic, last }: Listed) => Math.max(topic.seq, last?.seq ?? 0);
