import type { TFunction } from 'i18next';
import { codeOf } from '../shared/api/error';
import type { Message } from '../shared/api/types';
import { app } from '../shared/app';
import { sayChangeError } from '../shared/i18n/sayError';
import { notify } from '../shared/notice';

/** Reacts, or takes it back; a refusal is undone on the screen and said. */
export async function react(message: Message, emoji: string, on: boolean, t: TFunction) {
  try {
    await app.react(message, emoji, on);
  } catch (error) {
    notify(codeOf(error) === 'VALIDATION_FAILED' ? t('messages.tooManyReactions') : sayChangeError(t, error), true);
  }
}
