import { create } from 'zustand';

/** A message of a chat, or a person. */
export type Reportable = { chatId: string; messageId: string } | { userId: string };

/** What somebody is asked about before it goes to the administrators. */
export const useReporting = create<{ about: Reportable | null }>(() => ({ about: null }));

export const askReport = (about: Reportable | null) => useReporting.setState({ about });
