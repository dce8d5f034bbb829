const bars = 60;

/** How loud it is from start to end, each from 0 to 255: the loudest is as tall as can be, a whisper is seen, too. */
export function peaksOf(samples: Float32Array, count = bars): number[] {
  const length = Math.min(count, samples.length);
  const loudness = Array.from({ length }, (_, bar) => {
    const [from, to] = [Math.floor((bar * samples.length) / length), Math.floor(((bar + 1) * samples.length) / length)];
    let sum = 0;
    for (let i = from; i < to; i++) sum += samples[i]! ** 2;
    return Math.sqrt(sum / (to - from));
  });
  const most = Math.max(...loudness, 0.01);
  return loudness.map(value => Math.round((value / most) * 255));
}
