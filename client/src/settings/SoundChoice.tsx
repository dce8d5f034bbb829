import { useTranslation } from 'react-i18next';
import { keepSound, useSound } from '../shared/notify/sound';
import { Switch } from '../shared/ui/Switch';

export function SoundChoice() {
  const { t } = useTranslation();
  const isOn = useSound(sound => sound.isOn);
  return (
    <div className="flex items-center gap-3">
      <span className="min-w-0 flex-1">
        <span className="block text-sm font-medium">{t('mine.sound')}</span>
        <span className="block text-sm text-ink-2">{t('mine.soundHint')}</span>
      </span>
      <Switch label={t('mine.sound')} isOn={isOn} isBusy={false} onChange={keepSound} />
    </div>
  );
}
