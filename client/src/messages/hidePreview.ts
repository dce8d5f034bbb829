import type { TFunction } from 'i18next';
import type { Message } from '../shared/api/types';
import { app } from '../shared/app';
import { sayChangeError } from '../shared/i18n/sayError';
import { notify } from '../shared/notice';

export const hidePreview = (message: Message, t: TFunction) =>
  app.hidePreview(message).catch((error: unknown) => notify(sayChangeError(t, error), true));
