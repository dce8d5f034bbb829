import { ApiError } from '../api/error';

export type Obstacle = 'insecure' | 'browser' | 'address';

/** Why there can be no passkeys on this page; null if there can. */
export function passkeyObstacle(page: Pick<Location, 'hostname'> = location): Obstacle | null {
  if (!globalThis.isSecureContext) return 'insecure';
  if (typeof PublicKeyCredential !== 'function' || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) return 'browser';
  return /^[\d.]+$|:/u.test(page.hostname) ? 'address' : null;
}

export const makePasskey = (options: unknown) => asked(async () => navigator.credentials.create({
  publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
}));

export const usePasskey = (options: unknown) => asked(async () => navigator.credentials.get({
  publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
}));

const reasons: Record<string, string> = {
  NotAllowedError: 'PASSKEY_CANCELLED',
  AbortError: 'PASSKEY_CANCELLED',
  InvalidStateError: 'PASSKEY_KNOWN',
  SecurityError: 'PASSKEY_ELSEWHERE',
};

async function asked(ask: () => Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = (await ask()) as PublicKeyCredential;
    return credential.toJSON();
  } catch (error) {
    const reason = error instanceof DOMException ? reasons[error.name] : undefined;
    throw reason ? new ApiError(reason, '') : error;
  }
}
