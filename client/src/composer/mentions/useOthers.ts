import { useEffect, useState } from 'react';
import type { Member } from '../../shared/api/types';
import { app } from '../../shared/app';
import type { ChatState } from '../../shared/sync/chatState';

const pauseMs = 150;
/** As many as the list shows, and oneself. */
const most = 9;
const none: Member[] = [];

/** Of a chat whose members are not all at hand, those whom a name may mean, from the server. */
export function useOthers({ chat, members }: ChatState, said: string | null): Member[] {
  const [answer, setAnswer] = useState<{ said: string; found: Member[] } | null>(null);
  const isPart = chat.memberCount > Object.values(members).filter(row => !row.leftAt).length;

  useEffect(() => {
    if (!said || !isPart) return;
    let isCurrent = true;
    const look = async () => {
      const { data } = await app.session.api.members(chat.id, { q: said, limit: most });
      if (isCurrent) setAnswer({ said, found: data });
    };
    const timer = setTimeout(() => look().catch(() => null), pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [chat.id, said, isPart]);

  // What was found for the beginning of a name shows until there is an answer for all of it.
  return said && answer && said.startsWith(answer.said) ? answer.found : none;
}
