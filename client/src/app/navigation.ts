import { useLocation } from 'wouter';

/** Marks entries this app made, so that Back leaves no one outside who came in by a link. */
export const inApp = { inApp: true };

export function useNavigation() {
  const [path, navigate] = useLocation();
  const go = (to: string) => navigate(to, { state: inApp, replace: path === to });
  const swap = (to: string) => navigate(to, { state: history.state, replace: true });
  const back = (fallback: string) => {
    if (history.state?.inApp) history.back();
    else navigate(fallback, { replace: true });
  };
  return { path, go, swap, back };
}

export interface Place {
  left: 'chats' | 'archive' | 'search' | 'new' | 'settings' | 'join';
  chatId: string | null;
  info: boolean;
  /** The root of the thread that is open beside the chat. */
  thread: number | null;
  topic: number | null;
  /** Of a link to a chat. */
  code?: string;
}

export function placeOf(path: string): Place {
  const [section, id, detail, seq] = path.split('/').filter(Boolean);
  if (section === 'chat' && id) return { left: 'chats', chatId: id, info: detail === 'info', thread: detail === 'thread' ? numberOf(seq) : null, topic: detail === 'topic' ? numberOf(seq) : null };
  // A chat that was found is open beside what found it.
  if (section === 'search') return { left: 'search', chatId: id ?? null, info: false, thread: null, topic: null };
  if (section === 'join' && id) return { left: 'join', chatId: null, info: false, thread: null, topic: null, code: id };
  return { left: section === 'archive' || section === 'new' || section === 'settings' ? section : 'chats', chatId: null, info: false, thread: null, topic: null };
}

const numberOf = (text = '') => (/^\d{1,15}$/u.test(text) ? Number(text) : null);
