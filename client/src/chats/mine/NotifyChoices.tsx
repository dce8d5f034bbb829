import { useTranslation } from 'react-i18next';
import type { ChoicesChange, NotifyLevel } from '../../shared/api/types';
import type { ChatState } from '../../shared/sync/chatState';
import { isMuted } from '../../shared/sync/choices';
import { moment } from '../../shared/time/format';
import { Segments } from '../../shared/ui/Segments';
import { Select } from '../../shared/ui/Select';
import { useNow } from '../useNow';
import { decide } from './decide';
import { mutes } from './MuteFor';

const levels: NotifyLevel[] = ['ALL', 'MENTIONS', 'NONE'];

type Mute = NonNullable<ChoicesChange['mute']> | 'UNTIL';

/** What one is told of in this chat, on all devices. */
export function NotifyChoices({ state }: { state: ChatState }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { id, type } = state.chat;
  const { choices } = state.mine;
  const until = isMuted(choices, now.getTime()) ? new Date(choices.mutedUntil!) : null;
  const isForever = until !== null && until.getUTCFullYear() > 9000;
  const words = until && !isForever ? [{ value: 'UNTIL' as Mute, label: t('mine.mutedUntil', { time: moment(until, i18n.language) }) }] : [];
  const options = [{ value: 'OFF' as Mute, label: t('mute.OFF') }, ...words, ...mutes.map(value => ({ value: value as Mute, label: t(`mute.${value}`) }))];
  const offered = type === 'PRIVATE' ? levels.filter(level => level !== 'MENTIONS') : levels;
  return (
    <section className="grid gap-4 border-t border-line px-4 py-4">
      <Segments
        label={t('mine.notify')}
        value={choices.notify}
        options={offered.map(value => ({ value, label: t(`notify.${value}`) }))}
        onChange={notify => void decide(id, { notify }, t)}
      />
      <Select
        label={t('mine.muteLabel')}
        value={until ? (isForever ? 'FOREVER' : 'UNTIL') : 'OFF'}
        options={options}
        onChange={mute => mute !== 'UNTIL' && void decide(id, { mute }, t)}
      />
    </section>
  );
}
