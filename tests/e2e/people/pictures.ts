import type { Page } from '@playwright/test';

/** A PNG of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture worth looking at, painted by the browser. */
export async function sunset(page: Page): Promise<File> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1056, 660);
    const paint = canvas.getContext('2d')!;
    const glow = (x: number, y: number, radius: number, colour: string) => {
      const gradient = paint.createRadialGradient(x, y, 0, x, y, radius);
      gradient.addColorStop(0, colour);
      gradient.addColorStop(1, `${colour}00`);
      return gradient;
    };
    const sky = paint.createLinearGradient(0, 0, 400, 660);
    sky.addColorStop(0, '#5b8fc7');
    sky.addColorStop(1, '#4a3f7f');
    for (const fill of [sky, glow(900, 200, 620, '#e8836b'), glow(210, 100, 700, '#f0cf86')]) {
      paint.fillStyle = fill;
      paint.fillRect(0, 0, canvas.width, canvas.height);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return new File([new Uint8Array(bytes)], 'roof.jpg', { type: 'image/jpeg' });
}
