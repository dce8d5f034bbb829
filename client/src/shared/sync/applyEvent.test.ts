import { describe, expect, it } from 'vitest';
import { SmallServer } from '../testing/server';
import { applyChange } from './applyEvent';
import { applySync } from './applySync';
import { nothing } from './chatState';
import { withoutHidden } from './mergeMessages';

function start() {
  const server = new SmallServer();
  server.send('bo');
  server.send('bo');
  const synced = applySync(nothing('ada'), server.sync({ chats: {} }, 'ada'));
  return { server, state: synced.chats.atrium! };
}

const reacted = (rev: number, userId: string, on: boolean, count: number) => ({
  kind: 'reaction' as const, chatId: 'atrium', rev,
  reacted: {
    chatId: 'atrium', rev, id: 'x', seq: 1, userId, emoji: '👍', on, counts: count ? [{ emoji: '👍', count }] : [],
  },
});

describe('a change of a message', () => {
  it('counts reactions and remembers which are mine', () => {
    const { state } = start();

    const mine = applyChange(state, reacted(state.rev + 1, 'ada', true, 1), 'ada');
    const both = applyChange(mine, reacted(mine.rev + 1, 'bo', true, 2), 'ada');
    const back = applyChange(both, reacted(both.rev + 1, 'ada', false, 1), 'ada');

    expect(both.messages[0]!.reactions).toEqual([{ emoji: '👍', count: 2, mine: true }]);
    expect(back.messages[0]!.reactions).toEqual([{ emoji: '👍', count: 1, mine: false }]);
    expect(back.rev).toBe(state.rev + 3);
  });

  it('is not taken for an old one where the chat was told first', () => {
    const { state } = start();
    const seq = state.chat.lastSeq + 1;
    const chat = { ...state.chat, name: 'Hall', rev: state.rev + 1, lastSeq: seq };
    const message = { ...state.messages[0]!, id: 'new', seq, rev: state.rev + 2 };

    const renamed = applyChange(state, { kind: 'chat', chatId: 'atrium', rev: chat.rev, chat }, 'ada');
    const both = applyChange(renamed, { kind: 'message', chatId: 'atrium', rev: message.rev, message }, 'ada');

    expect(both.chat).toMatchObject({ name: 'Hall', lastSeq: seq });
    expect(both.messages.some(row => row.id === 'new')).toBe(true);
  });

  it('replaces what was said, and an older event does not bring it back', () => {
    const { state } = start();
    const before = state.messages[0]!;
    const edited = { ...before, rev: state.rev + 1, content: 'Better', isEdited: true };

    const after = applyChange(state, { kind: 'message', chatId: 'atrium', rev: edited.rev, message: edited }, 'ada');
    const late = applyChange(after, { kind: 'message', chatId: 'atrium', rev: before.rev, message: before }, 'ada');

    expect(after.messages[0]!.content).toBe('Better');
    expect(late.messages[0]!.content).toBe('Better');
    expect(late.rev).toBe(edited.rev);
  });

  it('takes away what I deleted for me and nothing else', () => {
    const { state } = start();

    const after = withoutHidden(state, { chatId: 'atrium', id: 'x', seq: 1 });

    expect(after.messages.map(row => row.seq)).toEqual([2]);
    expect(withoutHidden(after, { chatId: 'atrium', id: 'x', seq: 1 }).messages).toBe(after.messages);
  });
});
