import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Reply, Trash2 } from 'lucide-react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startI18n } from '../shared/i18n/start';
import { MessageMenu } from './MessageMenu';

const order: string[] = [];
const reply = { label: 'Reply', icon: Reply, run: () => void order.push('reply') };
const discard = { label: 'Delete', icon: Trash2, isGrave: true, run: () => void order.push('delete') };

beforeAll(() => startI18n('en'));
beforeEach(() => void (order.length = 0));
afterEach(cleanup);

function show() {
  const heard = vi.fn();
  render(<div onKeyDown={heard}><MessageMenu at={{ x: 4, y: 9000 }} actions={[reply, discard]} onClose={() => void order.push('closed')} /></div>);
  return { heard, menu: screen.getByRole('menu', { name: 'Message actions' }), item: (name: string) => screen.getByRole('menuitem', { name }) };
}

it('opens within the screen', () => {
  const { style } = show().menu.closest('dialog')!;

  expect(style.left).toBe('8px');
  expect(style.top).toBe(`${innerHeight - 8}px`);
});

it('goes round its actions by the arrow keys and keeps the keys to itself', () => {
  const { heard, menu, item } = show();

  item('Reply').focus();
  fireEvent.keyDown(menu, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(item('Delete'));
  fireEvent.keyDown(menu, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(item('Reply'));
  fireEvent.keyDown(menu, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(item('Delete'));
  fireEvent.keyDown(menu, { key: 'Escape' });

  expect(heard).not.toHaveBeenCalled();
});

it('closes before it acts, so that the action decides where the focus goes', () => {
  const { item } = show();

  fireEvent.click(item('Delete'));

  expect(order).toEqual(['closed', 'delete']);
});

it('offers emoji first, marks those one gave, and goes between them and the actions by rows', () => {
  const onReact = vi.fn((emoji: string, on: boolean) => void order.push(`${emoji} ${on}`));
  render(<MessageMenu at={{ x: 4, y: 4 }} actions={[reply, discard]} reacted={['🎉']} onReact={onReact} onClose={() => void order.push('closed')} />);
  const menu = screen.getByRole('menu');
  const item = (name: string) => screen.getByRole('menuitem', { name });
  const emoji = (name: string) => screen.getByRole('menuitemcheckbox', { name });

  expect(document.activeElement).toBe(item('Reply'));
  fireEvent.keyDown(menu, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(emoji('👍'));
  fireEvent.keyDown(menu, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(emoji('❤️'));
  fireEvent.keyDown(menu, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(item('Reply'));
  expect(emoji('🎉').getAttribute('aria-checked')).toBe('true');
  fireEvent.click(emoji('🎉'));

  expect(order).toEqual(['closed', '🎉 false']);
});

it('shows more emoji when asked', () => {
  render(<MessageMenu at={{ x: 4, y: 4 }} actions={[reply]} onReact={vi.fn()} onClose={vi.fn()} />);

  fireEvent.click(screen.getByRole('menuitem', { name: 'More emoji' }));

  expect(screen.getAllByRole('menuitemcheckbox').length).toBeGreaterThan(40);
});
