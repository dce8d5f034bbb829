import { useTranslation } from 'react-i18next';
import { type Language, languages, speak } from '../i18n/start';
import { chooseTheme, useTheme } from '../theme/theme';
import { Segments } from './Segments';

export function Preferences() {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  const themes = (['light', 'dark', 'system'] as const).map(value => ({ value, label: t(`settings.${value}`) }));
  const spoken = (Object.keys(languages) as Language[]).map(value => ({ value, label: languages[value] }));
  return (
    <div className="grid gap-5">
      <Segments label={t('settings.theme')} value={theme} options={themes} onChange={chooseTheme} />
      <Segments label={t('settings.language')} value={i18n.language as Language} options={spoken} onChange={language => void speak(language)} />
    </div>
  );
}
