import type { DetailedError, Upload } from 'tus-js-client';
import { ApiError, offline } from '../api/error';
import type { Envelope, StoredFile } from '../api/types';
import type { Session } from '../auth/session';

export interface Sending {
  file: File;
  uploadUrl?: string | null;
  /** What is said of a recording. */
  voice?: { duration: number; waveform: number[] };
  onProgress: (share: number) => void;
  /** From here on it can go on after a break, a reload too. */
  onPlace?: (uploadUrl: string) => void;
  signal: AbortSignal;
}

/** Goes on by itself after a break; a server that restarts is waited for. */
const pauses = [0, 500, 1500, 3000, 5000, 10_000];

/** By tus: what has gone up is never sent twice. */
export async function sendFile(session: Session, sending: Sending): Promise<StoredFile> {
  const tus = await import('tus-js-client');
  const { file, voice, signal, onProgress, onPlace } = sending;
  let stop = () => {};
  try {
    const id = await new Promise<string>((resolve, reject) => {
      let fileId: string | null = null;
      const upload: Upload = new tus.Upload(file, {
        endpoint: '/api/files/tus',
        uploadUrl: sending.uploadUrl ?? null,
        metadata: {
          filename: file.name,
          ...(voice && { voice: 'true', duration: voice.duration.toFixed(2), waveform: voice.waveform.join(',') }),
        },
        retryDelays: pauses,
        storeFingerprintForResuming: false,
        uploadDataDuringCreation: file.size < 256 * 1024,
        onBeforeRequest: async request => {
          request.setHeader('Authorization', `Bearer ${await session.fresh()}`);
        },
        onAfterResponse: (_request, response) => {
          fileId = response.getHeader('Upload-File-Id') ?? fileId;
        },
        onUploadUrlAvailable: () => upload.url && onPlace?.(upload.url),
        onProgress: (sent, total) => onProgress(total ? sent / total : 0),
        onSuccess: () => (fileId ? resolve(fileId) : reject(offline())),
        onError: error => reject(reasonOf(error)),
      });
      stop = () => {
        void upload.abort(true).catch(() => undefined);
        reject(new ApiError('CANCELLED', 'Cancelled'));
      };
      signal.addEventListener('abort', stop);
      upload.start();
    });
    return await session.api.fileLink(id);
  } finally {
    // From here on giving up would delete a file that is about to be sent.
    signal.removeEventListener('abort', stop);
  }
}

function reasonOf(error: Error | DetailedError): ApiError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return offline();
  try {
    const envelope = JSON.parse(response.getBody()) as Envelope<never>;
    if (!envelope.success) return ApiError.of(envelope.error);
  } catch {
    // No envelope: something in between answered.
  }
  return new ApiError(response.getStatus() === 413 ? 'PAYLOAD_TOO_LARGE' : 'UNAVAILABLE', error.message);
}
