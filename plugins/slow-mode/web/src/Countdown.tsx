import type { ChatPlace } from '@stogram/plugin';
import { useEffect, useState } from 'preact/hooks';
import { ClockIcon } from './ClockIcon';
import type { SlowChats } from './slowChats';
import { duration, type Texts } from './texts';
import { useNow } from './useNow';
import { useSlowChat } from './useSlowChat';
import { secondsLeft, shareOver, type Wait } from './wait';

interface Props extends ChatPlace {
  readonly chats: SlowChats;
  readonly texts: Texts;
}

/** Slot composer.above: how long until one may write again. */
export function Countdown({ chats, texts, chatId, myRole }: Props) {
  const wait = useSlowChat(chats, chatId, myRole)?.wait ?? null;
  const now = useNow(wait);
  const left = wait ? secondsLeft(wait, now) : 0;
  const said = useAnnouncement(wait, left, texts);

  return (
    <>
      <p role="status" class="slow-mode-said">{said}</p>
      {wait && left > 0 && (
        <div class="slow-mode-wait">
          <ClockIcon />
          <span>{texts.wait(duration(left, texts))}</span>
          <span class="slow-mode-track">
            {/* One second ahead: the transition takes that second to get there. */}
            <span style={{ transform: `scaleX(${shareOver(wait, now + 1000)})` }} />
          </span>
        </div>
      )}
    </>
  );
}

/** For screen readers: once when a wait begins and once when it is over, not every second. */
function useAnnouncement(wait: Wait | null, left: number, texts: Texts): string {
  const [said, say] = useState('');
  const isOver = left === 0;
  useEffect(() => {
    if (wait && !isOver) say(texts.wait(duration(left, texts)));
    else if (said) say(texts.over);
  }, [wait, isOver]);
  return said;
}
