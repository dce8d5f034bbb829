export const contract = '0.1';

/** @type {typeof import('./index.d.ts').answer} */
export async function answer(response) {
  const envelope = await response.json().catch(() => null);
  if (envelope?.success) return envelope.data;
  const { code = 'INTERNAL', message = response.statusText, details = {} } = envelope?.error ?? {};
  throw Object.assign(new Error(message), { code, details });
}

/** @type {typeof import('./index.d.ts').words} */
export function words(locale, languages) {
  const [first] = Object.values(languages);
  const found = languages[locale] ?? languages[locale.slice(0, 2)] ?? first;
  if (!found) throw new Error('There are no words in any language.');
  return found;
}
