import { EyeOff, Fingerprint, Folder, KeyRound, Laptop, type LucideIcon, ShieldEllipsis, Trash2, UserRound } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Me } from '../shared/api/types';
import { DeleteAccount } from './DeleteAccount';
import { Devices } from './devices/Devices';
import { Folders } from './folders/Folders';
import { Passkeys } from './passkeys/Passkeys';
import { PasswordForm } from './PasswordForm';
import { Privacy } from './privacy/Privacy';
import { Profile } from './profile/Profile';
import { TwoStep } from './twoStep/TwoStep';

export interface Section {
  path: string;
  icon: LucideIcon;
  title: 'settings.profile' | 'settings.privacy' | 'folders.title' | 'settings.devices' | 'settings.password' | 'settings.twoStep' | 'settings.passkeys' | 'settings.delete';
  isGrave?: boolean;
  Content: ComponentType<{ me: Me }>;
}

export const sections: readonly Section[] = [
  { path: 'profile', icon: UserRound, title: 'settings.profile', Content: Profile },
  { path: 'privacy', icon: EyeOff, title: 'settings.privacy', Content: Privacy },
  { path: 'folders', icon: Folder, title: 'folders.title', Content: Folders },
  { path: 'devices', icon: Laptop, title: 'settings.devices', Content: Devices },
  { path: 'password', icon: KeyRound, title: 'settings.password', Content: PasswordForm },
  { path: 'two-step', icon: ShieldEllipsis, title: 'settings.twoStep', Content: TwoStep },
  { path: 'passkeys', icon: Fingerprint, title: 'settings.passkeys', Content: Passkeys },
  { path: 'delete', icon: Trash2, title: 'settings.delete', isGrave: true, Content: DeleteAccount },
];
