import { afterEach, expect, it } from 'vitest';
import { user } from '../testing/server';
import { hearLastSeen, hearStatus, Lookout, usePeople } from './people';

function start() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const lookout = new Lookout(id => {
    asked.push(id);
    return new Promise(resolve => answers.push(() => resolve({ ...user(id), lastSeenAt: null })));
  });
  const answer = async () => {
    for (const give of answers.splice(0)) give();
    await new Promise(resolve => setTimeout(resolve));
  };
  return { lookout, asked, answer };
}

afterEach(() => usePeople.setState({}, true));

it('asks after each person once, and after no more than four at a time', async () => {
  const { lookout, asked, answer } = start();

  for (const id of ['a', 'b', 'a', 'c', 'd', 'e']) lookout.look(id);
  expect(asked).toEqual(['a', 'b', 'c', 'd']);
  await answer();
  await answer();

  expect(asked).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(usePeople.getState().e).toEqual({ status: 'ONLINE', lastSeenAt: null });
});

it('asks after nobody whose account is deleted', () => {
  const asked: string[] = [];
  const lookout = new Lookout(id => Promise.resolve(user(asked[asked.push(id) - 1]!)), undefined, id => id === 'bo');

  for (const id of ['bo', 'cy']) lookout.look(id);
  lookout.again('bo', true);

  expect(asked).toEqual(['cy']);
});

it('believes an event more than an answer that was on its way', async () => {
  const { lookout, answer } = start();

  lookout.look('bo');
  hearStatus('bo', 'OFFLINE');
  hearLastSeen('bo', '2026-01-01T09:00:00Z');
  await answer();

  expect(usePeople.getState().bo).toEqual({ status: 'OFFLINE', lastSeenAt: '2026-01-01T09:00:00Z' });
});

it('knows nothing of anybody after the line was down, and asks anew', async () => {
  const { lookout, asked, answer } = start();
  lookout.look('bo');

  lookout.forget();
  await answer();
  expect(usePeople.getState()).toEqual({});
  lookout.look('bo');
  await answer();

  expect(asked).toEqual(['bo', 'bo']);
  expect(usePeople.getState().bo?.status).toBe('ONLINE');
});

it('asks again after whom one may see differently now, and tells what it found', async () => {
  const found: string[] = [];
  const lookout = new Lookout(id => Promise.resolve({ ...user(id), status: null }), person => found.push(person.id));
  hearStatus('bo', 'ONLINE');

  lookout.again('bo', false);
  expect(usePeople.getState().bo?.status).toBe('ONLINE');
  lookout.again('bo', true);
  await new Promise(resolve => setTimeout(resolve));

  expect(usePeople.getState().bo).toEqual({ status: null, lastSeenAt: null });
  expect(found).toEqual(['bo']);
});
