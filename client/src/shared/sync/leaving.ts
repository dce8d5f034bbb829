import type { SendRequest } from '../api/types';

/** What may still be changed of a message before it leaves this device. */
export interface Leaving {
  id: string;
  chatId: string;
  isEdit: boolean;
  content: string;
  encryptedContent: string | null;
  extra: Readonly<Record<string, unknown>>;
  replyToId: string | null;
  fileIds: readonly string[];
}

export type Prepare = (leaving: Leaving) => Promise<Leaving>;

let prepare: Prepare = async leaving => leaving;

/** Says who is asked before anything leaves: whatever they throw, it stays here. */
export const prepareBy = (next: Prepare) => {
  prepare = next;
};

export async function leave(request: SendRequest): Promise<SendRequest> {
  const { id, chatId, content = '', replyToId = null, fileIds = [], ...how } = request;
  const left = await prepare({ id, chatId, isEdit: false, content, encryptedContent: null, extra: {}, replyToId, fileIds });
  return {
    id, chatId, ...how,
    ...(left.content && { content: left.content }),
    ...(left.encryptedContent !== null && { isEncrypted: true, encryptedContent: left.encryptedContent }),
    ...(Object.keys(left.extra).length > 0 && { extra: left.extra }),
    ...(replyToId && { replyToId }),
    ...(fileIds.length > 0 && { fileIds }),
  };
}

/** The words in which an edit is saved. */
export const leaveAgain = async (chatId: string, id: string, content: string) =>
  (await prepare({ id, chatId, isEdit: true, content, encryptedContent: null, extra: {}, replyToId: null, fileIds: [] })).content;
