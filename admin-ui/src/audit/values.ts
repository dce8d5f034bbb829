import { deviceName } from '@stogram/client/shared/text/deviceName';
import type { TFunction } from 'i18next';
import { permissionWords } from '../plugins/contributions';
import { roleName } from '../ui/roleName';

const fields = ['role', 'name', 'signUp', 'twoFactorRequired', 'linkPreviews', 'displayName', 'username', 'bio', 'device', 'slug', 'hosts', 'suspended', 'version', 'granted', 'permissions', 'released', 'settings', 'secrets', 'server'] as const;
const roles = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'] as const;
const policies = ['OPEN', 'INVITE', 'CLOSED'] as const;
const yesOrNo = ['twoFactorRequired', 'linkPreviews', 'suspended', 'server'];
const rights = ['granted', 'permissions'];
const ofPlugin = 'settings.';
const answers = ['true', 'false'] as const;

const one = <T extends string>(known: readonly T[], text: string) => known.find(other => other === text);

/** What this page has no words for is shown as it is written. */
export function fieldWords(t: TFunction, name: string): string {
  const field = one(fields, name);
  if (field) return t(`audit.field.${field}`);
  return name.startsWith(ofPlugin) ? name.slice(ofPlugin.length) : name;
}

/** What a person agreed to is many things in one value. */
export const valuesWords = (t: TFunction, name: string, text: string) =>
  rights.includes(name) ? permissionWords(t, text.split(', ')) : [valueWords(t, name, text)];

function valueWords(t: TFunction, name: string, text: string): string {
  const role = name === 'role' && one(roles, text);
  const policy = name === 'signUp' && one(policies, text);
  const answer = yesOrNo.includes(name) && one(answers, text);
  if (role) return roleName(t, role);
  if (name === 'device') return deviceName(text, t);
  if (policy) return t(`security.${policy}`);
  return answer ? t(`audit.${answer}`) : text;
}
