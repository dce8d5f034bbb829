import { type Draft } from '../sync/draft';
import type { Database } from './open';

export async function saveDrafts(db: Database, written: readonly (readonly [chatId: string, draft: Draft | undefined])[]) {
  const change = db.transaction('drafts', 'readwrite');
  for (const [chatId, draft] of written) {
    const { text, replyTo } = draft?.editing?.before ?? draft ?? { text: '', replyTo: null };
    void (text || replyTo ? change.store.put({ chatId, text, replyTo }) : change.store.delete(chatId));
  }
  await change.done;
}
