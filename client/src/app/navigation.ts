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
  /** A plugin's own. */
  page?: { plugin: string; path: string };
  /** Of a link to a chat. */
  code?: string;
}

const nowhere = { chatId: null, info: false, thread: null, topic: null };

export function placeOf(path: string): Place {
  const [section, id, ...rest] = path.split('/').filter(Boolean);
  const [detail, seq] = rest;
  const at = (name: string) => (detail === name ? numberOf(seq) : null);
  if (section === 'chat' && id) return { left: 'chats', chatId: id, info: detail === 'info', thread: at('thread'), topic: at('topic') };
  if (section === 'app' && id) return { ...nowhere, left: 'chats', page: { plugin: id, path: rest.join('/') } };
  // A chat that was found is open beside what found it.
  if (section === 'search') return { ...nowhere, left: 'search', chatId: id ?? null };
  if (section === 'join' && id) return { ...nowhere, left: 'join', code: id };
  return { ...nowhere, left: section === 'archive' || section === 'new' || section === 'settings' ? section : 'chats' };
}

const numberOf = (text = '') => (/^\d{1,15}$/u.test(text) ? Number(text) : null);
