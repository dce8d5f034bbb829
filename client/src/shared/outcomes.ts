import type { Failure } from './api/types';
import type { Pending } from './sync/outbox';

/** How the sends of this device ended, for whoever wants to know. */
export interface Outcomes {
  'message:sent': { chatId: string; id: string; at: number };
  'message:rejected': { chatId: string; id: string; code: string; message: string; details: Record<string, unknown> };
}

const target = new EventTarget();

export const tell = <K extends keyof Outcomes>(outcome: K, detail: Outcomes[K]) =>
  void target.dispatchEvent(new CustomEvent(outcome, { detail }));

export const hear = <K extends keyof Outcomes>(outcome: K, handler: (detail: Outcomes[K]) => void, signal: AbortSignal) =>
  target.addEventListener(outcome, event => handler((event as CustomEvent<Outcomes[K]>).detail), { signal });

/** A plugin's refusal goes by the plugin's own code. */
export function refusalOf({ chatId, id }: Pending, { code, message, details = {} }: Failure) {
  const own = code === 'REJECTED' && typeof details.code === 'string' ? details.code : code;
  return { chatId, id, code: own, message, details };
}
