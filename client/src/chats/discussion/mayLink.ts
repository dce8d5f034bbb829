import { may } from '../../shared/rights';
import type { ChatState } from '../../shared/sync/chatState';

/** The server's rule (LinkDiscussion.cs): admins who may change the chat. */
export const mayLink = (state: ChatState) => state.mine.role !== 'MEMBER' && may(state, 'CHANGE_INFO');
