import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/error';
import type { Policy } from '../api/types';
import { sayError } from '../i18n/sayError';
import { Button } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import { AuthPage } from './AuthPage';
import { nameOrganization, namedOrganization } from './organization';
import type { Session } from './session';
import { usePolicy } from './usePolicy';
import { WhichOrganization } from './WhichOrganization';

export type KnownPolicy = Policy & { organization: NonNullable<Policy['organization']> };

export interface DoorProps {
  session: Session;
  /** What is behind it; the second is null where nobody was asked which organization. */
  children: (policy: KnownPolicy, leave: (() => void) | null) => ReactNode;
}

/** Before anybody is signed in: which organization, and what its rules are. */
export function Door({ session, children }: DoorProps) {
  const { t } = useTranslation();
  const { policy, error, retry } = usePolicy(session);
  const leave = () => {
    nameOrganization(null);
    history.replaceState(null, '', location.pathname);
    retry();
  };
  if (error !== null) {
    const isClosed = codeOf(error) === 'FORBIDDEN';
    return (
      <AuthPage title="Stogram" text={t('app.tagline')}>
        <div className="grid gap-4 text-center">
          <p role="alert">{isClosed ? t('organization.suspended') : sayError(t, error)}</p>
          <Button onClick={retry}>{t('common.retry')}</Button>
          {isClosed && namedOrganization() && <Button look="text" onClick={leave}>{t('organization.other')}</Button>}
        </div>
      </AuthPage>
    );
  }
  if (!policy) return <div className="grid h-full place-items-center text-ink-3"><Spinner size={28} /></div>;
  const { organization } = policy;
  if (!organization) return <WhichOrganization session={session} onKnown={retry} />;
  return children({ ...policy, organization }, namedOrganization() ? leave : null);
}
