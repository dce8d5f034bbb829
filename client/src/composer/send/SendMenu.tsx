import { BellOff, CalendarClock, ChevronUp, Timer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageMenu } from '../../messages/MessageMenu';
import type { Point } from '../../messages/useMenu';
import { IconButton } from '../../shared/ui/IconButton';
import { LifeSheet } from './LifeSheet';
import { WhenSheet } from './WhenSheet';

export interface SendMenuProps {
  at: Point | null;
  onOpen: (from: Element) => void;
  onClose: () => void;
  onSend: (how: { isSilent?: boolean; expiresIn?: number }) => void;
  onSchedule: (at: string) => Promise<unknown>;
}

/** Beside plain sending: without a sound, later, or not for ever. */
export function SendMenu({ at, onOpen, onClose, onSend, onSchedule }: SendMenuProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'when' | 'life' | null>(null);
  const actions = [
    { label: t('send.silent'), icon: BellOff, run: () => onSend({ isSilent: true }) },
    { label: t('send.schedule'), icon: CalendarClock, run: () => setStep('when') },
    { label: t('send.disappearing'), icon: Timer, run: () => setStep('life') },
  ];
  return (
    <>
      <IconButton icon={ChevronUp} label={t('send.more')} aria-haspopup="menu" className="m-px" onClick={event => onOpen(event.currentTarget)} />
      {at && <MessageMenu at={at} actions={actions} onClose={onClose} />}
      {step === 'when' && <WhenSheet onChoose={onSchedule} onClose={() => setStep(null)} />}
      {step === 'life' && <LifeSheet onChoose={expiresIn => { setStep(null); onSend({ expiresIn }); }} onClose={() => setStep(null)} />}
    </>
  );
}
