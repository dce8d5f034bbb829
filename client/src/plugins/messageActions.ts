import type { Action } from '../messages/actionsOf';
import type { Message } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { guard } from './guard';
import { placeIn } from './place';
import type { Piece } from './registry';
import { titled } from './titled';
import { viewMessage } from './views';

/** The menu of a message with what plugins add, before what cannot be undone. */
export function withPlugins(actions: Action[], pieces: readonly Piece<'message.actions@1'>[], message: Message, state: ChatState): Action[] {
  const place = Object.freeze({ ...placeIn(state), message: viewMessage(message) });
  const added = pieces
    .filter(({ plugin, slot, contribution }) => guard(plugin, `when of ${slot}`, () => contribution.when?.(place) ?? true, false))
    .map((piece): Action => {
      const { title, icon } = titled(piece);
      const { plugin, slot, contribution } = piece;
      const run = () => guard(plugin, `${slot} (${contribution.id})`, () => contribution.run(place), undefined);
      return { key: `${plugin}/${contribution.id}`, label: title, icon, run };
    });
  const grave = actions.findIndex(action => action.isGrave);
  return actions.toSpliced(grave < 0 ? actions.length : grave, 0, ...added);
}
