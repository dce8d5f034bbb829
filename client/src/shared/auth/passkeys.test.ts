import { afterEach, expect, it, vi } from 'vitest';
import { makePasskey, passkeyObstacle } from './passkeys';

afterEach(() => vi.unstubAllGlobals());

const browser = (isSecureContext: boolean, knows = true) => {
  vi.stubGlobal('isSecureContext', isSecureContext);
  const type = Object.assign(() => undefined, knows && { parseCreationOptionsFromJSON: (options: unknown) => options });
  vi.stubGlobal('PublicKeyCredential', type);
};

it.each([
  ['chat.example.org', true, true, null],
  ['localhost', true, true, null],
  ['chat.example.org', false, true, 'insecure'],
  ['chat.example.org', true, false, 'browser'],
  ['127.0.0.1', true, true, 'address'],
  ['[::1]', true, true, 'address'],
])('at %s (secure: %s, able: %s) the obstacle is %s', (hostname, isSecure, knows, obstacle) => {
  browser(isSecure, knows);

  expect(passkeyObstacle({ hostname })).toBe(obstacle);
});

it.each([
  ['NotAllowedError', 'PASSKEY_CANCELLED'],
  ['InvalidStateError', 'PASSKEY_KNOWN'],
  ['SecurityError', 'PASSKEY_ELSEWHERE'],
])('says %s in its own code', async (name, code) => {
  browser(true);
  vi.stubGlobal('navigator', { credentials: { create: () => Promise.reject(new DOMException('', name)) } });

  await expect(makePasskey({})).rejects.toMatchObject({ code });
});
