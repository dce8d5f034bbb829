import { createContext } from 'react';

export type Picker = 'user' | 'chat';

/** Somebody or something that a setting may name. */
export interface Choice {
  id: string;
  name: string;
  picture: string | null;
  isChat: boolean;
}

export interface Choices {
  /** Whom or what one can choose by these words. */
  of(picker: Picker, words: string): Promise<Choice[]>;
  /** Who or what has the id; null where that is gone, or cannot be seen. */
  one(picker: Picker, id: string): Promise<Choice | null>;
}

/** What there is to choose from is the app's that shows the form. */
export const Choosing = createContext<Choices>({ of: async () => [], one: async () => null });
