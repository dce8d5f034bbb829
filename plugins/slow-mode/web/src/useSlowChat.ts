import { useEffect, useState } from 'preact/hooks';
import type { SlowChat, SlowChats } from './slowChats';

/** Null until the server has answered. A person's role decides whether they wait, so it is asked anew with another. */
export function useSlowChat(chats: SlowChats, chatId: string, role: string): SlowChat | null {
  const [, redraw] = useState(0);
  useEffect(() => chats.watch(chatId, () => redraw(count => count + 1)), [chats, chatId, role]);
  return chats.state(chatId);
}
