import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';

/** A web site somewhere, for messages to link to. */
export interface Site {
  /** Address and port. */
  place: string;
  stop(): void;
}

const pages: Record<string, string> = {
  '/roof': `<title>Not this</title>
    <meta property="og:site_name" content="Rooftops"><meta property="og:title" content="The roof above the harbour">
    <meta property="og:description" content="Bring a coat: at six the wind turns, and the lights of the cranes come on one after the other.">
    <meta property="og:image" content="/roof.png">`,
  '/plain': '<title>A plain page &lt;img src=x onerror=alert(1)&gt;</title>',
};

export async function startSite(): Promise<Site> {
  const picture = painted(1200, 630);
  const server = createServer(({ url }, response) => {
    const page = pages[url ?? ''];
    if (url === '/roof.png') response.setHeader('Content-Type', 'image/png').end(picture);
    else if (page) response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return { place: `127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() };
}

/** A PNG of an evening sky. */
function painted(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sun = Math.max(0, 1 - Math.hypot(x - width * 0.7, y - height * 0.8) / width);
      rows.set([91 + 150 * sun, 120 - 40 * (y / height) + 70 * sun, 190 - 60 * (y / height) - 50 * sun], y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))]);
}

function part(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
