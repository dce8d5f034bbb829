import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startI18n } from '../shared/i18n/start';
import { MessageField } from './MessageField';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

function show() {
  const onSend = vi.fn();
  render(<MessageField field={createRef()} place="atrium" label="Message" value="hello" onChange={vi.fn()} onSend={onSend} onEscape={() => false} onUp={vi.fn()} onFiles={vi.fn()} />);
  return { onSend, field: screen.getByRole('textbox', { name: 'Message' }) };
}

it('sends on Enter', () => {
  const { onSend, field } = show();

  fireEvent.keyDown(field, { key: 'Enter' });

  expect(onSend).toHaveBeenCalledOnce();
});

it('makes a line on Shift and Enter', () => {
  const { onSend, field } = show();

  const isFree = fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });

  expect(onSend).not.toHaveBeenCalled();
  expect(isFree).toBe(true);
});

it('does not send half a word from an input method', () => {
  const { onSend, field } = show();

  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });

  expect(onSend).not.toHaveBeenCalled();
});
