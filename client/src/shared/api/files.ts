import type { Session } from '../auth/session';
import { ApiError, offline } from './error';

/** With the bearer token and not by the signed address: that one runs out in an hour, a kept message does not. */
export async function fetchFile(session: Session, fileId: string): Promise<Blob> {
  const token = await session.fresh();
  const response = await fetch(`/api/files/${fileId}`, { headers: { Authorization: `Bearer ${token}` } }).catch(() => null);
  if (!response) throw offline();
  if (!response.ok) throw new ApiError(response.status === 404 ? 'NOT_FOUND' : 'UNAVAILABLE', response.statusText);
  return response.blob();
}
