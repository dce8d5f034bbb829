import { useEffect, useMemo } from 'react';
import { useRegistry } from '../registry';
import { ask, failedBy, isSettled, readers, type Showable, shownOf, useTurn } from './incoming';

/** Messages as plugins have them shown. Asking about them again costs nothing. */
export function useShownAll<M extends Showable>(messages: readonly M[]): readonly M[] {
  const transforms = useRegistry(state => state.transforms);
  const turn = useTurn(state => state.turn);
  const isRead = readers(transforms);
  useEffect(() => {
    if (isRead) messages.forEach(ask);
  }, [messages, isRead, turn]);
  return useMemo(() => (isRead ? messages.map(shownOf) : messages), [messages, isRead, turn]);
}

export function useShown<M extends Showable>(message: M | null): M | null {
  const messages = useMemo(() => (message ? [message] : []), [message]);
  return useShownAll(messages)[0] ?? null;
}

/** Nothing until plugins have said how: for what is said once and cannot be taken back. */
export function useShownSurely<M extends Showable>(message: M | null): M | null {
  const shown = useShown(message);
  const isRead = useRegistry(state => readers(state.transforms));
  return message && isRead && !isSettled(message) ? null : shown;
}

/** Which plugin could not read a message, by its name. */
export const useFailedBy = (message: Showable | null) => useTurn(() => message && failedBy(message));
