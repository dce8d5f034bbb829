import { useEffect } from 'react';
import type { ChatState } from '../../shared/sync/chatState';
import { EditHistory } from './EditHistory';
import { stopLooking, useLooking } from './looking';
import { QuotePart } from './QuotePart';
import { WhoReacted } from './WhoReacted';

export function MoreAbout({ state }: { state: ChatState }) {
  const at = useLooking(looking => looking.at);
  useEffect(() => stopLooking, []);
  if (at?.message.chatId !== state.chat.id) return null;
  if (at.look === 'edits') return <EditHistory message={at.message} />;
  return at.look === 'reactors' ? <WhoReacted message={at.message} /> : <QuotePart message={at.message} place={at.place} />;
}
