import { createRequire } from 'node:module';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import React, { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '../shared/i18n/start';
import { takeBack } from './registry';
import { Slot } from './Slot';
import { atrium, boom, clear, line, put } from './testing/piece';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const blamed = () => said.mock.calls.map(([words]) => String(words));

beforeEach(async () => {
  await startI18n('en');
  said.mockClear();
});
afterEach(() => {
  cleanup();
  clear();
});

const page = (chatId = 'atrium') => (
  <StrictMode>
    <p>the app</p>
    <Slot name="composer.above@1" props={{ ...atrium, chatId }} />
  </StrictMode>
);

describe('a slot', () => {
  it('shows what plugins put in, lower order first, then by the plugin', () => {
    put('polls', { ...line('late'), order: 9 });
    put('slow-mode', line('second'));
    put('calls', line('first'));
    put('polls', line('elsewhere'), 'chat.panel@1');

    render(page());

    expect(screen.getAllByText(/ in atrium/).map(el => el.textContent)).toEqual(['first in atrium', 'second in atrium', 'late in atrium']);
  });

  it('loads and takes back while it is open', () => {
    render(page());
    const unmount = vi.fn();
    const mount = vi.fn(() => ({ unmount }));

    act(() => put('slow-mode', { id: 'countdown', mount }));
    expect(mount).toHaveBeenCalledTimes(unmount.mock.calls.length + 1);
    act(() => takeBack('slow-mode'));

    expect(unmount).toHaveBeenCalledTimes(mount.mock.calls.length);
    expect(document.querySelector('div > div')).toBeNull();
  });

  it('hands over frozen properties, and new ones by update', () => {
    const seen: object[] = [];
    const update = vi.fn();
    put('slow-mode', { id: 'countdown', mount: (_, props) => { seen.push(props); return { update, unmount: () => undefined }; } });
    const { rerender } = render(page());
    update.mockReset();
    const mounts = seen.length;

    rerender(page());
    expect(update).not.toHaveBeenCalled();
    rerender(page('harbour'));

    expect(Object.isFrozen(seen[0])).toBe(true);
    expect(update).toHaveBeenCalledExactlyOnceWith({ ...atrium, chatId: 'harbour' });
    expect(Object.isFrozen(update.mock.lastCall![0])).toBe(true);
    expect(seen).toHaveLength(mounts);
  });

  it('mounts anew what cannot be updated', () => {
    const unmount = vi.fn();
    put('slow-mode', { id: 'countdown', mount: (el, { chatId }) => { el.textContent = chatId; return { unmount }; } });
    const { rerender } = render(page());
    unmount.mockReset();

    rerender(page('harbour'));

    expect(unmount).toHaveBeenCalledOnce();
    expect(screen.queryByText('atrium')).toBeNull();
    expect(screen.getByText('harbour')).toBeTruthy();
  });

  it('asks when, each time the properties change', () => {
    put('slow-mode', { ...line('countdown'), when: ({ chatId }) => chatId === 'harbour' });
    const { rerender } = render(page());
    expect(screen.queryByText(/countdown/)).toBeNull();

    rerender(page('harbour'));

    expect(screen.getByText('countdown in harbour')).toBeTruthy();
  });

  it('mounts anew when the language changes', async () => {
    put('slow-mode', { id: 'countdown', mount: el => { el.textContent = i18next.language; return { unmount: () => undefined }; } });
    render(page());
    expect(screen.getByText('en')).toBeTruthy();

    await act(() => i18next.changeLanguage('ru'));

    expect(screen.getByText('ru')).toBeTruthy();
    expect(screen.queryByText('en')).toBeNull();
  });
});

it('a contribution may bring a React of its own, and both go on', async () => {
  const fresh = createRequire(import.meta.url);
  for (const file of Object.keys(fresh.cache).filter(name => /node_modules.(?:react|react-dom|scheduler)./u.test(name))) delete fresh.cache[file];
  const own = fresh('react') as typeof React;
  const { createRoot } = fresh('react-dom/client') as typeof import('react-dom/client');
  expect(own.useState).not.toBe(React.useState);
  function Counter() {
    const [count, set] = own.useState(0);
    return own.createElement('button', { onClick: () => set(count + 1) }, `pressed ${count}`);
  }
  put('polls', {
    id: 'counter',
    mount: el => {
      const root = createRoot(el);
      root.render(own.createElement(Counter));
      return { update: () => undefined, unmount: () => root.unmount() };
    },
  });
  put('slow-mode', line('countdown'));
  const { rerender } = render(page());

  fireEvent.click(await screen.findByText('pressed 0'));
  rerender(page('harbour'));

  expect(await screen.findByText('pressed 1')).toBeTruthy();
  expect(screen.getByText('countdown in harbour')).toBeTruthy();
  act(() => takeBack('polls'));
  expect(screen.queryByText('pressed 1')).toBeNull();
  expect(blamed().filter(words => words.includes('Plugin '))).toEqual([]);
});

it('a contribution that fails before its mount returns is unmounted all the same', () => {
  const unmount = vi.fn();
  const mount = vi.fn((_: HTMLElement, __: object, fail: (error: unknown) => void) => {
    fail(new Error('early'));
    return { unmount };
  });
  put('calls', { id: 'broken', mount });

  render(page());

  expect(unmount).toHaveBeenCalledTimes(mount.mock.calls.length);
});

describe('a contribution that throws', () => {
  const unmount = vi.fn();
  const broken = {
    'when': { ...line('broken'), when: boom },
    'mount': { id: 'broken', mount: (el: HTMLElement) => { el.textContent = 'half'; return boom(); } },
    'mount, by returning nothing to unmount': { id: 'broken', mount: (() => undefined) as never },
    'update': { id: 'broken', mount: () => ({ update: boom, unmount }) },
    'unmount': { id: 'broken', mount: () => ({ update: () => undefined, unmount: boom }) },
    'an effect, later': { id: 'broken', mount: (el: HTMLElement, _: object, fail: (error: unknown) => void) => {
      el.textContent = 'half';
      fail(new Error('effect'));
      return { unmount };
    } },
  };

  it.each(Object.entries(broken))('in %s is named and is missing, and the rest stays', (_, contribution) => {
    put('calls', contribution);
    put('slow-mode', line('countdown'));

    const { rerender } = render(page());
    rerender(page('harbour'));
    act(() => takeBack('calls'));

    expect(blamed().some(words => words.includes('Plugin calls') && words.includes('composer.above@1'))).toBe(true);
    expect(blamed().every(words => words.includes('Plugin calls'))).toBe(true);
    expect(screen.queryByText('half')).toBeNull();
    expect(screen.getByText('the app')).toBeTruthy();
    expect(screen.getByText('countdown in harbour')).toBeTruthy();
  });
});
