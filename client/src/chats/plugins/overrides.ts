import type { PluginSettings, SettingsSchema } from '../../shared/api/plugins';

type Values = PluginSettings['values'];

const defaultsOf = ({ properties }: SettingsSchema): Values =>
  Object.fromEntries(Object.entries(properties).flatMap(([name, rules]) => (rules.default === undefined ? [] : [[name, rules.default]])));

/** What holds in the chat: what it has set, and where it has set nothing what the organization has. */
export const holding = (schema: SettingsSchema, own: Values): Values => ({ ...defaultsOf(schema), ...own });

/** What is as the organization has it follows it, and is not the chat's own. */
export function overrides(schema: SettingsSchema, values: Values): Values {
  const inherited = defaultsOf(schema);
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(inherited[name])));
}
