import { useCallback } from 'react';
import { placeIn } from '../plugins/place';
import { Slot } from '../plugins/Slot';
import { useSources } from '../plugins/useSources';
import type { ChatState } from '../shared/sync/chatState';
import { askJump } from './jumping';

/** Below the chat's head, for plugins that lead through the chat. */
export function ReaderSlot({ state }: { state: ChatState }) {
  const jump = useCallback((seq: number) => askJump(state.chat.id, seq), [state.chat.id]);
  const sources = useSources();
  return <Slot name="chat.header.below@1" props={{ ...placeIn(state), jump, sources }} className="shrink-0" />;
}
