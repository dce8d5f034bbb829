import { describe, expect, it } from 'vitest';
import { nothing, writeAsked } from '../asked';
import type { Found, Hit } from '../found';
import { choicesOf, firstFound } from './choices';
import { completions } from './completions';

const hit = (text: string, ...words: string[]) => ({ text, ranges: words.map(word => ({ start: text.indexOf(word), length: word.length })) }) as unknown as Hit;
const asked = (words: string) => ({ ...nothing, words });

describe('while somebody types', () => {
  it('the last word is completed by what was found, the most frequent first', () => {
    const hits = [hit('The Report and reports', 'Report', 'reports'), hit('A report', 'report'), hit('Rep', 'Rep')];

    expect(completions('late rep', hits)).toEqual(['late report', 'late reports']);
    expect(completions('rép', [hit('Répétition', 'Répétition')])).toEqual(['répétition']);
  });

  it.each(['"late rep', 'late ', '-rep', 'r', 'has:rep'])('%s has no last word to complete', words => {
    expect(completions(words, [hit('A report', 'report')])).toEqual([]);
  });

  it('no word is completed by a part of one, or by words of which something else was found', () => {
    expect(completions('port', [hit('A report', 'port'), hit('A report, late', 'report')])).toEqual([]);
  });

  it('what was looked for before comes first, and Enter opens what was found', () => {
    const recent = ['Report late', 'report', 'other', 'Report card'].map(words => writeAsked(asked(words)));
    const found = { messages: [hit('Reports', 'Reports')], people: [], chats: [], cursor: null } satisfies Found;

    const choices = choicesOf(asked('report'), found, [], recent);

    expect(choices.map(({ kind }) => kind)).toEqual(['recent', 'recent', 'words', 'message']);
    expect(firstFound(choices)).toBe(3);
    expect(firstFound(choicesOf(nothing, null, [], recent))).toBe(0);
    expect(choicesOf(asked('repor'), found, [], [writeAsked(asked('reports'))]).map(({ kind }) => kind)).toEqual(['recent', 'message']);
  });
});
