import { useState } from 'react';
import { useNavigation } from '../app/navigation';
import type { NewChat } from '../shared/api/types';
import { app } from '../shared/app';

export function useCreateChat() {
  const { swap } = useNavigation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const create = async (chat: NewChat) => {
    setBusy(true);
    setError(null);
    try {
      const { id } = await app.session.api.createChat(chat);
      await app.sync();
      swap(`/chat/${id}`);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return { create, busy, error };
}
