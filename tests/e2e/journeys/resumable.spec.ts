import { Buffer } from 'node:buffer';
import { Upload } from 'tus-js-client';
import { type Host, startHost } from '../host/start';
import { type Account, enroll } from '../people/account';
import { expect, test } from '../people/test';

// On a server of its own: it is killed.
let host: Host;
let ada: Account;
test.beforeAll(async () => {
  host = await startHost();
  ada = await enroll(host.url, 'ada', 'Ada');
});
test.afterAll(() => host.stop());

const bytes = Buffer.alloc(24 * 1024 ** 2, 'Roof at six. ');

interface Seen {
  fileId: string | null;
  offsets: number[];
}

/** tus-js-client as anybody would use it, over a wire that is not too fast. */
function send(seen: Seen, onProgress: (upload: Upload, sent: number) => void) {
  return new Promise<void>((resolve, reject) => {
    const upload: Upload = new Upload(bytes, {
      endpoint: `${host.url}/api/files/tus`,
      metadata: { filename: 'roof.txt' },
      headers: { Authorization: `Bearer ${ada.accessToken}` },
      chunkSize: 2 * 1024 ** 2,
      retryDelays: Array.from({ length: 40 }, () => 500),
      onAfterResponse: (request, response) => {
        seen.fileId = response.getHeader('Upload-File-Id') ?? seen.fileId;
        if (request.getMethod() === 'HEAD') seen.offsets.push(Number(response.getHeader('Upload-Offset')));
      },
      onProgress: sent => onProgress(upload, sent),
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });
}

test('An upload goes on after a pause, and after the server was killed in the middle of it', async () => {
  test.setTimeout(120_000);
  const seen: Seen = { fileId: null, offsets: [] };
  let step = 0;
  await send(seen, (upload, sent) => {
    if (step === 0 && sent > bytes.length / 4) {
      step = 1;
      void upload.abort().then(() => setTimeout(() => upload.start(), 200));
    } else if (step === 1 && sent > bytes.length / 2) {
      step = 2;
      void host.crash();
    }
  });

  expect(step).toBe(2);
  expect(Math.max(...seen.offsets)).toBeGreaterThan(0);
  const { url, size, contentType } = await ada.ask<{ url: string; size: number; contentType: string }>(`/files/${seen.fileId}/link`);
  expect({ size, contentType }).toEqual({ size: bytes.length, contentType: 'text/plain' });
  expect(Buffer.from(await (await fetch(host.url + url)).arrayBuffer()).equals(bytes)).toBe(true);
});
