import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { Spinner } from '../../shared/ui/Spinner';

export interface RowsProps<T> {
  label: string;
  none: string;
  pages: { rows: T[] | null; error: unknown; hasMore: boolean; more: () => unknown };
  row: (item: T) => ReactNode;
}

/** A list of a page of the info panel: short, read by pages. */
export function Rows<T>({ label, none, pages, row }: RowsProps<T>) {
  const { t } = useTranslation();
  const { rows, error, hasMore, more } = pages;
  if (error !== null) return <p role="alert" className="p-6 text-center text-ink-2">{sayError(t, error)}</p>;
  if (!rows) return <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>;
  if (rows.length === 0) return <p className="p-6 text-center text-ink-2">{none}</p>;
  return (
    <>
      <ul aria-label={label} className="px-4">{rows.map(row)}</ul>
      {hasMore && <div className="p-3 text-center"><Button look="text" onClick={() => void more()}>{t('govern.more')}</Button></div>}
    </>
  );
}
