import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import { sayChangeError } from '../shared/i18n/sayError';
import type { Editing } from '../shared/sync/draft';
import { stopEdit } from './drafts';

/** Saves a message that is said differently. The words stay in the field until the server has them. */
export function useEdit(chatId: string, place: string, editing: Editing | null) {
  const { t } = useTranslation();
  const [busyId, setBusyId] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ id: string; words: string } | null>(null);

  const save = async (content: string) => {
    if (!editing || busyId) return;
    if (content === editing.content) return stopEdit(place);
    setBusyId(editing.id);
    setFailure(null);
    try {
      await app.edit({ chatId, id: editing.id }, content);
      stopEdit(place);
    } catch (error) {
      setFailure({ id: editing.id, words: sayChangeError(t, error) });
    }
    setBusyId(null);
  };

  return {
    save,
    isBusy: busyId !== null && busyId === editing?.id,
    error: failure && failure.id === editing?.id ? failure.words : null,
  };
}
