import type { Me } from '../../shared/api/types';
import { EmailState } from './EmailState';
import { ProfileForm } from './ProfileForm';
import { ProfilePicture } from './ProfilePicture';

export function Profile({ me }: { me: Me }) {
  return (
    <div className="grid gap-5">
      <ProfilePicture me={me} />
      <ProfileForm me={me} />
      {!me.emailConfirmed && <EmailState email={me.email} />}
    </div>
  );
}
