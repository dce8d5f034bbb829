import type { TFunction } from 'i18next';
import type { ChoicesChange } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { notify } from '../../shared/notice';

/** Changes what one decided about a chat; where that fails, the line at the bottom says why. */
export const decide = (chatId: string, change: ChoicesChange, t: TFunction) =>
  app.choose(chatId, change).catch(error => notify(sayChangeError(t, error), true));
