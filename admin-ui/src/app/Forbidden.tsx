import type { Me } from '@stogram/client/shared/api/types';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session } from './session';

export function Forbidden({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <main className="flex h-full">
      <Empty icon={ShieldAlert} title={t('admin.forbidden')} text={t('admin.forbiddenSub', { name: me.displayName })}>
        <div className="grid gap-2">
          <a href="/" className="inline-flex min-h-11 items-center justify-center rounded-full bg-accent px-5 font-semibold text-on-accent">{t('admin.toChats')}</a>
          <Button look="text" onClick={() => void session.signOut()}>{t('auth.signOut')}</Button>
        </div>
      </Empty>
    </main>
  );
}
