import { create } from 'zustand';

export interface Notice {
  text: string;
  isBad: boolean;
}

const lasts = 6_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One line about what was just done, where nothing else on the screen can say it. */
export const useNotice = create<{ notice: Notice | null }>(() => ({ notice: null }));

export function notify(text: string, isBad = false) {
  clearTimeout(timer);
  useNotice.setState({ notice: { text, isBad } });
  timer = setTimeout(() => useNotice.setState({ notice: null }), lasts);
}
