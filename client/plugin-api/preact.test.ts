import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mount } from './preact.js';

let el: HTMLElement;
const fail = vi.fn();

beforeEach(() => {
  el = document.createElement('div');
  fail.mockReset();
});

describe('a Preact component in a slot', () => {
  it('is drawn, follows its properties and goes without a trace', () => {
    const mounted = mount(({ chatId }: { chatId: string }) => h('p', null, chatId))(el, { chatId: 'atrium' }, fail);
    expect(el.innerHTML).toBe('<p>atrium</p>');

    mounted.update!({ chatId: 'harbour' });
    expect(el.innerHTML).toBe('<p>harbour</p>');

    mounted.unmount();
    expect(el.innerHTML).toBe('');
    expect(fail).not.toHaveBeenCalled();
  });

  it('keeps its state when its properties change', async () => {
    const Counter = ({ chatId }: { chatId: string }) => {
      const [count, setCount] = useState(0);
      return h('button', { onClick: () => setCount(count + 1) }, `${chatId} ${count}`);
    };
    const mounted = mount(Counter)(el, { chatId: 'atrium' }, fail);

    el.querySelector('button')!.click();
    await vi.waitFor(() => expect(el.textContent).toBe('atrium 1'));
    mounted.update!({ chatId: 'harbour' });

    expect(el.textContent).toBe('harbour 1');
  });

  it('runs its clean-up when it is unmounted', async () => {
    const cleanUp = vi.fn();
    const ready = vi.fn();
    const Watcher = () => {
      useEffect(() => {
        ready();
        return cleanUp;
      }, []);
      return null;
    };
    const mounted = mount(Watcher)(el, {}, fail);
    await vi.waitFor(() => expect(ready).toHaveBeenCalled());

    mounted.unmount();

    await vi.waitFor(() => expect(cleanUp).toHaveBeenCalledOnce());
  });

  it('says so when it breaks while it is first drawn', async () => {
    const error = new Error('first draw');
    mount(() => { throw error; })(el, {}, fail);

    await vi.waitFor(() => expect(fail).toHaveBeenCalledWith(error));
    expect(el.innerHTML).toBe('');
  });

  it('says so when it breaks later, in an effect', async () => {
    const error = new Error('effect');
    const Broken = () => {
      useEffect(() => { throw error; });
      return h('p', null, 'here');
    };
    mount(Broken)(el, {}, fail);

    await vi.waitFor(() => expect(fail).toHaveBeenCalledWith(error));
    expect(el.innerHTML).toBe('');
  });
});
