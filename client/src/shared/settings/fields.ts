import type { SettingRules, SettingsSchema } from '../api/plugins';

export interface SettingField {
  name: string;
  label: string;
  help: string | undefined;
  rules: SettingRules;
}

export interface SettingGroup {
  title: string | null;
  fields: SettingField[];
}

/** What stands for a secret that is set; sent back, it leaves it as it is. */
export const mask = '••••••••';

/** What a field holds while it is filled in: text for all but switches and lists to choose from. */
export type Draft = string | boolean | unknown[];

/** In the order their author asks for; those of no group first. */
export function groupsOf({ properties }: SettingsSchema): SettingGroup[] {
  const inOrder = Object.entries(properties).sort(([, a], [, b]) => orderOf(a) - orderOf(b));
  const groups = new Map<string | null, SettingField[]>([[null, []]]);
  for (const [name, rules] of inOrder) {
    const { group = null, help = rules.description } = rules['x-stogram'] ?? {};
    const fields = groups.get(group) ?? [];
    groups.set(group, [...fields, { name, label: rules.title ?? spoken(name), help, rules }]);
  }
  return [...groups].filter(([, fields]) => fields.length > 0).map(([title, fields]) => ({ title, fields }));
}

export function draftOf(rules: SettingRules, value: unknown): Draft {
  if (rules.type === 'boolean') return value === true;
  if (rules.type === 'array') return rules.items?.enum ? (value as unknown[] | undefined) ?? [] : ((value as unknown[] | undefined) ?? []).join('\n');
  return value === undefined || value === null ? '' : String(value);
}

/** What is sent; undefined where nothing is, so that the default holds. What is no number is sent as it was written: the server says so. */
export function valueOf(rules: SettingRules, draft: Draft): unknown {
  if (typeof draft !== 'string') return draft;
  if (rules.type === 'array') return draft.split('\n').map(line => line.trim()).filter(line => line !== '').map(line => scalarOf(rules.items!, line));
  if (rules.enum) return rules.enum.find(choice => String(choice) === draft);
  if (draft === '' && (rules.type !== 'string' || rules.default === undefined)) return undefined;
  return scalarOf(rules, draft);
}

function scalarOf({ type }: SettingRules, text: string): unknown {
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  if (type !== 'integer' && type !== 'number') return text;
  const number = Number(text.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

/** Faults of single entries are faults of their list. */
export const faultOf = (faults: Partial<Record<string, string>>, name: string) =>
  faults[name] ?? Object.entries(faults).find(([field]) => field.startsWith(`${name}[`))?.[1];

const orderOf = (rules: SettingRules) => rules['x-stogram']?.order ?? 0;

function spoken(name: string) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
