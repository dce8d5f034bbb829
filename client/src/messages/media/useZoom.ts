import { type MouseEvent, type PointerEvent, type WheelEvent, useEffect, useRef, useState } from 'react';

const most = 8;
const farEnough = 70;
const whole = { scale: 1, x: 0, y: 0 };

interface Ways {
  onLeft: () => void;
  onRight: () => void;
  onDown: () => void;
}

/** Wheel, two fingers or a double click make it larger; then it is moved. A push of the whole picture goes on or closes. */
export function useZoom(fileId: string, ways: Ways) {
  const [state, setState] = useState(whole);
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const began = useRef<{ x: number; y: number; spread: number; state: typeof whole } | null>(null);
  useEffect(() => setState(whole), [fileId]);

  const by = (factor: number) => setState(({ scale, x, y }) => {
    const next = Math.min(most, Math.max(1, scale * factor));
    return next === 1 ? whole : { scale: next, x: (x * next) / scale, y: (y * next) / scale };
  });

  const middle = () => {
    const all = [...fingers.current.values()];
    const x = all.reduce((sum, point) => sum + point.x, 0) / all.length;
    const y = all.reduce((sum, point) => sum + point.y, 0) / all.length;
    const spread = all.length > 1 ? Math.hypot(all[0]!.x - all[1]!.x, all[0]!.y - all[1]!.y) : 0;
    return { x, y, spread };
  };

  const restart = () => (began.current = fingers.current.size ? { ...middle(), state } : null);

  const on = {
    onPointerDown: (event: PointerEvent) => {
      if ((event.target as Element).closest('button')) return;
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      event.currentTarget.setPointerCapture(event.pointerId);
      restart();
    },
    onPointerMove: (event: PointerEvent) => {
      const start = began.current;
      if (!start || !fingers.current.has(event.pointerId)) return;
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const now = middle();
      const scale = Math.min(most, Math.max(1, start.spread ? (start.state.scale * now.spread) / start.spread : start.state.scale));
      setState({ scale, x: start.state.x + now.x - start.x, y: start.state.y + now.y - start.y });
    },
    onPointerUp: (event: PointerEvent) => {
      if (!fingers.current.delete(event.pointerId)) return;
      const { scale, x, y } = state;
      if (scale > 1) return void restart();
      setState(whole);
      began.current = null;
      if (Math.abs(x) > Math.abs(y) && x < -farEnough) ways.onLeft();
      else if (Math.abs(x) > Math.abs(y) && x > farEnough) ways.onRight();
      else if (y > farEnough) ways.onDown();
    },
    onPointerCancel: (event: PointerEvent) => {
      fingers.current.delete(event.pointerId);
      restart();
    },
    onWheel: (event: WheelEvent) => by(event.deltaY < 0 ? 1.2 : 1 / 1.2),
    onDoubleClick: (event: MouseEvent) => (event.target as Element).closest('button') || (state.scale > 1 ? setState(whole) : by(2.5)),
  };

  return { scale: state.scale, by, on, style: { transform: `translate(${state.x}px, ${state.y}px) scale(${state.scale})` } };
}
