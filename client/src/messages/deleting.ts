import { create } from 'zustand';
import type { Message } from '../shared/api/types';

/** The message about which somebody is asked whether it should go. */
export const useDeleting = create<{ message: Message | null }>(() => ({ message: null }));

export const askDelete = (message: Message | null) => useDeleting.setState({ message });
