import { useTranslation } from 'react-i18next';
import type { ChatChange } from '../../shared/api/govern';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { allRights } from '../../shared/rights';
import type { ChatState } from '../../shared/sync/chatState';
import { useDeed } from '../useDeed';
import { RightSwitches, SwitchRow } from './RightSwitches';

/** Of a channel members read: what they may do is to add people, at most. */
const forChannel = ['ADD_PEOPLE'] as const;

export function Permissions({ state: { chat } }: { state: ChatState }) {
  const { t } = useTranslation();
  const deed = useDeed(() => undefined);
  const change = (what: ChatChange) => void deed.run(() => app.session.api.changeChat(chat.id, what));
  const row = { isBusy: deed.busy };
  return (
    <div className="grid gap-5 px-4 pb-4">
      <RightSwitches
        title={t('govern.membersMay')}
        held={chat.memberRights}
        offered={chat.type === 'CHANNEL' ? forChannel : allRights}
        isBusy={deed.busy}
        onChange={memberRights => change({ memberRights })}
      />
      <section>
        <h3 className="mb-1 text-sm font-semibold text-ink-2">{t('govern.past')}</h3>
        <ul>
          <SwitchRow {...row} label={t('govern.history')} isOn={chat.historyVisible} onChange={historyVisible => change({ historyVisible })} />
        </ul>
      </section>
      <section>
        <h3 className="mb-1 text-sm font-semibold text-ink-2">{t('govern.visibility')}</h3>
        <ul>
          <SwitchRow {...row} label={t('govern.listed')} isOn={chat.isListed} onChange={isListed => change({ isListed })} />
          {chat.isListed && <SwitchRow {...row} label={t('govern.approval')} isOn={chat.needsApproval} onChange={needsApproval => change({ needsApproval })} />}
        </ul>
      </section>
      {deed.error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, deed.error)}</p>}
    </div>
  );
}
