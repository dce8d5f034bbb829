import { useEffect, useMemo } from 'react';
import { app } from '../shared/app';
import { SayTyping } from '../shared/presence/sayTyping';

/** For the chat on screen; leaving it ends the typing. */
export function useSayTyping(chatId: string) {
  const typing = useMemo(() => new SayTyping(on => app.sayTyping(chatId, on)), [chatId]);
  useEffect(() => () => typing.stop(), [typing]);
  return typing;
}
