import { create } from 'zustand';
import type { Message } from './api/types';

/** The latest message that arrived while the app runs, for whoever wants to say it aloud. */
export const useLatest = create<{ message: Message | null }>(() => ({ message: null }));

export const announce = (message: Message) => useLatest.setState({ message });
