import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shrinkPicture } from '../../settings/profile/shrinkPicture';
import { ApiError } from '../../shared/api/error';
import { upload } from '../../shared/api/upload';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { sayFields } from '../../shared/i18n/sayFields';
import type { ChatState } from '../../shared/sync/chatState';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { Field } from '../../shared/ui/Field';
import { TextArea } from '../../shared/ui/TextArea';
import { useDeed } from '../useDeed';

export function EditChat({ state: { chat }, onDone }: { state: ChatState; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(chat.name ?? '');
  const [description, setDescription] = useState(chat.description ?? '');
  const deed = useDeed(onDone);
  const fields = sayFields(t, deed.error);
  const save = () => deed.run(() => app.session.api.changeChat(chat.id, { name: name.trim(), description }));
  return (
    <form noValidate className="grid gap-4 px-4 pb-4" onSubmit={event => { event.preventDefault(); void save(); }}>
      <ChatPicture chat={chat} />
      <Field label={t('govern.name')} value={name} onChange={setName} error={name.trim() ? fields.name : t('field.required')} maxLength={128} />
      <TextArea label={t('chat.description')} value={description} onChange={setDescription} error={fields.description} maxLength={1024} rows={4} />
      {deed.error !== null && Object.keys(fields).length === 0 && <p role="alert" className="text-sm text-bad">{sayError(t, deed.error)}</p>}
      <Button type="submit" busy={deed.busy} disabled={!name.trim()}>{t('common.save')}</Button>
    </form>
  );
}

function ChatPicture({ chat }: Pick<ChatState, 'chat'>) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const deed = useDeed(() => undefined);
  const choose = (file: File | undefined) => file && deed.run(async () => {
    const stored = await upload(await shrinkPicture(file), await app.session.fresh(), () => undefined, new AbortController().signal);
    await app.session.api.changeChat(chat.id, { avatarFileId: stored.id });
  });
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Avatar id={chat.id} name={chat.name ?? ''} picture={chat.avatarUrl} size="xl" square />
      <div className="grid justify-items-start gap-1">
        <input
          ref={input}
          type="file"
          accept="image/*"
          aria-label={t('govern.picture')}
          className="sr-only"
          tabIndex={-1}
          onChange={event => { void choose(event.target.files?.[0]); event.target.value = ''; }}
        />
        <Button look="quiet" busy={deed.busy} onClick={() => input.current?.click()}>{t('govern.choosePicture')}</Button>
        {chat.avatarUrl && (
          <Button look="text" disabled={deed.busy} onClick={() => void deed.run(() => app.session.api.changeChat(chat.id, { removeAvatar: true }))}>
            {t('govern.removePicture')}
          </Button>
        )}
      </div>
      {deed.error !== null && <p role="alert" className="w-full text-sm text-bad">{deed.error instanceof ApiError ? sayError(t, deed.error) : t('govern.notPicture')}</p>}
    </div>
  );
}
