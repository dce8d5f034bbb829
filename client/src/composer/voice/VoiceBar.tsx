import { ArrowUp, Trash2 } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { span } from '../../shared/time/span';
import { IconButton } from '../../shared/ui/IconButton';
import { Spinner } from '../../shared/ui/Spinner';
import { sayUpload } from '../../shared/uploads/sayUpload';
import type { Voice } from './useVoice';

const farEnough = 90;
const bars = 36;

/** In the field's place while somebody records. Escape or a push to the left throws it away. */
export function VoiceBar({ voice }: { voice: Voice }) {
  const { t, i18n } = useTranslation();
  const { seconds, levels } = useMeter(voice);
  const bar = useRef<HTMLDivElement>(null);
  const send = useRef<HTMLButtonElement>(null);
  const push = usePush(voice.cancel);
  const { state } = voice;
  const canSend = state === 'recording' || state === 'failed';
  // A disabled button takes no focus, and without it Escape would not be heard.
  useEffect(() => (canSend ? send : bar).current?.focus(), [canSend]);
  const words = state === 'failed' ? sayUpload(t, voice.error, i18n.language) : state === 'refused' ? t('files.noMicrophone') : null;
  return (
    <div
      ref={bar}
      tabIndex={-1}
      role="group"
      aria-label={t('files.recording')}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        voice.cancel();
      }}
      className="flex min-w-0 flex-1 items-end gap-2 outline-none"
    >
      <div {...push.on} style={{ transform: `translateX(${push.by}px)` }} className="flex h-11.5 min-w-0 flex-1 touch-pan-y items-center rounded-field bg-raised pr-4 shadow-bubble ring-1 ring-line select-none">
        <IconButton icon={Trash2} label={t('files.throwAway')} className="m-px" onClick={voice.cancel} />
        {words ? <p role="alert" className="truncate text-sm text-bad">{words}</p> : (
          <>
            <span className="mr-3 flex items-center gap-2 text-sm tabular-nums"><span className="typing-dot size-2.5 rounded-full bg-bad" /><span role="timer">{span(seconds)}</span></span>
            <span aria-hidden className="flex h-6 min-w-0 flex-1 items-center justify-end gap-0.75 overflow-hidden">
              {levels.map((level, at) => <span key={at} className="w-0.75 shrink-0 rounded-full bg-accent" style={{ height: `${10 + level * 90}%` }} />)}
            </span>
            <span className="ml-3 hidden text-xs text-ink-2 pane:block">{t('files.escape')}</span>
          </>
        )}
      </div>
      {state !== 'refused' && (
        <button
          ref={send}
          type="button"
          aria-label={t('files.sendVoice')}
          disabled={!canSend}
          onClick={() => void voice.send()}
          className="grid size-11.5 shrink-0 place-items-center rounded-full bg-accent text-on-accent hover:bg-accent-strong"
        >
          {state === 'sending' || state === 'asking' ? <Spinner size={22} /> : <ArrowUp aria-hidden size={22} strokeWidth={2.2} />}
        </button>
      )}
    </div>
  );
}

function useMeter({ state, level }: Voice) {
  const [meter, setMeter] = useState({ seconds: 0, levels: [] as number[] });
  const read = useRef(level);
  read.current = level;
  useEffect(() => {
    if (state !== 'recording') return;
    const began = performance.now();
    const timer = setInterval(() => setMeter(({ levels }) => ({
      seconds: (performance.now() - began) / 1000,
      levels: [...levels, read.current()].slice(-bars),
    })), 100);
    return () => clearInterval(timer);
  }, [state]);
  return meter;
}

function usePush(onFar: () => void) {
  const [from, setFrom] = useState<number | null>(null);
  const [by, setBy] = useState(0);
  const end = () => {
    setFrom(null);
    setBy(0);
  };
  return {
    by,
    on: {
      onPointerDown: (event: PointerEvent) => setFrom(event.clientX),
      onPointerMove: (event: PointerEvent) => {
        if (from === null) return;
        const pushed = Math.min(0, event.clientX - from);
        setBy(pushed);
        if (pushed > -farEnough) return;
        end();
        onFar();
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
