import { asksOf } from './asks';
import type { Request } from './request';
import type { components } from './schema';
import type { Signed, User } from './types';

type Wire = components['schemas'];

export type Device = Wire['SessionView'];
export type TwoFactorSetup = Wire['TwoFactorSetupView'];
export type Passkey = Wire['PasskeyView'];
export type ProfileChange = Wire['UpdateProfileRequest'];

/** What people do with their own account. */
export const accountRoutes = (request: Request) => {
  const { get, post, put, patch, remove, open } = asksOf(request);
  return {
    devices: () => get<Device[]>('/auth/sessions'),
    signOutDevice: (id: string) => remove<null>(`/auth/sessions/${id}`),
    signOutOthers: () => remove<null>('/auth/sessions'),
    changePassword: (currentPassword: string, newPassword: string) =>
      post<null>('/auth/password/change', { currentPassword, newPassword }),
    forgotPassword: (login: string, organization?: string) => open<null>('/auth/password/forgot', { login, organization }),
    resetPassword: (code: string, password: string) => open<null>('/auth/password/reset', { code, password }),
    verifyEmail: (code: string) => open<null>('/auth/email/verify', { code }),
    resendVerification: () => post<null>('/auth/email/resend'),
    setUpTwoFactor: (password: string) => post<TwoFactorSetup>('/auth/two-factor/setup', { password }),
    confirmTwoFactor: (code: string) => post<Wire['RecoveryCodesView']>('/auth/two-factor/confirm', { code }),
    disableTwoFactor: (password: string) => post<null>('/auth/two-factor/disable', { password }),
    passkeys: () => get<Passkey[]>('/auth/passkeys'),
    askNewPasskey: (password: string) => post<Wire['PasskeyOptionsView']>('/auth/passkeys/options', { password }),
    addPasskey: (body: Wire['AddPasskeyRequest']) => post<Passkey>('/auth/passkeys', body),
    renamePasskey: (id: string, name: string) => patch<null>(`/auth/passkeys/${id}`, { name }),
    removePasskey: (id: string, password: string) => remove<null>(`/auth/passkeys/${id}`, { password }),
    askPasskey: () => open<Wire['PasskeyOptionsView']>('/auth/passkeys/login/options', {}),
    logInByPasskey: (body: Wire['PasskeyLogInRequest']) => open<Signed>('/auth/passkeys/login', body),
    updateProfile: (id: string, change: ProfileChange) => patch<User>(`/users/${id}`, change),
    changePrivacy: (change: Partial<Wire['PrivacyView']>) => patch<Wire['PrivacyView']>('/users/me/privacy', change),
    blocks: () => get<User[]>('/blocks'),
    block: (userId: string) => put<null>(`/blocks/${userId}`),
    unblock: (userId: string) => remove<null>(`/blocks/${userId}`),
    deleteAccount: (id: string, password: string | null) => remove<null>(`/users/${id}`, { password }),
  };
};
