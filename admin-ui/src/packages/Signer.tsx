import type { Package } from '@stogram/client/shared/api/plugins';
import { Signature } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Who answers for an uploaded package, if anybody does. */
export function Signer({ pack: { isUploaded, isSigned, signedBy } }: { pack: Package }) {
  const { t } = useTranslation();
  if (!isUploaded) return null;
  return (
    <p className={`flex items-center gap-1.5 text-sm ${signedBy ? 'text-good-text' : 'text-ink-2'}`}>
      <Signature aria-hidden size={16} strokeWidth={1.8} className="shrink-0" />
      {signedBy ? t('packages.signedBy', { name: signedBy }) : t(isSigned ? 'packages.untrusted' : 'packages.unsigned')}
    </p>
  );
}
