import { create } from 'zustand';
import type { Message } from '../../shared/api/types';

/** Messages of one chat about which somebody is asked where they should go. */
export const useForwarding = create<{ messages: readonly Message[] | null }>(() => ({ messages: null }));

export const askForward = (messages: readonly Message[] | null) => useForwarding.setState({ messages });
