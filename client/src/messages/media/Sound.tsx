import { CircleAlert, Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { StoredFile } from '../../shared/api/types';
import { span } from '../../shared/time/span';
import { isVoice } from '../../shared/text/summary';
import { nextSpeed, seek, toggle, usePlayer } from './player';
import { Waveform } from './Waveform';

/** A voice message, or music with its name. */
export function Sound({ file }: { file: StoredFile }) {
  const { t, i18n } = useTranslation();
  const mine = usePlayer(useShallow(player => (player.fileId === file.id ? player : null)));
  const isPlaying = mine?.isPlaying ?? false;
  const duration = mine?.duration || file.duration || 0;
  const at = mine?.at ?? 0;
  const name = isVoice(file) ? t('files.voice') : file.name;
  const Icon = mine?.isLost ? CircleAlert : isPlaying ? Pause : Play;
  return (
    <div role="group" aria-label={name} className="my-1 flex w-70 max-w-full items-center gap-3">
      <button type="button" aria-label={t(isPlaying ? 'files.pause' : 'files.play', { name })} onClick={() => void toggle(file.id)} className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
        <Icon aria-hidden size={20} strokeWidth={1.8} />
      </button>
      <div className="min-w-0 flex-1">
        {!isVoice(file) && <p className="truncate text-sm font-medium">{file.name}</p>}
        <div className="relative has-focus-visible:outline-2 has-focus-visible:outline-accent">
          <Waveform peaks={file.waveform ?? null} share={duration ? at / duration : 0} />
          <input
            type="range"
            aria-label={t('files.position', { name })}
            aria-valuetext={`${span(at)} / ${span(duration)}`}
            min={0}
            max={duration || 1}
            step={0.1}
            value={Math.min(at, duration || 1)}
            disabled={!mine || !duration}
            onChange={event => seek(Number(event.target.value))}
            className="absolute inset-x-0 -inset-y-2 w-full cursor-pointer opacity-0 disabled:cursor-default"
          />
        </div>
        <div className="flex items-center justify-between text-xs tabular-nums">
          <span role={mine?.isLost ? 'alert' : undefined}>{mine?.isLost ? t('files.cannotPlay') : mine && at > 0 ? `${span(at)} / ${span(duration)}` : span(duration)}</span>
          {mine && (
            <button type="button" aria-label={t('files.speed', { speed: mine.speed.toLocaleString(i18n.language) })} onClick={nextSpeed} className="relative font-semibold after:absolute after:-inset-3">
              {mine.speed.toLocaleString(i18n.language)}×
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
