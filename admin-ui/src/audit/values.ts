import { deviceName } from '@stogram/client/shared/text/deviceName';
import type { TFunction } from 'i18next';
import { roleName } from '../ui/roleName';

const fields = ['role', 'name', 'signUp', 'twoFactorRequired', 'linkPreviews', 'displayName', 'username', 'bio', 'device', 'slug', 'hosts', 'suspended'] as const;
const roles = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'] as const;
const policies = ['OPEN', 'INVITE', 'CLOSED'] as const;
const yesOrNo = ['twoFactorRequired', 'linkPreviews', 'suspended'];
const answers = ['true', 'false'] as const;

const one = <T extends string>(known: readonly T[], text: string) => known.find(other => other === text);

/** What this page has no words for is shown as it is written. */
export function fieldWords(t: TFunction, name: string): string {
  const field = one(fields, name);
  return field ? t(`audit.field.${field}`) : name;
}

export function valueWords(t: TFunction, name: string, text: string): string {
  const role = name === 'role' && one(roles, text);
  const policy = name === 'signUp' && one(policies, text);
  const answer = yesOrNo.includes(name) && one(answers, text);
  if (role) return roleName(t, role);
  if (name === 'device') return deviceName(text, t);
  if (policy) return t(`security.${policy}`);
  return answer ? t(`audit.${answer}`) : text;
}
