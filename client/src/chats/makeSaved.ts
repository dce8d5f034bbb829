import { app } from '../shared/app';
import { useStore } from '../shared/sync/store';

/** The chat with oneself, made when it is first wanted. */
export async function makeSaved(): Promise<string> {
  const { id } = await app.session.api.createChat({ type: 'PRIVATE', memberIds: [useStore.getState().synced.meId] });
  await app.sync();
  return id;
}
