import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import { ApiError } from '../../shared/api/error';
import type { ProfileChange } from '../../shared/api/account';
import type { Me } from '../../shared/api/types';
import { upload } from '../../shared/api/upload';
import { sayError } from '../../shared/i18n/sayError';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { useTask } from '../../shared/useTask';
import { shrinkPicture } from './shrinkPicture';

export function ProfilePicture({ me }: { me: Me }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { run, busy, error } = useTask();
  const change = async (what: ProfileChange) => app.setMe({ ...me, ...(await app.session.api.updateProfile(me.id, what)), status: me.status });
  const choose = (file: File | undefined) => file && run(async () => {
    const picture = await shrinkPicture(file);
    const stored = await upload(picture, await app.session.fresh(), () => undefined, new AbortController().signal);
    await change({ avatarFileId: stored.id });
  });
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Avatar id={me.id} name={me.displayName} picture={me.avatarUrl} size="xl" />
      <div className="grid justify-items-start gap-1">
        <input
          ref={input}
          type="file"
          accept="image/*"
          aria-label={t('profile.picture')}
          className="sr-only"
          tabIndex={-1}
          onChange={event => {
            void choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button look="quiet" busy={busy} onClick={() => input.current?.click()}>{t('profile.choose')}</Button>
        {me.avatarUrl && <Button look="text" disabled={busy} onClick={() => void run(() => change({ removeAvatar: true }))}>{t('profile.remove')}</Button>}
      </div>
      {error !== null && <p role="alert" className="w-full text-sm text-bad">{error instanceof ApiError ? sayError(t, error) : t('profile.notPicture')}</p>}
    </div>
  );
}
