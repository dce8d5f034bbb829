import { describe, expect, it } from 'vitest';
import { answer, words } from './index.js';

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, statusText: 'Said so' });

describe('an answer', () => {
  it('is its data', async () => {
    expect(await answer(json({ success: true, data: { seconds: 30 } }))).toEqual({ seconds: 30 });
  });

  it('throws the code, the words and the details of a refusal', async () => {
    const error = { code: 'FORBIDDEN', message: 'Not yours.', details: { role: 'MEMBER' } };

    await expect(answer(json({ success: false, error }, 403))).rejects.toMatchObject(error);
  });

  it('throws where there is no envelope', async () => {
    const page = new Response('<html>', { status: 502, statusText: 'Bad Gateway' });

    await expect(answer(page)).rejects.toMatchObject({ code: 'INTERNAL', message: 'Bad Gateway', details: {} });
  });
});

describe('words', () => {
  const languages = { en: 'Wait', ru: 'Подождите' };

  it('come in the language of the app, of a region too', () => {
    expect([words('ru', languages), words('ru-RU', languages)]).toEqual(['Подождите', 'Подождите']);
  });

  it('come in the first language where there are none', () => {
    expect(words('fr', languages)).toBe('Wait');
  });
});
