import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { announce } from '../shared/announce';
import { startI18n } from '../shared/i18n/start';
import { applySync } from '../shared/sync/applySync';
import { nothing } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { message, SmallServer } from '../shared/testing/server';
import { LiveRegion } from './LiveRegion';

beforeAll(() => startI18n('ru'));
afterEach(cleanup);

it('reads the lines of a chat in the language of whoever listens', () => {
  const synced = applySync(nothing('ada'), new SmallServer().sync({ chats: {} }, 'ada'));
  useStore.setState({ synced, me: { id: 'ada' } as never });
  history.replaceState(null, '', '/chat/atrium');
  const { container } = render(<LiveRegion />);

  act(() => announce(message(1, 3, 'bo', { type: 'SYSTEM', content: 'changed the name to Hall', extra: { chat: { event: 'RENAMED', text: 'Hall' } } })));

  expect(container.textContent).toContain('Hall');
  expect(container.textContent).not.toContain('changed the name');
});
