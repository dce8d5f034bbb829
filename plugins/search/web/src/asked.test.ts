import { describe, expect, it } from 'vitest';
import { nothing, plainWords, readAsked, toParameters, unfinished, writeAsked } from './asked';
import { type Hit, merge } from './found';

const all = {
  ...nothing, words: 'late "report" -x', has: ['image', 'link'] as const, is: ['pinned'] as const,
  person: { id: 'bo', name: 'Bo & Co' }, chat: { id: 'atrium', name: 'Atrium' }, since: '2026-03-01', until: '2026-02-28', newest: true,
};

describe('a search', () => {
  it('is an address and comes back from it as it was', () => {
    expect(readAsked(writeAsked(all))).toEqual(all);
    expect(writeAsked(nothing)).toBe('');
  });

  it('takes nothing from an address that it does not know', () => {
    expect(readAsked('has=image,money&is=rich&order=worst&x=y')).toEqual({ ...nothing, has: ['image'] });
  });

  it('asks the server for days with both ends', () => {
    const said = toParameters(all);
    expect([said.get('after'), said.get('before')]).toEqual(['2026-02-28', '2026-03-01']);
    expect([said.get('from'), said.get('in'), said.get('order')]).toEqual(['bo', 'atrium', 'newest']);
    expect(said.has('fromName') || said.has('inName') || said.has('since')).toBe(false);
  });

  it.each([
    ['in:atr', { key: 'in', text: 'atr', before: '' }],
    ['late from:"Bo B', { key: 'from', text: 'Bo B', before: 'late ' }],
    ['from:bo late', null],
    ['late', null],
  ])('%s is suggested to', (words, expected) => {
    expect(unfinished(words)).toEqual(expected);
  });

  it('asks sources for words alone, and not where something must be left out', () => {
    expect(plainWords({ ...nothing, words: 'Late “Report”' })).toEqual(['late', 'report']);
    expect(plainWords({ ...nothing, words: 'late -report' })).toEqual([]);
    expect(plainWords({ ...nothing, words: 'late has:file' })).toEqual([]);
    expect(plainWords({ ...nothing, words: 'late', has: ['file'] })).toEqual([]);
  });
});

it('What was found on the device goes where its time belongs, and once', () => {
  const hit = (seq: number, sentAt: string, text = 'here') => ({ chatId: 'atrium', seq, sentAt, text }) as Hit;

  const merged = merge([hit(9, '2026-09', 'server'), hit(3, '2026-03', 'server')], [hit(1, '2026-01'), hit(9, '2026-09'), hit(5, '2026-05')]);

  expect(merged.map(({ seq, text }) => [seq, text])).toEqual([[9, 'server'], [5, 'here'], [3, 'server'], [1, 'here']]);
});
