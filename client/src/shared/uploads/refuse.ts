import { ApiError } from '../api/error';
import type { Api } from '../api/routes';

/** What the server would refuse is refused before a byte has gone up. Where it cannot be asked, it will say so itself. */
export async function refuse(api: Pick<Api, 'limits'>, size: number) {
  const limits = await api.limits().catch(() => null);
  if (!limits) return;
  if (size > limits.maxFileSize) throw new ApiError('PAYLOAD_TOO_LARGE', '', { limit: limits.maxFileSize });
  if (limits.left !== null && size > limits.left) throw new ApiError('QUOTA_EXCEEDED', '', { left: limits.left });
}
