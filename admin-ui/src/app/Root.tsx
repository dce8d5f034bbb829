import { AuthPage } from '@stogram/client/shared/auth/AuthPage.tsx';
import { Door } from '@stogram/client/shared/auth/Door.tsx';
import { SignInForm } from '@stogram/client/shared/auth/SignInForm.tsx';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Spinner } from '@stogram/client/shared/ui/Spinner.tsx';
import { Faces } from '@stogram/client/shared/pictures/Faces.tsx';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { Forbidden } from './Forbidden';
import { pagesOf } from './pages';
import { session } from './session';
import { SetUpFirst } from './SetUpFirst';
import { Shell } from './Shell';
import { useMe } from './useMe';

export function Root() {
  const { t } = useTranslation();
  const { who, enter, retry } = useMe();
  switch (who.phase) {
    case 'starting':
      return <main className="grid h-full place-items-center text-ink-3"><Spinner size={28} /></main>;
    case 'failed':
      return (
        <AuthPage title={t('admin.title')} text={t('app.tagline')}>
          <div className="grid gap-4 text-center">
            <p role="alert">{sayError(t, who.error)}</p>
            <Button onClick={retry}>{t('common.retry')}</Button>
          </div>
        </AuthPage>
      );
    case 'signed-out':
      return (
        <Door session={session}>
          {() => (
            <AuthPage title={t('admin.title')} text={t('admin.signInSub')} footer={<a href="/" className="text-accent-text">{t('admin.toChats')}</a>}>
              <SignInForm session={session} onDone={enter} onForgot={() => location.assign('/?forgot')} />
            </AuthPage>
          )}
        </Door>
      );
    case 'in':
      if (pagesOf(who.me).length === 0) return <Forbidden me={who.me} />;
      return <Faces session={session}><Router base="/admin"><Shell me={who.me} /></Router></Faces>;
    case 'barred':
      return <SetUpFirst />;
  }
}
