import { app } from '../shared/app';
import { useTask } from '../shared/useTask';

/** Something done on the server that changes chats: done once its new state is here. */
export function useDeed(onDone: () => void) {
  const { run, busy, error } = useTask();
  const start = (work: () => Promise<unknown>) => run(() => work().then(() => app.sync()), onDone);
  return { run: start, busy, error };
}
