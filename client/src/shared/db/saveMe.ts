import type { Me } from '../api/types';
import type { Database } from './open';

/** Only beside what is already kept: an account alone is no state to start from. */
export async function saveMe(db: Database, me: Me) {
  const change = db.transaction('about', 'readwrite');
  const about = await change.store.get('me');
  if (about) await change.store.put({ ...about, me }, 'me');
  await change.done;
}
