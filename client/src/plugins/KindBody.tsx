import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { placeIn } from './place';
import { usePieces } from './registry';
import { SlotPiece } from './Slot';
import { viewMessage } from './views';

export interface KindBodyProps {
  message: Message;
  state: ChatState;
  /** The text that travels with it, for where no plugin draws it. */
  otherwise: ReactNode;
}

/** A message of a plugin's own kind, as that plugin draws it. */
export function KindBody({ message, state, otherwise }: KindBodyProps) {
  const { i18n } = useTranslation();
  const piece = usePieces('message.kind').find(other => other.contribution.id === message.type);
  const place = placeIn(state);
  const props = useMemo(() => Object.freeze({ ...place, message: viewMessage(message) }), [message, ...Object.values(place)]);
  if (!piece) return otherwise;
  return <SlotPiece key={`${piece.plugin}/${i18n.language}`} piece={piece} props={props} otherwise={otherwise} className="min-w-0" />;
}
