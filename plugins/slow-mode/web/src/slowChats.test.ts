import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApp } from './fakeApp';
import { SlowChats } from './slowChats';

const chatId = 'atrium';
const settle = () => vi.advanceTimersByTimeAsync(0);

let fake: ReturnType<typeof fakeApp>;
let chats: SlowChats;
const left = () => {
  const wait = chats.state(chatId)?.wait;
  return wait ? (wait.until - Date.now()) / 1000 : null;
};

beforeEach(async () => {
  vi.useFakeTimers();
  fake = fakeApp();
  fake.answers({ seconds: 30, exempt: false, retryAfter: 0 });
  chats = new SlowChats(fake.app);
  chats.watch(chatId, () => undefined);
  await settle();
});

afterEach(() => {
  fake.switchOff();
  vi.useRealTimers();
});

describe('a chat on screen', () => {
  it('is as the server says', () => {
    expect(chats.state(chatId)).toEqual({ seconds: 30, exempt: false, wait: null });
  });

  it('goes on with a wait that began before it was opened', async () => {
    fake.answers({ seconds: 30, exempt: false, retryAfter: 12 });
    chats.watch('roof', () => undefined);
    await settle();

    expect(chats.state('roof')?.wait).toEqual({ from: Date.now() - 18_000, until: Date.now() + 12_000 });
  });

  it('waits from one\'s own message, heard of twice', async () => {
    fake.hears('message:sent', { chatId, id: 'm1', at: Date.now() });
    await vi.advanceTimersByTimeAsync(200);
    fake.hears('message:new', { chatId, id: 'm1', senderId: 'bo' });

    expect(left()).toBe(29.8);
  });

  it('waits from a message of another of one\'s devices, not from other people\'s', () => {
    fake.hears('message:new', { chatId, id: 'm1', senderId: 'ada' });
    expect(left()).toBeNull();

    fake.hears('message:new', { chatId, id: 'm2', senderId: 'bo' });
    expect(left()).toBe(30);
  });

  it('waits as long as a refusal says', () => {
    fake.hears('message:rejected', { chatId, id: 'm1', code: 'SLOW_MODE', details: { retryAfter: 7 } });

    expect(left()).toBe(7);
  });

  it('is not moved by another plugin\'s refusal or by another chat', () => {
    fake.hears('message:rejected', { chatId, id: 'm1', code: 'SPAM', details: { retryAfter: 7 } });
    fake.hears('message:rejected', { chatId: 'roof', id: 'm2', code: 'SLOW_MODE', details: { retryAfter: 7 } });
    fake.hears('message:sent', { chatId: 'roof', id: 'm3', at: Date.now() });

    expect(left()).toBeNull();
  });

  it('does not make an exempt person wait', async () => {
    fake.answers({ seconds: 30, exempt: true, retryAfter: 0 });
    fake.hears('slow-mode:changed', { chatId, seconds: 30 });
    await settle();
    fake.hears('message:sent', { chatId, id: 'm1', at: Date.now() });

    expect(left()).toBeNull();
  });

  it('follows a change, which the wait begun before it follows too', async () => {
    fake.hears('message:sent', { chatId, id: 'm1', at: Date.now() });
    fake.answers({ seconds: 60, exempt: false, retryAfter: 55 });

    fake.hears('slow-mode:changed', { chatId, seconds: 60 });
    await settle();

    expect([chats.state(chatId)?.seconds, left()]).toEqual([60, 55]);
  });

  it('asks again when a message goes through that should have waited', async () => {
    fake.hears('message:sent', { chatId, id: 'm1', at: Date.now() });
    fake.answers({ seconds: 0, exempt: false, retryAfter: 0 });

    fake.hears('message:sent', { chatId, id: 'm2', at: Date.now() });
    await settle();

    expect(chats.state(chatId)).toEqual({ seconds: 0, exempt: false, wait: null });
  });

  it('does not believe an answer that was asked for before a message was sent', async () => {
    let reply!: (response: Response) => void;
    fake.http.mockImplementationOnce(() => new Promise(resolve => { reply = resolve; }));
    fake.hears('slow-mode:changed', { chatId, seconds: 30 });
    fake.hears('message:sent', { chatId, id: 'm1', at: Date.now() });
    fake.answers({ seconds: 30, exempt: false, retryAfter: 30 });

    reply(Response.json({ success: true, data: { seconds: 30, exempt: false, retryAfter: 0 } }));
    await settle();

    expect(left()).toBe(30);
  });

  it('asks once for both its places', async () => {
    fake.http.mockClear();
    chats.watch('roof', () => undefined);
    chats.watch('roof', () => undefined);
    await settle();

    expect(fake.http).toHaveBeenCalledOnce();
  });

  it('asks until the server answers, and no longer than the plugin is on', async () => {
    fake.refuses('PLUGIN_DISABLED');
    chats.watch('roof', () => undefined);
    await settle();
    fake.http.mockClear();

    await vi.advanceTimersByTimeAsync(6_000);
    expect(fake.http).toHaveBeenCalledTimes(2);

    fake.switchOff();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.http).toHaveBeenCalledTimes(2);
  });

  it('asks again when the connection is back, unless the plugin was switched off meanwhile', async () => {
    fake.answers({ seconds: 5, exempt: false, retryAfter: 0 });

    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(chats.state(chatId)?.seconds).toBe(5);

    fake.http.mockClear();
    window.dispatchEvent(new Event('online'));
    fake.switchOff();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.http).not.toHaveBeenCalled();
  });

  it('is no longer followed once it has gone from the screen', async () => {
    const redraw = vi.fn();
    const leave = chats.watch('roof', redraw);
    await settle();
    redraw.mockClear();

    leave();
    fake.hears('message:sent', { chatId: 'roof', id: 'm1', at: Date.now() });

    expect(redraw).not.toHaveBeenCalled();
    expect(chats.state('roof')).toBeNull();
  });
});
