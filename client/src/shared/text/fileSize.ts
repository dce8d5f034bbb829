import type { TFunction } from 'i18next';

const units = ['size.bytes', 'size.kb', 'size.mb', 'size.gb'] as const;

export function fileSize(bytes: number, t: TFunction, language: string): string {
  const power = Math.min(units.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const digits = new Intl.NumberFormat(language, { maximumFractionDigits: power ? 1 : 0 });
  return t(units[power]!, { n: digits.format(bytes / 1024 ** power) });
}
