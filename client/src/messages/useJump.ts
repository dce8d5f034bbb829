import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../shared/i18n/sayError';
import { notify } from '../shared/notice';
import type { Shown } from './useWindow';

const litFor = 2_000;

/** Goes to a message that is quoted, wherever it is, and lights it up for a moment. */
export function useJump(jump: Shown['jump']) {
  const { t } = useTranslation();
  const [lit, setLit] = useState<{ seq: number } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLit(null), litFor);
    return () => clearTimeout(timer);
  }, [lit]);
  const go = useCallback(
    (seq: number) =>
      void jump(seq).then(
        isThere => (isThere ? setLit({ seq }) : notify(t('messages.isDeleted'))),
        (error: unknown) => notify(sayError(t, error), true),
      ),
    [jump, t],
  );
  return { go, lit: lit?.seq ?? null };
}
