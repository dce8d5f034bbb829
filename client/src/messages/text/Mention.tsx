import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { useCreateChat } from '../../chats/useCreateChat';

/** Leads to the person where they are in the chat; a name that nobody here has is only text. */
export function Mention({ name, members }: { name: string; members: ChatState['members'] }) {
  const meId = useStore(store => store.synced.meId);
  const { create } = useCreateChat();
  const username = name.slice(1).toLowerCase();
  if (username === 'all') return <strong className="font-semibold text-accent-text">{name}</strong>;
  const person = Object.values(members).find(row => !row.leftAt && row.user.username.toLowerCase() === username)?.user;
  if (!person) return name;
  if (person.id === meId) return <strong className="rounded-tail bg-accent/16 px-0.5 font-semibold text-accent-text">{name}</strong>;
  const open = () => void create({ type: 'PRIVATE', memberIds: [person.id] });
  return <button type="button" title={person.displayName} onClick={open} className="font-medium text-accent-text hover:underline">{name}</button>;
}
