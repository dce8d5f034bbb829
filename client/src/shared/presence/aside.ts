import type { Events } from '../api/types';
import { hearLastSeen, hearStatus, type Lookout } from './people';
import { forgetTyping, hearTyping } from './typing';

type AsideType = 'typing:user' | 'user:status' | 'user:last-seen';

/** What is said once and kept by nobody. */
export type Aside = { [T in AsideType]: { type: T; payload: Events[T] } }[AsideType];

export function hearAside(aside: Aside, meId: string) {
  if (aside.type === 'user:status') return hearStatus(aside.payload.userId, aside.payload.status);
  if (aside.type === 'user:last-seen') return hearLastSeen(aside.payload.userId, aside.payload.at);
  if (aside.payload.userId !== meId) hearTyping(aside.payload);
}

/** Without a line nobody is known to be here, or to be typing. */
export function forgetAsides(lookout: Lookout) {
  forgetTyping();
  lookout.forget();
}
