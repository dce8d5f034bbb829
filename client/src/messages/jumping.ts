import { create } from 'zustand';

/** A message that somebody wants to see, asked for from outside the timeline; each asking is a new object. */
export const useJumping = create<{ to: { chatId: string; seq: number } | null }>(() => ({ to: null }));

export const askJump = (chatId: string, seq: number) => useJumping.setState({ to: { chatId, seq } });
