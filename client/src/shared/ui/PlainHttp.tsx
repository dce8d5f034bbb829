import { LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What browsers do not allow where nothing is encrypted on the way (localhost counts as safe), and who can change it. */
export function PlainHttp({ isAdministrator }: { isAdministrator: boolean }) {
  const { t } = useTranslation();
  if (globalThis.isSecureContext) return null;
  return (
    <section aria-label={t('plain.title')} className="flex gap-3 rounded-lg border border-line bg-raised p-4 text-sm">
      <LockOpen aria-hidden size={19} strokeWidth={1.8} className="mt-0.5 shrink-0 text-warn-text" />
      <div className="grid gap-1">
        <h2 className="font-semibold">{t('plain.title')}</h2>
        <p className="text-pretty text-ink-2">{t('plain.text')} {t(isAdministrator ? 'plain.admin' : 'plain.ask')}</p>
      </div>
    </section>
  );
}
