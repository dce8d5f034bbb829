const megabyte = 1024 ** 2;

export const toMegabytes = (bytes: number | null): string => (bytes === null ? '' : String(Math.round((bytes / megabyte) * 100) / 100));

/** Null for nothing, undefined for what is no size. */
export function toBytes(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const bytes = Math.round(Number(text.replace(',', '.')) * megabyte);
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
}
