import { peaksOf } from './peaks';

export interface Recording {
  file: File;
  duration: number;
  waveform: number[];
}

const forms = [['audio/webm;codecs=opus', 'webm'], ['audio/mp4', 'm4a'], ['audio/ogg;codecs=opus', 'ogg']] as const;

export const canRecord = () => 'MediaRecorder' in globalThis && Boolean(navigator.mediaDevices?.getUserMedia);

/** The microphone from asking for it to letting it go. */
export class Recorder {
  readonly #parts: Blob[] = [];
  readonly #recorder: MediaRecorder;
  readonly #context = new AudioContext();
  readonly #analyser = this.#context.createAnalyser();
  readonly #extension: string;

  private constructor(private readonly stream: MediaStream) {
    const form = forms.find(([type]) => MediaRecorder.isTypeSupported(type));
    this.#extension = form?.[1] ?? 'webm';
    this.#recorder = new MediaRecorder(stream, form && { mimeType: form[0], audioBitsPerSecond: 32_000 });
    this.#recorder.ondataavailable = event => void this.#parts.push(event.data);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    this.#recorder.start(1000);
  }

  static async start() {
    return new Recorder(await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } }));
  }

  /** How loud it is at this moment, from 0 to 1. */
  get level() {
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#analyser.getFloatTimeDomainData(samples);
    return Math.min(1, Math.sqrt(samples.reduce((sum, value) => sum + value ** 2, 0) / samples.length) * 4);
  }

  async stop(): Promise<Recording> {
    const stopped = new Promise(resolve => this.#recorder.addEventListener('stop', resolve, { once: true }));
    this.#recorder.stop();
    await stopped;
    const file = new File(this.#parts, `voice.${this.#extension}`, { type: this.#recorder.mimeType });
    try {
      const sound = await this.#context.decodeAudioData(await file.arrayBuffer());
      return { file, duration: sound.duration, waveform: peaksOf(sound.getChannelData(0)) };
    } finally {
      this.release();
    }
  }

  release() {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    for (const track of this.stream.getTracks()) track.stop();
    if (this.#context.state !== 'closed') void this.#context.close();
  }
}
