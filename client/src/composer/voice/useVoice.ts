import { useEffect, useRef, useState } from 'react';
import type { StoredFile } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sendFile } from '../../shared/uploads/send';
import { Recorder, type Recording } from './Recorder';

export type VoiceState = 'idle' | 'asking' | 'recording' | 'sending' | 'refused' | 'failed';

/** One recording at a time, from the microphone to the server. Leaving the chat lets it go. */
export function useVoice(onStored: (file: StoredFile) => void) {
  const [state, setState] = useState<VoiceState>('idle');
  const [error, setError] = useState<unknown>(null);
  const recorder = useRef<Recorder | null>(null);
  const recording = useRef<Recording | null>(null);
  const abort = useRef<AbortController | null>(null);

  const start = async () => {
    setState('asking');
    setError(null);
    abort.current = new AbortController();
    const { signal } = abort.current;
    const made = await Recorder.start().catch(() => null);
    if (signal.aborted) return made?.release();
    recorder.current = made;
    setState(made ? 'recording' : 'refused');
  };

  const cancel = () => {
    abort.current?.abort();
    recorder.current?.release();
    recorder.current = null;
    recording.current = null;
    setState('idle');
  };

  const send = async () => {
    const signal = abort.current!.signal;
    setState('sending');
    try {
      recording.current ??= await recorder.current!.stop();
      const { file, ...voice } = recording.current;
      const stored = await sendFile(app.session, { file, voice, signal, onProgress: () => undefined });
      cancel();
      onStored(stored);
    } catch (reason) {
      if (signal.aborted) return;
      setError(reason);
      setState('failed');
    }
  };

  const stopped = useRef(cancel);
  stopped.current = cancel;
  useEffect(() => () => stopped.current(), []);

  return { state, error, start, cancel, send, level: () => recorder.current?.level ?? 0 };
}

export type Voice = ReturnType<typeof useVoice>;
