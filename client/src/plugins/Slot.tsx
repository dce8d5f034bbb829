import type { SlotName, SlotProps } from '@stogram/plugin';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guard } from './guard';
import { Mounting, type MountPiece } from './Mounting';
import { usePieces } from './registry';

/** An entry of a menu is nothing to mount. */
type MountSlot = Exclude<SlotName, 'message.actions@1'>;

export interface SlotComponentProps<K extends MountSlot> {
  name: K;
  props: SlotProps[K];
  /** How the app sets off each contribution; one that draws nothing takes no room. */
  className?: string;
}

/** Where plugins put in their own. A mounted contribution is outside React: what it throws ends with it. */
export function Slot<K extends MountSlot>({ name, props, className = '' }: SlotComponentProps<K>) {
  const { i18n } = useTranslation();
  const pieces = usePieces(name) as readonly MountPiece[];
  const frozen = useMemo(() => Object.freeze({ ...props }), Object.values(props));
  return pieces.map(piece => (
    <SlotPiece key={`${piece.plugin}/${piece.contribution.id}/${i18n.language}`} piece={piece} props={frozen} className={className} />
  ));
}

export interface SlotPieceProps {
  piece: MountPiece;
  props: object;
  className?: string;
  /** Shown instead of it once it has failed. */
  otherwise?: ReactNode;
}

export function SlotPiece({ piece, props, className = '', otherwise = null }: SlotPieceProps) {
  const [hasFailed, setFailed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const mounting = useRef<Mounting>(null);
  const isWanted = useMemo(
    () => guard(piece.plugin, `when of ${piece.slot}`, () => piece.contribution.when?.(props as never) ?? true, false),
    [piece, props],
  );

  useLayoutEffect(() => {
    if (!isWanted || !place.current) return;
    mounting.current = new Mounting(piece, place.current, () => setFailed(true));
    return () => {
      mounting.current?.end();
      mounting.current = null;
    };
  }, [piece, isWanted]);
  useLayoutEffect(() => mounting.current?.show(props), [piece, isWanted, props]);

  if (hasFailed) return otherwise;
  return isWanted && <div ref={place} className={`empty:hidden has-[>:empty]:hidden ${className}`} />;
}
