import { useTranslation } from 'react-i18next';
import { lives } from '../../shared/time/lives';
import { Button } from '../../shared/ui/Button';
import { Sheet } from '../../shared/ui/Sheet';

export function LifeSheet({ onChoose, onClose }: { onChoose: (seconds: number) => void; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('send.lifeTitle')} onClose={onClose}>
      <div className="grid gap-2 px-5 pt-1 pb-5">
        <p className="pb-1 text-ink-2">{t('send.lifeHint')}</p>
        {lives.map(({ seconds, label }) => seconds !== null && (
          <Button key={seconds} look="quiet" onClick={() => onChoose(seconds)}>{t(label)}</Button>
        ))}
      </div>
    </Sheet>
  );
}
