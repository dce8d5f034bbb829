import { create } from 'zustand';

const key = 'stogram.sound';
const pause = 2_000;
let context: AudioContext | undefined;
let last = 0;

/** Kept on this device: another one may stand in a quieter room. */
export const useSound = create<{ isOn: boolean }>(() => ({ isOn: localStorage.getItem(key) !== 'off' }));

export function keepSound(isOn: boolean) {
  localStorage.setItem(key, isOn ? 'on' : 'off');
  useSound.setState({ isOn });
}

/** Two soft notes. Browsers keep silent until somebody has touched the page. */
export function ring(now = Date.now()) {
  if (!useSound.getState().isOn || now - last < pause || !navigator.userActivation?.hasBeenActive) return;
  last = now;
  context ??= new AudioContext();
  for (const [pitch, at] of [[880, 0], [1175, 0.11]] as const) note(context, pitch, context.currentTime + at);
}

function note(audio: AudioContext, pitch: number, at: number) {
  const [tone, volume] = [new OscillatorNode(audio, { frequency: pitch }), new GainNode(audio, { gain: 0 })];
  volume.gain.linearRampToValueAtTime(0.08, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.32);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.34);
}
