import type { Role } from '@stogram/client/shared/api/types';
import type { TFunction } from 'i18next';

/** As it stands alone, with a capital. */
export function roleName(t: TFunction, role: Role): string {
  const word = t(`role.${role}`);
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
