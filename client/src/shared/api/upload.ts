import { ApiError, offline } from './error';
import type { Envelope, StoredFile } from './types';

/** XMLHttpRequest, because fetch cannot tell how much of a body has gone out. */
export function upload(file: File, token: string | null, onProgress: (share: number) => void, signal: AbortSignal) {
  return new Promise<StoredFile>((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', '/api/files/upload');
    call.responseType = 'json';
    call.setRequestHeader('X-Stogram-Client', 'web');
    if (token) call.setRequestHeader('Authorization', `Bearer ${token}`);
    call.upload.onprogress = event => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    call.onerror = () => reject(offline());
    call.onabort = () => reject(new ApiError('CANCELLED', 'Cancelled'));
    call.onload = () => {
      const envelope = call.response as Envelope<StoredFile> | null;
      if (envelope?.success) resolve(envelope.data);
      else reject(envelope ? ApiError.of(envelope.error) : new ApiError(tooLarge(call), call.statusText));
    };
    signal.addEventListener('abort', () => call.abort());
    const body = new FormData();
    body.append('file', file, file.name);
    call.send(body);
  });
}

const tooLarge = (call: XMLHttpRequest) => (call.status === 413 ? 'PAYLOAD_TOO_LARGE' : 'UNAVAILABLE');
