import { LockOpen, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../shared/ui/IconButton';
import { useNavigation } from './navigation';

const key = 'stogram.plain-http';

/** Once, over plain http: the settings go on saying it. */
export function PlainBar() {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const [isShown, setShown] = useState(() => !globalThis.isSecureContext && localStorage.getItem(key) === null);
  if (!isShown) return null;
  const close = () => {
    localStorage.setItem(key, 'seen');
    setShown(false);
  };
  return (
    <div role="status" className="flex shrink-0 items-center gap-2 border-b border-line bg-surface pl-4 text-sm font-medium text-warn-text">
      <LockOpen aria-hidden size={16} className="shrink-0" />
      <p className="min-w-0 flex-1 py-2">
        {t('plain.title')}: <button type="button" className="min-h-11 underline" onClick={() => { close(); go('/settings'); }}>{t('plain.why')}</button>
      </p>
      <IconButton icon={X} label={t('common.close')} onClick={close} />
    </div>
  );
}
