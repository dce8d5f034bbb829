import { useTranslation } from 'react-i18next';
import { personName } from '../chatNames';
import type { ChatState } from '../sync/chatState';
import { useTyping } from './typing';

const nobody: string[] = [];
const firstName = (name: string) => name.split(' ')[0]!;

/** Who types, in one line; in a private chat it goes without saying who. */
export function useTypingWords(state: ChatState, meId: string): string | null {
  const { t } = useTranslation();
  const typing = useTyping(chats => chats[state.chat.id] ?? nobody).filter(id => !state.members[id]?.leftAt);
  if (typing.length === 0) return null;
  if (state.chat.type === 'PRIVATE') return t('typing.private');
  const [name = '', other = ''] = typing.map(id => firstName(personName(state, id, meId, t)));
  if (typing.length === 1) return t('typing.one', { name });
  if (typing.length === 2) return t('typing.two', { name, other });
  return t('typing.many', { name, count: typing.length - 1 });
}
