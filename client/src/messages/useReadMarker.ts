import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { app } from '../shared/app';
import type { ChatState } from '../shared/sync/chatState';

const pause = 400;

/** Read is what was on screen of a focused window; said at most every so often, and only ever forward. */
export function useReadMarker(scroller: RefObject<HTMLElement | null>, state: ChatState, lastDrawn: string) {
  const { chat: { id: chatId }, part } = state;
  const [path] = useLocation();
  const { lastReadSeq, choices: { isMarkedUnread } } = state.mine;
  const { lastSeq } = state.chat;
  // Whoever comes to a chat marked unread has come back to it; a mark made while it is open is for later.
  const came = useRef(isMarkedUnread);
  useEffect(() => {
    if (came.current && part?.kind !== 'thread') app.choose(chatId, { isMarkedUnread: false }).catch(() => null);
  }, [chatId, part]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || lastReadSeq >= lastSeq) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = () => {
      timer = undefined;
      if (!document.hasFocus() || document.visibilityState !== 'visible' || isCovered(element)) return;
      const seq = newestVisible(element);
      if (seq <= lastReadSeq) return;
      if (part) app.readPart(chatId, part.seq, seq);
      else app.read(chatId, seq);
    };
    const soon = () => {
      timer ??= setTimeout(mark, pause);
    };
    soon();
    element.addEventListener('scroll', soon, { passive: true });
    addEventListener('focus', soon);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', soon);
      removeEventListener('focus', soon);
    };
  }, [scroller, chatId, part, path, lastReadSeq, lastSeq, lastDrawn]);
}

/** On a phone a pane lies over the conversation: nobody reads what is below. */
function isCovered(scroller: HTMLElement): boolean {
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const pane = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('aside');
  return Boolean(pane) && !pane!.contains(scroller);
}

function newestVisible(scroller: HTMLElement): number {
  const bottom = scroller.getBoundingClientRect().bottom;
  const rows = scroller.querySelectorAll<HTMLElement>('[data-seq]');
  for (let i = rows.length - 1; i >= 0; i--) {
    if (rows[i]!.getBoundingClientRect().top < bottom) return Number(rows[i]!.dataset.seq);
  }
  return 0;
}
