import type { Message } from '../../shared/api/types';

/** Of two rows of the same message the later revision counts; both lists together have every pin. */
export function pinsOf(listed: readonly Message[], held: readonly Message[]): Message[] {
  const known = new Map(listed.map(message => [message.seq, message]));
  for (const message of held) {
    const other = known.get(message.seq);
    if (other ? message.rev >= other.rev : message.isPinned) known.set(message.seq, message);
  }
  return [...known.values()].filter(message => message.isPinned && !message.isDeleted).sort((a, b) => a.seq - b.seq);
}
