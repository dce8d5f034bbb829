import { useCallback, useEffect, useState } from 'react';
import type { Events, Scheduled } from '../../shared/api/types';
import { app } from '../../shared/app';
import { useStore } from '../../shared/sync/store';

const none: readonly Scheduled[] = [];

/** What I have waiting in a chat, on all my devices; the next first. */
export function useScheduled(chatId: string): readonly Scheduled[] {
  const link = useStore(store => store.link);
  const [waiting, setWaiting] = useState(none);
  const load = useCallback(() => app.session.api.scheduled(chatId).then(setWaiting, () => null), [chatId]);
  useEffect(() => {
    const leaving = new AbortController();
    if (link === 'online') void load();
    app.listen<Events['message:scheduled']>('message:scheduled', event => { if (event.chatId === chatId) void load(); }, leaving.signal);
    return () => leaving.abort();
  }, [chatId, link, load]);
  return waiting;
}
