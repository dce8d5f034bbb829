import { create } from 'zustand';
import type { Message, StoredFile } from '../../shared/api/types';
import { isPicture } from '../../shared/text/summary';

export const useViewing = create<{ file: StoredFile | null }>(() => ({ file: null }));

export const view = (file: StoredFile | null) => useViewing.setState({ file });

/** The pictures of a chat that are at hand, in the order they were sent. */
export const picturesOf = (messages: readonly Message[]): StoredFile[] =>
  messages.filter(message => !message.isDeleted).flatMap(message => message.files.filter(isPicture));
