import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/ui/Dialog';

export const mutes = ['HOUR', 'EIGHT_HOURS', 'WEEK', 'FOREVER'] as const;

export function MuteFor({ onChoose, onClose }: { onChoose: (mute: (typeof mutes)[number]) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const choose = (mute: (typeof mutes)[number]) => {
    onChoose(mute);
    onClose();
  };
  return (
    <Dialog title={t('mine.muteFor')} onClose={onClose}>
      <div className="-mx-3 grid">
        {mutes.map(mute => (
          <button key={mute} type="button" onClick={() => choose(mute)} className="min-h-11 rounded-md px-3 text-left font-medium text-ink transition-colors duration-(--quick) hover:bg-hover">
            {t(`mute.${mute}`)}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
