import type { NewInvite } from '@stogram/client/shared/api/administration';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { CopyBox } from '@stogram/client/shared/ui/CopyBox.tsx';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Page';

export function InviteMade({ made, onDone }: { made: NewInvite; onDone: () => void }) {
  const { t } = useTranslation();
  const { email } = made.invite;
  return (
    <Card className="mb-4 grid gap-2 p-4 pane:p-6">
      <h2 className="font-semibold">{t('invites.made')}</h2>
      <CopyBox label={t('invites.made')} text={made.url} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-60 text-sm text-pretty text-ink-2">{email ? t('invites.onceEmail', { email }) : t('invites.once1')}</p>
        <Button look="text" onClick={onDone}>{t('common.done')}</Button>
      </div>
    </Card>
  );
}
