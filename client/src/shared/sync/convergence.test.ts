import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SmallServer } from '../testing/server';
import type { Change } from './applyEvent';
import { applySync } from './applySync';
import { type ChatState, nothing, type Synced } from './chatState';
import { takeChanges } from './holdEvents';
import { withRead } from './unread';

type Step = 'ada' | 'bo' | 'delete' | 'member' | 'deliver' | 'swap' | 'lose' | 'ask' | 'answer' | 'read';
const steps = fc.array(
  fc.constantFrom<Step>('ada', 'bo', 'bo', 'delete', 'member', 'deliver', 'deliver', 'swap', 'lose', 'ask', 'answer', 'read'),
  // Without a size the library keeps to about ten steps, too few for anything to go wrong.
  { maxLength: 120, size: 'max' },
);

/** A client of ada's on a bad line: events late, lost and out of order, answers overtaken by events. */
class Client {
  synced: Synced = nothing('ada');
  line: Change[] = [];
  waiting: Change[] = [];
  answers: ReturnType<SmallServer['sync']>[] = [];

  constructor(readonly server: SmallServer) {}

  get state(): ChatState | undefined {
    return this.synced.chats.atrium;
  }

  put(state: ChatState) {
    this.synced = { ...this.synced, chats: { atrium: state } };
  }

  ask() {
    const cursor = this.state?.cursor;
    this.answers.push(this.server.sync({ chats: cursor ? { atrium: cursor } : {} }, 'ada'));
  }

  answer() {
    const answer = this.answers.shift();
    if (!answer) return;
    this.synced = applySync(this.synced, answer);
    this.hold([]);
  }

  hold(more: Change[]) {
    if (!this.state) return;
    const held = takeChanges(this.state, [...this.waiting, ...more], 'ada');
    this.put(held.state);
    this.waiting = held.waiting;
  }

  step(step: Step) {
    const { server, line } = this;
    if (step === 'ada' || step === 'bo') line.push(server.send(step));
    if (step === 'delete') line.push(...[server.remove(1 + (server.rev % 7))].filter(change => change !== null));
    if (step === 'member') line.push(server.toggle('mira'));
    if (step === 'swap') line.reverse();
    if (step === 'lose') line.shift();
    if (step === 'ask' && this.answers.length === 0) this.ask();
    if (step === 'answer') this.answer();
    if (step === 'deliver') this.hold(line.splice(0, 1));
    if (step === 'read' && this.state) {
      server.lastRead = Math.max(server.lastRead, this.state.chat.lastSeq);
      this.put(withRead(this.state, 'ada', server.lastRead));
    }
  }
}

function settle(client: Client) {
  client.answer();
  client.ask();
  client.answer();
}

describe('a client on a bad line', () => {
  for (const resetOver of [200, 5]) {
    it(`ends with exactly what the server has after one sync, with resets over ${resetOver} rows`, () => {
      fc.assert(fc.property(steps, script => {
        const server = new SmallServer(resetOver);
        const client = new Client(server);
        for (const step of script) client.step(step);

        settle(client);

        const state = client.state!;
        const held = new Map(state.messages.map(row => [row.seq, row]));
        const [from] = state.ranges.at(-1) ?? [1];
        expect(server.messages.slice(from - 1).map(row => held.get(row.seq))).toEqual(server.messages.slice(from - 1));
        expect(Object.values(state.members)).toEqual(expect.arrayContaining([...server.members.values()]));
        expect(state.chat).toEqual(server.chat);
        expect(state.rev).toBe(server.rev);
        expect(state.mine.unread).toBe(server.unread('ada'));
        expect(client.waiting).toEqual([]);
      }), { numRuns: 300 });
    });
  }

  it('never claims a revision whose rows it does not have', () => {
    fc.assert(fc.property(steps, script => {
      const server = new SmallServer();
      const client = new Client(server);
      for (const step of script) {
        client.step(step);
        const state = client.state;
        if (!state) continue;
        const held = new Map(state.messages.map(row => [row.seq, row.rev]));
        const claimed = server.messages.filter(row => row.rev <= state.rev && row.seq >= (state.ranges[0]?.[0] ?? 1));
        expect(claimed.filter(row => held.get(row.seq) !== row.rev)).toEqual([]);
      }
    }), { numRuns: 200 });
  });
});
