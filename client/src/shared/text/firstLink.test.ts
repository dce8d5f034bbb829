import { expect, it } from 'vitest';
import corpus from '../../../../tests/texts/links.json';
import { firstLink } from './firstLink';

it.each(corpus)('finds in $typed the link that the server looks at', ({ typed, link }) => {
  expect(firstLink(typed)).toBe(link);
});
