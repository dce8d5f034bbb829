import { useTranslation } from 'react-i18next';
import type { Privacy as Settings } from '../../shared/api/types';
import { sayError } from '../../shared/i18n/sayError';
import { Segments } from '../../shared/ui/Segments';
import { Switch } from '../../shared/ui/Switch';
import { BlockList } from './BlockList';
import { usePrivacy } from './usePrivacy';

type Choice = Exclude<keyof Settings, 'readReceipts'>;

const audiences = ['EVERYBODY', 'CONTACTS', 'NOBODY'] as const;
const choices: readonly { of: Choice; hint?: 'privacy.lastSeenHint' | 'privacy.messagesHint' }[] = [
  { of: 'lastSeen', hint: 'privacy.lastSeenHint' },
  { of: 'photo' },
  { of: 'messages', hint: 'privacy.messagesHint' },
  { of: 'groups' },
];

export function Privacy() {
  const { t } = useTranslation();
  const { settings, change, busy, error } = usePrivacy();
  const options = audiences.map(value => ({ value, label: t(`privacy.${value}`) }));
  return (
    <div className="grid gap-6">
      <p className="text-pretty text-ink-2">{t('privacy.sub')}</p>
      {choices.map(({ of, hint }) => (
        <div key={of}>
          <Segments label={t(`privacy.${of}`)} value={settings[of]} options={options} onChange={value => change({ [of]: value })} />
          {hint && <p className="mt-2 text-sm text-pretty text-ink-2">{t(hint)}</p>}
        </div>
      ))}
      <div>
        <div className="flex items-center justify-between gap-4">
          <h2 className="text-sm font-medium">{t('privacy.readReceipts')}</h2>
          <Switch label={t('privacy.readReceipts')} isOn={settings.readReceipts} isBusy={busy} onChange={readReceipts => change({ readReceipts })} />
        </div>
        <p className="text-sm text-pretty text-ink-2">{t('privacy.readReceiptsHint')}</p>
      </div>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <BlockList />
    </div>
  );
}
