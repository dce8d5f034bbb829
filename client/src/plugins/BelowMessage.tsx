import { useMemo } from 'react';
import type { Message } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { placeIn } from './place';
import { useIsFilled } from './registry';
import { Slot } from './Slot';
import { viewMessage } from './views';

export interface BelowMessageProps {
  message: Message;
  state: ChatState;
}

/** Views are made only where somebody looks at them: there are many messages. */
export function BelowMessage(props: BelowMessageProps) {
  return useIsFilled('message.below@1') && <Below {...props} />;
}

function Below({ message, state }: BelowMessageProps) {
  const view = useMemo(() => viewMessage(message), [message]);
  return <Slot name="message.below@1" props={{ ...placeIn(state), message: view }} className="max-w-full min-w-0" />;
}
