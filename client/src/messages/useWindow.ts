import { useCallback, useMemo, useRef, useState } from 'react';
import { app } from '../shared/app';
import type { Message } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { newest, type Range, rangeOf } from '../shared/sync/ranges';
import { messageAt, rowsIn } from '../shared/sync/timeline';
import { heldNow } from './heldNow';
import { around, isFollowing, latest, type Window, within } from './window';

/** Where to scroll once it is drawn: a message, or the end. */
export interface Aim {
  seq: number | null;
}

export interface Shown {
  window: Window;
  /** The contiguous range that the window lies in, and all its messages. */
  range: Range | null;
  rows: Message[];
  drawn: Message[];
  isNewest: boolean;
  aim: Aim | null;
  move(change: (rows: readonly Message[], window: Window, isNewest: boolean) => Window): void;
  toLatest(): void;
  /** Resolves to whether the message is there to be looked at. */
  jump(seq: number): Promise<boolean>;
}

/** Which part of a chat is drawn. It follows the newest until the reader leaves, and keeps to what has no hole. */
export function useWindow(state: ChatState, unreadFrom: number | null): Shown {
  const here = useRef(state);
  here.current = state;
  const [place, setPlace] = useState<{ window: Window; aim: Aim | null }>(() => ({
    window: latest(rowsOf(state, newest(state.ranges)), unreadFrom),
    aim: { seq: null },
  }));
  // A reset may have taken the range away under a reader who was far up.
  const isLost = !isFollowing(place.window) && !rangeOf(state.ranges, place.window.from);
  const range = isFollowing(place.window) || isLost ? newest(state.ranges) : rangeOf(state.ranges, place.window.from);
  const isNewest = range === newest(state.ranges);
  const rows = useMemo(() => rowsOf(state, range), [state.messages, range]);
  // Nothing was here yet when the chat was opened.
  const isBlank = place.window.from === 0;
  const window = isLost || isBlank ? latest(rows, unreadFrom) : place.window;
  const drawn = useMemo(() => within(rows, window), [rows, window.from, window.to]);

  const now = useRef({ rows, window, isNewest });
  now.current = { rows, window, isNewest };

  const move = useCallback<Shown['move']>(change => {
    setPlace({ window: change(now.current.rows, now.current.window, now.current.isNewest), aim: null });
  }, []);

  const toLatest = useCallback(() => {
    const held = heldNow(here.current);
    if (held) setPlace({ window: latest(rowsOf(held, newest(held.ranges))), aim: { seq: null } });
  }, []);

  const jump = useCallback(async (seq: number) => {
    const { chat, part } = here.current;
    if (!rangeOf(heldNow(here.current)?.ranges ?? [], seq)) await app.load(chat.id, { around: seq }, part);
    const held = heldNow(here.current);
    const row = held && messageAt(held, seq);
    if (!row || row.isDeleted) return false;
    setPlace({ window: around(rowsOf(held, rangeOf(held.ranges, seq)), seq), aim: { seq } });
    return true;
  }, []);

  return { window, range, rows, drawn, isNewest, aim: place.aim, move, toLatest, jump };
}

const rowsOf = (state: ChatState, range: Range | null) => (range ? rowsIn(state, range) : []);
