import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SmallServer } from '../testing/server';
import { applyDelivered, type Change } from './applyEvent';
import type { Choices, Folders, Message } from '../api/types';
import { applySync, newerFolders } from './applySync';
import { type ChatState, nothing, type Synced } from './chatState';
import { isArchived, withChoices } from './choices';
import { withoutExpired } from './expiry';
import { takeChanges } from './holdEvents';
import { type Ask, withPage } from './pages';
import { withRead } from './unread';

const kinds = [
  'ada', 'bo', 'bo', 'reply', 'delete', 'edit', 'stick', 'forward', 'expire', 'like', 'member', 'deliver', 'deliver', 'swap', 'lose', 'ask', 'answer', 'read',
  'older', 'newer', 'around', 'page', 'page', 'burst', 'pin', 'archive', 'mark', 'fold', 'arrive',
] as const;
type Step = (typeof kinds)[number];
const steps = fc.array(
  fc.constantFrom(...kinds),
  // Without a size the library keeps to about ten steps, too few for anything to go wrong.
  { maxLength: 120, size: 'max' },
);

type Personal = { choices: Choices } | { folders: Folders } | { arrived: number };

/** A client of ada's on a bad line: events late, lost and out of order, answers overtaken by events. */
class Client {
  synced: Synced = nothing('ada');
  line: (Change | Personal)[] = [];
  waiting: Change[] = [];
  answers: ReturnType<SmallServer['sync']>[] = [];
  page: { ask: Ask; asked: ChatState; rows: Message[] } | null = null;

  constructor(readonly server: SmallServer) {}

  get state(): ChatState | undefined {
    return this.synced.chats.atrium;
  }

  put(state: ChatState) {
    this.synced = { ...this.synced, chats: { atrium: state } };
  }

  ask() {
    const cursor = this.state?.cursor;
    const me = this.synced.meCursor;
    this.answers.push(this.server.sync({ chats: cursor ? { atrium: cursor } : {}, ...(me && { me }) }, 'ada'));
  }

  answer() {
    const answer = this.answers.shift();
    if (!answer) return;
    this.synced = applySync(this.synced, answer);
    this.hold([]);
  }

  load(ask: Ask) {
    if (this.state) this.page ??= { ask, asked: this.state, rows: this.server.history(ask, 'ada') };
  }

  /** As the engine does: a page that may be stale is asked for again. */
  open() {
    const { page, state } = this;
    this.page = null;
    if (!page || !state) return;
    if (page.asked.missed !== state.missed) return this.load(page.ask);
    this.put(withPage(state, page.ask, page.rows, page.asked.chat.lastSeq));
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
    const some = 1 + (server.rev * 7) % Math.max(1, server.messages.length);
    if (step === 'forward') line.push(server.send('bo', { forwardedFrom: { name: 'Tom', at: '2026-11-24T12:00:00Z' } }));
    if (step === 'reply') line.push(...server.reply('bo', some));
    if (step === 'delete') line.push(...server.forget(some));
    const change = step === 'stick' ? server.pin(some) : step === 'edit' ? server.edit(some)
      : step === 'like' ? server.like(some, server.rev % 2 ? 'ada' : 'bo') : null;
    if (change) line.push(change);
    if (step === 'expire') {
      // The client does not wait to be told.
      if (this.state) this.put(withoutExpired(this.state, Infinity));
      line.push(...server.expire());
    }
    if (step === 'burst') for (let i = 0; i < 20; i++) server.send('bo');
    if (step === 'older') this.load({ before: this.state?.ranges.at(-1)?.[0] ?? 1 });
    if (step === 'newer') this.load({ after: this.state?.ranges[0]?.[1] ?? 0 });
    if (step === 'around') this.load({ around: some });
    if (step === 'page') this.open();
    if (step === 'member') line.push(server.toggle('mira'));
    if (step === 'swap') line.reverse();
    if (step === 'lose') line.shift();
    if (step === 'ask' && this.answers.length === 0) this.ask();
    if (step === 'answer') this.answer();
    if (step === 'deliver') for (const event of line.splice(0, 1)) this.hear(event);
    if (step === 'read' && this.state) {
      server.lastRead = Math.max(server.lastRead, this.state.chat.lastSeq);
      this.put(withRead(this.state, 'ada', server.lastRead));
    }
    this.stepOwn(step);
  }

  /** What ada does on another device, and what arrives at bo's. */
  stepOwn(step: Step) {
    const { server, line } = this;
    if (step === 'pin') line.push({ choices: server.choose({ pinnedAt: server.choices.pinnedAt ? null : '2026-01-01T09:00:00Z' }) });
    if (step === 'archive') line.push({ choices: server.choose({ archivedSeq: server.settled().archivedSeq === null ? server.messages.length : null }) });
    if (step === 'mark') line.push({ choices: server.choose({ isMarkedUnread: !server.choices.isMarkedUnread }) });
    if (step === 'fold') line.push({ folders: server.fold(`folder ${server.rev % 3}`) });
    if (step === 'arrive') {
      server.delivered.set('bo', server.messages.length);
      line.push({ arrived: server.messages.length });
    }
  }

  hear(event: Change | Personal) {
    if ('folders' in event) this.synced = { ...this.synced, folders: newerFolders(this.synced.folders, event.folders) };
    else if ('choices' in event) this.state && this.put(withChoices(this.state, event.choices));
    else if ('arrived' in event) this.state && this.put(applyDelivered(this.state, { userId: 'bo', seq: event.arrived }, 'ada'));
    else this.hold([event]);
  }
}

function settle(client: Client) {
  client.answer();
  client.open();
  client.open();
  client.ask();
  client.answer();
}

/** Every row within the client's ranges, as the server has it. */
const rowsWithin = (server: SmallServer, { ranges }: ChatState) =>
  server.seenBy('ada').filter(row => ranges.some(([from, to]) => row.seq >= from && row.seq <= to));

describe('a client on a bad line', () => {
  for (const resetOver of [200, 5]) {
    it(`ends with exactly what the server has after one sync, with resets over ${resetOver} rows`, () => {
      fc.assert(fc.property(steps, script => {
        const server = new SmallServer(resetOver);
        const client = new Client(server);
        for (const step of script) client.step(step);

        settle(client);

        const state = client.state!;
        expect(state.messages).toEqual(rowsWithin(server, state));
        expect(state.ranges.at(-1)?.[1] ?? 0).toBe(server.messages.length);
        expect(Object.values(state.members)).toEqual(expect.arrayContaining([...server.members.values()]));
        expect(state.chat).toEqual(server.chat);
        expect(state.rev).toBe(server.rev);
        expect(state.mine.unread).toBe(server.unread('ada'));
        expect(client.waiting).toEqual([]);
        expect({ ...state.mine.choices, archivedSeq: null }).toEqual({ ...server.choices, archivedSeq: null });
        expect(isArchived(state, 'ada', 0)).toBe(server.settled().archivedSeq !== null);
        expect(client.synced.folders).toEqual(server.folders);
        expect(state.delivered.bo ?? 0).toBe(server.delivered.get('bo') ?? 0);
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
        const claimed = rowsWithin(server, state).filter(row => row.rev <= state.rev);
        expect(claimed.filter(row => held.get(row.seq) !== row.rev)).toEqual([]);
      }
    }), { numRuns: 100 });
  });
});
