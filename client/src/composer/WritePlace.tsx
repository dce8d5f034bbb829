import { useNow } from '../chats/useNow';
import { canPost } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { Composer } from './Composer';
import { ReadOnlyBar } from './ReadOnlyBar';

/** The field, or why there is none. A restriction ends by itself, so it is looked at again as time goes by. */
export function WritePlace({ state }: { state: ChatState }) {
  useNow();
  return canPost(state) ? <Composer state={state} /> : <ReadOnlyBar state={state} />;
}
