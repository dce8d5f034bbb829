import { Session } from '@stogram/client/shared/auth/session';

export const session = new Session();
