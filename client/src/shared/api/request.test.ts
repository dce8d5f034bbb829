import { describe, expect, it } from 'vitest';
import { makeRequest } from './request';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const done = (data: unknown, page?: unknown) => json(200, { success: true, data, page });
const refused = (status: number, code: string, details?: unknown, headers?: Record<string, string>) =>
  json(status, { success: false, error: { code, message: code, details } }, headers);

function start(...answers: (Response | Error)[]) {
  const line = { token: 'old' as string | null, next: 'new' as string | null, refreshed: 0, sent: [] as string[] };
  const request = makeRequest(
    {
      token: () => line.token,
      refresh: async () => {
        line.refreshed++;
        line.token = line.next;
        return line.next;
      },
    },
    async (_path, init) => {
      line.sent.push(new Headers(init?.headers).get('Authorization') ?? 'nobody');
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  );
  return { line, request };
}

describe('a request', () => {
  it('gives the data of the envelope and the next page', async () => {
    const { request } = start(done([1], { next: 'c2' }));

    expect(await request('/x')).toEqual({ data: [1], next: 'c2' });
  });

  it('refreshes once on 401 and tries again with the new token', async () => {
    const { line, request } = start(refused(401, 'UNAUTHORIZED'), done('in'));

    expect((await request('/x')).data).toBe('in');
    expect(line).toMatchObject({ refreshed: 1, sent: ['Bearer old', 'Bearer new'] });
  });

  it('does not go round in circles when the new token is refused too', async () => {
    const { line, request } = start(refused(401, 'UNAUTHORIZED'), refused(401, 'UNAUTHORIZED'));

    await expect(request('/x')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(line).toMatchObject({ refreshed: 1, sent: ['Bearer old', 'Bearer new'] });
  });

  it('asks nothing without a session', async () => {
    const { line, request } = start();
    line.token = line.next = null;

    await expect(request('/x')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(line.sent).toEqual([]);
  });

  it('sends no token where none is wanted', async () => {
    const { line, request } = start(done('policy'));

    await request('/auth/policy', { anonymous: true });

    expect(line.sent).toEqual(['nobody']);
  });

  it('keeps what a refusal says: code, field by field, and when to come back', async () => {
    const { request } = start(
      refused(400, 'VALIDATION_FAILED', { email: 'Taken.', username: ['Short.', 'Odd.'] }),
      refused(409, 'CONFLICT', { username: 'Taken.' }),
      refused(429, 'RATE_LIMITED', undefined, { 'Retry-After': '7' }),
    );

    await expect(request('/x')).rejects.toMatchObject({ fields: { email: 'Taken.', username: 'Short.' } });
    await expect(request('/x')).rejects.toMatchObject({ fields: { username: 'Taken.' } });
    await expect(request('/x')).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 7 });
  });

  it('tells a dead line from a sick server', async () => {
    const { request } = start(new TypeError('failed to fetch'), new Response('<html>', { status: 502 }));

    await expect(request('/x')).rejects.toMatchObject({ code: 'NETWORK' });
    await expect(request('/x')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
