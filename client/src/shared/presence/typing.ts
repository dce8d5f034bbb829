import { create } from 'zustand';
import type { Events } from '../api/types';

/** A word of it comes every three seconds while somebody types; what is silent for longer than two of them has ended. */
const lasts = 7_000;

/** Who is typing, by chat, in the order in which they began. */
export const useTyping = create<Record<string, string[]>>(() => ({}));

const timers = new Map<string, ReturnType<typeof setTimeout>>();

export function hearTyping({ chatId, userId, on }: Events['typing:user']) {
  const key = `${chatId}/${userId}`;
  clearTimeout(timers.get(key));
  timers.delete(key);
  const others = useTyping.getState()[chatId] ?? [];
  if (!on) return useTyping.setState({ [chatId]: others.filter(id => id !== userId) });
  timers.set(key, setTimeout(() => hearTyping({ chatId, userId, on: false }), lasts));
  if (!others.includes(userId)) useTyping.setState({ [chatId]: [...others, userId] });
}

export function forgetTyping() {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  useTyping.setState({}, true);
}
