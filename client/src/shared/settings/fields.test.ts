import type { SettingRules } from '../api/plugins';
import { describe, expect, it } from 'vitest';
import { draftOf, faultOf, groupsOf, mask, valueOf } from './fields';

const through = (rules: SettingRules, value: unknown) => valueOf(rules, draftOf(rules, value));

describe('fields', () => {
  it('stand in their groups and in their order, and have names people read', () => {
    const groups = groupsOf({
      properties: {
        late: { type: 'string', 'x-stogram': { group: 'Voice', order: 2 } },
        maxSeconds: { type: 'integer', description: 'How long.' },
        early: { type: 'string', title: 'First', 'x-stogram': { group: 'Voice', order: 1, help: 'Help.' } },
      },
    });

    expect(groups.map(({ title, fields }) => [title, fields.map(({ label, help }) => [label, help])])).toEqual([
      [null, [['Max seconds', 'How long.']]],
      ['Voice', [['First', 'Help.'], ['Late', undefined]]],
    ]);
  });
});

describe('a value', () => {
  it.each<[SettingRules, unknown]>([
    [{ type: 'string' }, 'rain'], [{ type: 'integer' }, 0], [{ type: 'number' }, 0.5], [{ type: 'boolean' }, true],
    [{ type: 'integer', enum: [1, 2] }, 2], [{ type: 'array', items: { type: 'string' } }, ['a', 'b']],
    [{ type: 'array', items: { type: 'integer' } }, [1, 2]], [{ type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, ['b']],
    [{ type: 'string', writeOnly: true }, mask],
  ])('of %j is what it was where nobody changed it', (rules, value) => expect(through(rules, value)).toEqual(value));

  it('that is left out stays left out, and one that is emptied is empty where it has a default', () => {
    expect([through({ type: 'string' }, undefined), through({ type: 'integer', default: 3 }, undefined)]).toEqual([undefined, undefined]);
    expect(valueOf({ type: 'string', default: 'hello' }, '')).toBe('');
  });

  it('that is no number is sent as it was written, for the server to say so', () => {
    expect([valueOf({ type: 'integer' }, 'many'), valueOf({ type: 'number' }, '0,5')]).toEqual(['many', 0.5]);
  });
});

it('a fault of one entry is a fault of its list', () => {
  expect(faultOf({ 'words[2]': 'Too long.' }, 'words')).toBe('Too long.');
  expect(faultOf({ 'words[2]': 'Too long.' }, 'word')).toBeUndefined();
});
