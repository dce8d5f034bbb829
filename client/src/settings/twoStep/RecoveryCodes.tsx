import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveAs } from '../../shared/saveAs';
import { Button } from '../../shared/ui/Button';

export interface RecoveryCodesProps {
  codes: string[];
  username: string;
  onDone: () => void;
}

export function RecoveryCodes({ codes, username, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const text = `${t('twoStep.file', { name: username })}\n\n${codes.join('\n')}\n`;
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true), () => undefined);
  const download = () => saveAs(new Blob([text], { type: 'text/plain' }), 'stogram-recovery-codes.txt');
  const CopyIcon = isCopied ? Check : Copy;
  return (
    <div className="grid gap-4">
      <div>
        <h2 className="font-semibold">{t('twoStep.codes')}</h2>
        <p className="text-pretty text-ink-2">{t('twoStep.codesSub')}</p>
      </div>
      <ul aria-label={t('twoStep.codes')} className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-md bg-sunken p-4 font-mono text-sm">
        {codes.map(code => <li key={code} className="select-all">{code}</li>)}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" onClick={() => void copy()}><CopyIcon aria-hidden size={17} />{t(isCopied ? 'common.copied' : 'common.copy')}</Button>
        <Button look="quiet" onClick={download}><Download aria-hidden size={17} />{t('twoStep.download')}</Button>
      </div>
      <Button onClick={onDone}>{t('twoStep.kept')}</Button>
    </div>
  );
}
