import { expect, it } from 'vitest';
import { peaksOf } from './peaks';

it('is as loud as the recording, part by part', () => {
  const samples = Float32Array.from({ length: 4000 }, (_, i) => (i < 2000 ? 0.1 : 0.5) * (i % 2 ? 1 : -1));

  expect(peaksOf(samples, 4)).toEqual([51, 51, 255, 255]);
});

it('stays within what the server takes', () => {
  const peaks = peaksOf(Float32Array.from({ length: 100_000 }, () => Math.random() * 4 - 2));

  expect(peaks.length).toBeLessThanOrEqual(100);
  expect(peaks.every(peak => Number.isInteger(peak) && peak >= 0 && peak <= 255)).toBe(true);
});

it('is flat where nothing is heard', () => expect(peaksOf(new Float32Array(100), 3)).toEqual([0, 0, 0]));

it('has nothing of nothing', () => expect(peaksOf(new Float32Array(0))).toEqual([]));
