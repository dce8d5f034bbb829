import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageMenu } from '../../messages/MessageMenu';
import type { Point } from '../../messages/useMenu';
import { chatName } from '../../shared/chatNames';
import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { PutInFolders } from '../folders/PutInFolders';
import { LeaveGroup } from '../LeaveGroup';
import { chatActions, type Step } from './chatActions';
import { decide } from './decide';
import { MuteFor } from './MuteFor';

/** The menu of a chat in the list, and what it asks further. */
export function ChatMenu({ state, at, onClose }: { state: ChatState; at: Point; onClose: () => void }) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const [step, setStep] = useState<Step | null>(null);
  // The menu says that it is closed only after the choice was made.
  const asked = useRef<Step | null>(null);
  const name = chatName(state, meId, t);
  if (step === 'mute') return <MuteFor onChoose={mute => void decide(state.chat.id, { mute }, t)} onClose={onClose} />;
  if (step === 'folders') return <PutInFolders chatId={state.chat.id} onClose={onClose} />;
  if (step === 'leave') return <LeaveGroup chatId={state.chat.id} name={name} onClose={onClose} />;
  return (
    <MessageMenu
      label={t('mine.actions', { name })}
      at={at}
      actions={chatActions(state, meId, t, next => (asked.current = next))}
      onClose={() => (asked.current ? setStep(asked.current) : onClose())}
    />
  );
}
