import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SavedDraft } from '../api/types';
import { type Draft, noDraft, taken, touched, unsaid } from './draft';

const noon = Date.UTC(2026, 0, 1, 12);
const time = (minute: number) => new Date(noon + minute * 60_000);
const saved = (text: string, minute: number): SavedDraft => ({ chatId: 'atrium', text, replyTo: null, at: time(minute).toISOString() });

it('takes what was touched later elsewhere, and keeps what was touched later here', () => {
  const here = touched(noDraft, { text: 'here' }, time(5));

  expect(taken(here, saved('before', 4))).toBe(here);
  expect(taken(here, saved('after', 6))).toMatchObject({ text: 'after', isSaved: true });
});

it('is not touched by an edit that begins, goes on and ends', () => {
  const draft = { ...touched(noDraft, { text: 'half a thought' }, time(1)), isSaved: true };
  const editing = { id: 'm1', seq: 1, content: 'said', before: unsaid(draft) };

  const begun = touched(draft, { text: 'said', editing }, time(2));
  const ended = touched(touched(begun, { text: 'said better' }, time(3)), { ...editing.before, editing: null }, time(4));

  expect(begun).toMatchObject({ at: draft.at, isSaved: true });
  expect(ended).toEqual(draft);
});

it('lands below an edit that is under way', () => {
  const editing = { id: 'm1', seq: 1, content: 'said', before: unsaid(noDraft) };
  const begun = touched(noDraft, { text: 'said', editing }, time(1));

  const after = taken(begun, saved('from the phone', 2));

  expect(after.text).toBe('said');
  expect(unsaid(after).text).toBe('from the phone');
});

/** Two devices, each typing, saving, hearing late or not at all; the server keeps what was touched later. */
it('ends the same on two devices, however they type and whatever gets lost', () => {
  const step = fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom('type', 'save', 'answer', 'hear', 'lose', 'clear'),
    minutes: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 60, size: 'max' }), script => {
    let [minute, server] = [0, saved('', 0)];
    const devices = [0, 1].map(() => ({ draft: noDraft as Draft, heard: [] as SavedDraft[], asked: [] as { draft: Draft; answer: SavedDraft }[] }));
    const save = (device: (typeof devices)[number]) => {
      const { draft } = device;
      if (draft.isSaved) return;
      if (Date.parse(draft.at) >= Date.parse(server.at)) {
        server = { chatId: 'atrium', ...unsaid(draft), at: draft.at };
        for (const other of devices) other.heard.push(server);
      }
      device.asked.push({ draft, answer: server });
    };
    const answer = (device: (typeof devices)[number]) => {
      for (const { draft, answer: said } of device.asked.splice(0, 1)) {
        device.draft = device.draft.at === draft.at ? taken({ ...device.draft, at: '' }, said) : taken(device.draft, said);
      }
    };

    for (const { who, what, minutes } of script) {
      const device = devices[who]!;
      minute += minutes;
      if (what === 'type') device.draft = touched(device.draft, { text: `typed by ${who} at ${minute}` }, time(minute));
      if (what === 'clear') device.draft = touched(device.draft, { text: '' }, time(minute));
      if (what === 'save') save(device);
      if (what === 'answer') answer(device);
      if (what === 'hear') for (const draft of device.heard.splice(0, 1)) device.draft = taken(device.draft, draft);
      if (what === 'lose') device.heard.shift();
    }
    for (const device of devices) {
      while (device.asked.length) answer(device);
      save(device);
      answer(device);
    }
    for (const device of devices) device.draft = taken(device.draft, server);

    expect(devices.map(({ draft }) => draft.text)).toEqual([server.text, server.text]);
  }), { numRuns: 300 });
});
