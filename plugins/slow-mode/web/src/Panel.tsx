import type { CallError, ChatPlace } from '@stogram/plugin';
import { useState } from 'preact/hooks';
import type { SlowChats } from './slowChats';
import { duration, type Texts } from './texts';
import { useSlowChat } from './useSlowChat';

const steps = [0, 5, 10, 30, 60, 300, 900, 3600];

interface Props extends ChatPlace {
  readonly chats: SlowChats;
  readonly texts: Texts;
}

/** Slot chat.panel: admins choose the interval, members read it. */
export function Panel({ chats, texts, chatId, myRole }: Props) {
  const state = useSlowChat(chats, chatId, myRole);
  if (!state) return null;
  const { seconds, exempt } = state;

  return (
    <section class="slow-mode-panel" aria-label={texts.title}>
      <h3>{texts.title}</h3>
      {myRole === 'MEMBER'
        ? <p>{seconds > 0 ? texts.every(duration(seconds, texts)) : texts.isOff}</p>
        : <Chooser seconds={seconds} texts={texts} onChoose={chosen => chats.set(chatId, chosen)} />}
      {exempt && seconds > 0 && <p class="slow-mode-hint">{texts.exempt}</p>}
    </section>
  );
}

interface ChooserProps {
  readonly seconds: number;
  readonly texts: Texts;
  readonly onChoose: (seconds: number) => Promise<void>;
}

function Chooser({ seconds, texts, onChoose }: ChooserProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  // Any number of seconds can be set by the API.
  const choices = [...new Set([...steps, seconds])].sort((a, b) => a - b);

  const choose = async (value: number) => {
    setChosen(value);
    setFault('');
    await onChoose(value).catch((error: CallError) =>
      setFault(error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND' ? texts.forbidden : texts.failed));
    setChosen(null);
  };

  return (
    <>
      <label class="slow-mode-choice">
        <span>{texts.choose}</span>
        <select
          value={String(chosen ?? seconds)}
          disabled={chosen !== null}
          onChange={event => void choose(Number(event.currentTarget.value))}
        >
          {choices.map(choice => (
            <option key={choice} value={String(choice)}>{choice === 0 ? texts.off : duration(choice, texts)}</option>
          ))}
        </select>
      </label>
      {fault && <p role="alert" class="slow-mode-fault">{fault}</p>}
    </>
  );
}
