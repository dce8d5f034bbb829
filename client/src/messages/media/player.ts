import { create } from 'zustand';
import { app } from '../../shared/app';

export const speeds = [1, 1.5, 2] as const;

interface Player {
  /** What is or was last played: where it stopped stays shown. */
  fileId: string | null;
  isPlaying: boolean;
  isLost: boolean;
  at: number;
  duration: number;
  speed: (typeof speeds)[number];
}

const still = { fileId: null, isPlaying: false, isLost: false, at: 0, duration: 0 };

export const usePlayer = create<Player>(() => ({ ...still, speed: 1 }));

/** There is one, so that one thing plays at a time. */
const sound = new Audio();
sound.preload = 'auto';

const set = (next: Partial<Player>) => usePlayer.setState(next);

sound.onplay = () => set({ isPlaying: true });
sound.onpause = () => set({ isPlaying: false });
sound.ontimeupdate = () => set({ at: sound.currentTime });
sound.onended = () => set({ isPlaying: false, at: 0 });
sound.onerror = () => usePlayer.getState().fileId && set({ isPlaying: false, isLost: true });
// A recording does not say how long it is until its end was read.
sound.ondurationchange = () => Number.isFinite(sound.duration) && set({ duration: sound.duration });

export async function toggle(fileId: string) {
  const { fileId: current, isPlaying, isLost } = usePlayer.getState();
  if (current === fileId && !isLost) return void (isPlaying ? sound.pause() : sound.play().catch(() => undefined));
  sound.pause();
  set({ ...still, fileId, isPlaying: true });
  try {
    const { url } = await app.session.api.fileLink(fileId);
    if (usePlayer.getState().fileId !== fileId) return;
    sound.src = url;
    sound.playbackRate = usePlayer.getState().speed;
    await sound.play();
  } catch (error) {
    // Something else was chosen meanwhile: that is no loss.
    if (usePlayer.getState().fileId === fileId && (error as Error).name !== 'AbortError') set({ isPlaying: false, isLost: true });
  }
}

export function seek(at: number) {
  sound.currentTime = at;
  set({ at });
}

export function nextSpeed() {
  const { speed } = usePlayer.getState();
  const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length]!;
  sound.playbackRate = next;
  set({ speed: next });
}

/** A film is heard alone, too. */
export const hush = () => sound.pause();

app.session.onLost(() => {
  sound.pause();
  sound.removeAttribute('src');
  set(still);
});
