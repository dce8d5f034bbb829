import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import { sayChangeError } from '../shared/i18n/sayError';
import { canPin } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { lives, sayLife } from '../shared/time/lives';
import { Select } from '../shared/ui/Select';
import { useDeed } from './useDeed';

const off = 'off';

/** How long messages live here; who may pin may set it, the others see it. */
export function ChatTimer({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed(() => undefined);
  const now = state.chat.expiresIn ?? null;
  const known = lives.map(life => life.seconds);
  const offered = [...known, ...(known.some(seconds => seconds === now) ? [] : [now])];
  const options = offered.map(seconds => ({ value: String(seconds ?? off), label: sayLife(seconds, t) }));
  const choose = (value: string) => void run(() => app.session.api.setTimer(state.chat.id, value === off ? null : Number(value)));
  return (
    <div className="grid gap-1 border-t border-line px-4 py-3">
      <Select label={t('life.chat')} value={String(now ?? off)} options={options} disabled={busy || !canPin(state)} onChange={choose} />
      <p className="text-sm text-ink-2">{t('life.chatHint')}</p>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayChangeError(t, error)}</p>}
    </div>
  );
}
