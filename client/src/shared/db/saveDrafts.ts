import { type Draft, isEmpty, unsaid } from '../sync/draft';
import type { Database } from './open';

export async function saveDrafts(db: Database, written: readonly (readonly [chatId: string, draft: Draft])[]) {
  const change = db.transaction('drafts', 'readwrite');
  for (const [chatId, draft] of written) {
    const { at, isSaved } = draft;
    const said = unsaid(draft);
    // One that was cleared and not told yet is kept until it is.
    void (isEmpty(said) && isSaved ? change.store.delete(chatId) : change.store.put({ chatId, ...said, at, isSaved }));
  }
  await change.done;
}
