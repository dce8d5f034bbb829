import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import type { Member } from '../../shared/api/types';
import type { ChatState } from '../../shared/sync/chatState';
import { type Asked, askedAt, matching, withName } from './asked';
import { useOthers } from './useOthers';

/** Whom to mention. `null` stands for everybody. */
export type Candidate = Member | null;

export interface Mentions {
  found: Candidate[];
  active: number;
  onMove(): void;
  onKeyDown(event: KeyboardEvent): boolean;
  pick(candidate: Candidate): void;
}

export function useMentions(field: RefObject<HTMLTextAreaElement | null>, text: string, write: (text: string) => void, state: ChatState, meId: string): Mentions {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [active, setActive] = useState(0);
  const others = useOthers(state, asked?.said ?? null);
  const found = useMemo(() => (asked ? candidates(state, others, meId, asked.said) : []), [asked, state, others, meId]);
  const ask = (next: Asked | null) => {
    setAsked(next);
    setActive(0);
  };

  const pick = (candidate: Candidate) => {
    if (!asked) return;
    const { text: next, cursor } = withName(text, asked, candidate?.user.username ?? 'all');
    write(next);
    ask(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(cursor, cursor);
    });
  };

  const onKeyDown = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (found.length === 0) return false;
    if (key === 'ArrowDown') setActive((active + 1) % found.length);
    else if (key === 'ArrowUp') setActive((active + found.length - 1) % found.length);
    else if ((key === 'Enter' && !shiftKey) || key === 'Tab') pick(found[active]!);
    else if (key === 'Escape') ask(null);
    else return false;
    return true;
  };

  const onMove = () => {
    const element = field.current;
    if (!element || state.chat.type === 'PRIVATE') return;
    const next = element.selectionStart === element.selectionEnd ? askedAt(element.value, element.selectionStart) : null;
    if (next?.at !== asked?.at || next?.said !== asked?.said) ask(next);
  };

  return { found, active, onMove, onKeyDown, pick };
}

function candidates(state: ChatState, others: Member[], meId: string, said: string): Candidate[] {
  const all = { ...Object.fromEntries(others.map(row => [row.userId, row])), ...state.members };
  const people = matching(
    Object.values(all).filter(row => !row.leftAt && row.userId !== meId), said, new Map(state.messages.map(({ senderId, seq }) => [senderId, seq])),
  );
  return 'all'.startsWith(said) ? [...people, null] : people;
}
