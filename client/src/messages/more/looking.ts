import { create } from 'zustand';
import type { Message } from '../../shared/api/types';

/** What somebody wants to see of a message beyond what its bubble shows. */
export type Look = 'edits' | 'reactors' | 'quote';

export const useLooking = create<{ at: { message: Message; look: Look } | null }>(() => ({ at: null }));

export const lookAt = (message: Message, look: Look) => useLooking.setState({ at: { message, look } });

export const stopLooking = () => useLooking.setState({ at: null });
