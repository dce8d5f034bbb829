import type { ChatPlace, Contribution, Mounted, StogramApp } from '@stogram/plugin';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activate } from './activate';
import { fakeApp } from './fakeApp';

const place: ChatPlace = { chatId: 'atrium', chatType: 'GROUP', myRole: 'MEMBER' };
const fail = vi.fn();

let el: HTMLElement;
let mounted: Mounted<ChatPlace>;

async function show(fake: ReturnType<typeof fakeApp>, slot: string, props = place) {
  const app = {
    ...fake.app,
    slot: ((name: string, { mount }: Contribution<ChatPlace>) => {
      if (name === slot) mounted = mount(el, props, fail);
    }) as StogramApp['slot'],
    explain: () => undefined,
  };
  await activate(app);
  await vi.advanceTimersByTimeAsync(50);
  return fake;
}

const text = (selector: string) => el.querySelector(selector)?.textContent?.replaceAll('\u00a0', ' ');

beforeEach(() => {
  vi.useFakeTimers();
  el = document.body.appendChild(document.createElement('div'));
  fail.mockReset();
});

afterEach(() => {
  mounted.unmount();
  el.remove();
  vi.useRealTimers();
  expect(fail).not.toHaveBeenCalled();
});

describe('the composer', () => {
  it('counts down, speaks at the beginning and the end only, and is quiet after', async () => {
    const fake = fakeApp();
    fake.answers({ seconds: 20, exempt: false, retryAfter: 12 });
    await show(fake, 'composer.above@1');
    expect(text('.slow-mode-wait')).toBe('Slow mode: you can write again in 12 s');
    expect(text('[role=status]')).toBe('Slow mode: you can write again in 12 s');

    await vi.advanceTimersByTimeAsync(5_000);
    expect(text('.slow-mode-wait')).toBe('Slow mode: you can write again in 7 s');
    expect(text('[role=status]')).toBe('Slow mode: you can write again in 12 s');

    await vi.advanceTimersByTimeAsync(8_000);
    expect(el.querySelector('.slow-mode-wait')).toBeNull();
    expect(text('[role=status]')).toBe('You can write again.');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends at once when slow mode is switched off', async () => {
    const fake = fakeApp();
    fake.answers({ seconds: 20, exempt: false, retryAfter: 12 });
    await show(fake, 'composer.above@1');

    fake.answers({ seconds: 0, exempt: false, retryAfter: 0 });
    fake.hears('slow-mode:changed', { chatId: 'atrium', seconds: 0 });
    await vi.advanceTimersByTimeAsync(50);

    expect(el.querySelector('.slow-mode-wait')).toBeNull();
    expect(text('[role=status]')).toBe('You can write again.');
  });

  it('says nothing while one may write, and of another chat\'s wait', async () => {
    const fake = fakeApp('ru');
    fake.answers({ seconds: 300, exempt: false, retryAfter: 245 });
    await show(fake, 'composer.above@1');
    expect(text('.slow-mode-wait')).toBe('Медленный режим: ещё 4 мин 5 с');

    fake.answers({ seconds: 300, exempt: false, retryAfter: 0 });
    mounted.update!({ ...place, chatId: 'roof' });
    await vi.advanceTimersByTimeAsync(50);

    expect(el.textContent).toBe('');
  });
});

describe('the info panel', () => {
  it('lets an admin choose, other values by the API included', async () => {
    const fake = fakeApp();
    fake.answers({ seconds: 45, exempt: true, retryAfter: 0 });
    await show(fake, 'chat.panel@1', { ...place, myRole: 'ADMIN' });
    const select = el.querySelector('select')!;
    expect([...select.options].map(option => option.text.replaceAll('\u00a0', ' ')))
      .toEqual(['Off', '5 s', '10 s', '30 s', '45 s', '1 min', '5 min', '15 min', '1 h']);
    expect(select.value).toBe('45');

    fake.answers({ seconds: 60, exempt: true, retryAfter: 0 });
    select.value = '60';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(50);

    expect(fake.http).toHaveBeenLastCalledWith('/atrium', expect.objectContaining({ method: 'PUT', body: '{"seconds":60}' }));
    expect(el.querySelector('select')!.value).toBe('60');
    expect(text('.slow-mode-hint')).toBe('You need not wait.');
  });

  it('says why a choice was not kept, and shows what holds', async () => {
    const fake = fakeApp();
    fake.answers({ seconds: 30, exempt: true, retryAfter: 0 });
    await show(fake, 'chat.panel@1', { ...place, myRole: 'OWNER' });

    fake.refuses('FORBIDDEN');
    const select = el.querySelector('select')!;
    select.value = '0';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(50);

    expect(text('[role=alert]')).toBe('Only admins of this group can change this.');
    expect(el.querySelector('select')!.value).toBe('30');
  });

  it('shows members what holds and follows a change', async () => {
    const fake = fakeApp();
    fake.answers({ seconds: 900, exempt: false, retryAfter: 0 });
    await show(fake, 'chat.panel@1');
    expect(text('section')).toBe('Slow modeOne message per person every 15 min.');
    expect(el.querySelector('select')).toBeNull();

    fake.answers({ seconds: 0, exempt: false, retryAfter: 0 });
    fake.hears('slow-mode:changed', { chatId: 'atrium', seconds: 0 });
    await vi.advanceTimersByTimeAsync(50);

    expect(text('section')).toBe('Slow modeEveryone writes as often as they like.');
  });
});
