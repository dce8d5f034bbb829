import { expect, it } from 'vitest';
import { en } from './en';
import { ru } from './ru';

const words = { en, ru } as Record<string, Record<string, string>>;
const plural = /_(?:zero|one|two|few|many|other)$/u;
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(match => match[1]).sort();

for (const [language, said] of Object.entries(words)) {
  it(`${language} says everything, in every plural form it has`, () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = Object.keys(en).flatMap(key =>
      plural.test(key) ? forms.map(form => `${key.replace(plural, '')}_${form}`) : [key]);

    expect(Object.keys(said).sort()).toEqual([...new Set(wanted)].sort());
    expect(Object.entries(said).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it(`${language} fills the same places as English`, () => {
    for (const [key, text] of Object.entries(said)) {
      const source = words.en![key] ?? words.en![key.replace(plural, '_other')]!;
      expect([key, holes(text)]).toEqual([key, holes(source)]);
    }
  });
}
