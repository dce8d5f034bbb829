import { create } from 'zustand';

/** How many wait to be let in, by chat, as far as this device has heard; nobody keeps it. */
export const useRequests = create<{ counts: Record<string, number> }>(() => ({ counts: {} }));

export const hearRequests = ({ chatId, count }: { chatId: string; count: number }) =>
  useRequests.setState(({ counts }) => ({ counts: { ...counts, [chatId]: count } }));
