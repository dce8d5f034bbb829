import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';

export function PaneHead({ title, onBack, children }: { title: string; onBack?: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="flex h-15 shrink-0 items-center gap-1 px-2">
      {onBack && <IconButton icon={ArrowLeft} label={t('common.back')} onClick={onBack} />}
      <h1 className={`flex-1 truncate text-lg font-semibold tracking-tight ${onBack ? '' : 'pl-2'}`}>{title}</h1>
      {children}
    </header>
  );
}
