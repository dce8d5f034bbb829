import { LogOut, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeIn } from '../plugins/place';
import { Slot } from '../plugins/Slot';
import { chatName, partnerOf } from '../shared/chatNames';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { IconButton } from '../shared/ui/IconButton';
import { AddPeople } from './AddPeople';
import { BlockPerson } from './BlockPerson';
import { ChatFace } from './ChatFace';
import { ChatTimer } from './ChatTimer';
import { LeaveGroup } from './LeaveGroup';
import { MemberList } from './MemberList';
import { NotifyChoices } from './mine/NotifyChoices';

export function InfoPanel({ state, onClose }: { state: ChatState; onClose: () => void }) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const [step, setStep] = useState<'adding' | 'leaving' | null>(null);
  const isGroup = state.chat.type !== 'PRIVATE';
  const isAdmin = state.mine.role !== 'MEMBER';
  const name = chatName(state, meId, t);
  const partner = partnerOf(state, meId);
  const row = 'flex min-h-11 w-full items-center gap-3 rounded-md px-3 font-medium transition-colors duration-(--quick) hover:bg-hover';

  return (
    <aside
      aria-label={t('chat.info')}
      className="slide-in absolute inset-0 z-20 flex min-h-0 flex-col border-line bg-surface pt-[env(safe-area-inset-top)] pane:left-auto pane:w-(--info) pane:border-l pane:shadow-float info:static info:shadow-none"
      onKeyDown={event => { if (event.key === 'Escape' && step !== 'leaving') { event.stopPropagation(); (step ? setStep(null) : onClose()); } }}
    >
      <header className="flex h-15 shrink-0 items-center gap-1 pr-2 pl-4">
        <h2 className="flex-1 font-semibold">{t(step === 'adding' ? 'chat.add' : 'chat.info')}</h2>
        <IconButton icon={X} label={t('common.close')} onClick={() => (step === 'adding' ? setStep(null) : onClose())} />
      </header>
      {step === 'adding' ? <AddPeople state={state} onDone={() => setStep(null)} /> : (
        <div className="min-h-0 flex-1 overflow-y-auto pb-[max(var(--s4),env(safe-area-inset-bottom))]">
          <div className="grid justify-items-center gap-0.5 px-4 pb-5 text-center">
            <ChatFace state={state} meId={meId} size="xl" />
            <p className="mt-3 text-lg font-semibold wrap-anywhere">{name}</p>
            <p className="text-sm text-ink-2">
              {state.chat.isSaved ? t('saved.about') : isGroup ? t('chat.group', { count: state.chat.memberCount }) : partner && `@${partner.username}`}
            </p>
          </div>
          {partner?.bio && !isGroup && (
            <div className="border-t border-line px-4 py-3">
              <h3 className="text-sm font-semibold text-ink-2">{t('chat.about')}</h3>
              <p className="wrap-anywhere">{partner.bio}</p>
            </div>
          )}
          {partner && !isGroup && <div className="border-t border-line px-1 py-2"><BlockPerson person={partner} className={row} /></div>}
          {isGroup && (
            <div className="border-t border-line px-1 py-2">
              {isAdmin && (
                <button type="button" className={`${row} text-accent-text`} onClick={() => setStep('adding')}>
                  <UserPlus aria-hidden size={19} strokeWidth={1.8} />{t('chat.add')}
                </button>
              )}
              <button type="button" className={`${row} text-bad`} onClick={() => setStep('leaving')}>
                <LogOut aria-hidden size={19} strokeWidth={1.8} />{t('chat.leave')}
              </button>
            </div>
          )}
          {!state.chat.isSaved && <NotifyChoices state={state} />}
          <ChatTimer state={state} />
          <Slot name="chat.panel@1" props={placeIn(state)} className="border-t border-line px-4 py-3" />
          {isGroup && <MemberList state={state} meId={meId} canRemove={isAdmin} />}
        </div>
      )}
      {step === 'leaving' && <LeaveGroup chatId={state.chat.id} name={name} onClose={() => setStep(null)} />}
    </aside>
  );
}
