import { create } from 'zustand';
import type { Message } from '../../shared/api/types';

/** What somebody wants to see of a message beyond what its bubble shows. */
export type Look = 'edits' | 'reactors' | 'quote';

export const useLooking = create<{ at: { message: Message; look: Look; place: string } | null }>(() => ({ at: null }));

export const lookAt = (message: Message, look: Look, place: string) => useLooking.setState({ at: { message, look, place } });

export const stopLooking = () => useLooking.setState({ at: null });
