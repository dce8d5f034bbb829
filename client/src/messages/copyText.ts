import type { TFunction } from 'i18next';
import { notify } from '../shared/notice';

/** Outside a secure context browsers offer no clipboard. */
export const copyText = (text: string, done: string, t: TFunction) =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(() => notify(done), () => notify(t('messages.copyFailed'), true));
