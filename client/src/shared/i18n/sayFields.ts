import type { TFunction } from 'i18next';
import { ApiError } from '../api/error';

type Say = (t: TFunction, ...numbers: number[]) => string;

/** The server's own words for what a form's field can be refused for, as Register.cs and the verbs beside it have them. */
const known: [RegExp, Say][] = [
  [/^(?:Required\.|Must not be empty\.)$/u, t => t('field.required')],
  [/^Taken\.$/u, t => t('field.taken')],
  [/^(\d+) to (\d+) letters, digits, dots or underscores\.$/u, (t, from, to) => t('field.username', { from, to })],
  [/^At least (\d+) characters\.$/u, (t, count) => t('field.short', { count })],
  [/^At most (\d+) characters\.$/u, (t, count) => t('field.long', { count })],
  [/^At least (-?[\d.]+)\.$/u, (t, min) => t('field.least', { min })],
  [/^At most (-?[\d.]+)\.$/u, (t, max) => t('field.most', { max })],
  [/^At most (\d+) items\.$/u, (t, count) => t('field.items', { count })],
  [/^Must be an integer\.$/u, t => t('field.integer')],
  [/^Must be a number\.$/u, t => t('field.number')],
  [/^Must be an? uri\.$/u, t => t('field.uri')],
  [/^Must be an email\.$/u, t => t('field.email')],
  [/^Must be a duration\.$/u, t => t('field.duration')],
  [/^Must be a color\.$/u, t => t('field.color')],
  [/^Must be an? uuid\.$/u, t => t('field.uuid')],
  [/^Must be one of /u, t => t('field.choice')],
  [/^Must match /u, t => t('field.pattern')],
  [/ maximum length of (\d+)\.$/u, (t, count) => t('field.long', { count })],
  [/^That is not your password\.$/u, t => t('field.password')],
  [/^That code is not right, or was used already\.$/u, t => t('auth.codeWrong')],
  [/^This link is not good any more\. Ask for a new one\.$/u, t => t('auth.linkSpent')],
  [/ is no host name: /u, t => t('field.host')],
  [/^\d+ to \d+ lower-case letters, digits or dashes, a letter first\.$/u, t => t('field.slug')],
  [/^There is nobody of that name\.$/u, t => t('field.nobody')],
  [/^That is not its name\.$/u, t => t('field.otherName')],
  [/^In use by you\.$/u, t => t('field.hereByIt')],
  [/ is not a valid e-mail address\.$/u, t => t('field.email')],
];

export function sayField(t: TFunction, words: string): string {
  for (const [pattern, say] of known) {
    const found = pattern.exec(words);
    if (found) return say(t, ...found.slice(1).map(Number));
  }
  return words;
}

/** What the server complains about, by field; words it has never used before are shown as they are. */
export function sayFields(t: TFunction, error: unknown): Partial<Record<string, string>> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(Object.entries(error.fields).map(([field, words]) => [field, sayField(t, words)]));
}
