import { sayError } from '@stogram/client/shared/i18n/sayError';
import { sayFields } from '@stogram/client/shared/i18n/sayFields';
import type { ButtonProps } from '@stogram/client/shared/ui/Button.tsx';
import { Dialog } from '@stogram/client/shared/ui/Dialog.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConfirmedProps {
  title: string;
  text: ReactNode;
  action: string;
  look?: ButtonProps['look'];
  asksPassword?: boolean;
  work: (password: string) => Promise<unknown>;
  children: (ask: () => void) => ReactNode;
}

/** Something that is asked about once more before it is done. */
export function Confirmed({ title, text, action, look, asksPassword = false, work, children }: ConfirmedProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const { run, busy, error, forget } = useTask();
  const fields = sayFields(t, error);
  const close = () => {
    setAsking(false);
    setPassword('');
    forget();
  };
  return (
    <>
      {children(() => setAsking(true))}
      {isAsking && (
        <Dialog
          title={title}
          action={action}
          look={look}
          busy={busy}
          error={error === null || fields.password ? null : sayError(t, error)}
          onClose={close}
          onConfirm={() => void run(() => work(password), close)}
        >
          <div className="mb-1 text-pretty">{text}</div>
          {asksPassword && <Field label={t('auth.password')} type="password" value={password} error={fields.password} onChange={setPassword} autoComplete="current-password" />}
        </Dialog>
      )}
    </>
  );
}
