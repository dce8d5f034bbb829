/** Around what plugins put into places of their own. */
export const slotsEn = {
  'slots.page': 'Page of a plugin',
  'slots.gone': 'Nothing here now',
  'slots.goneSub': 'The plugin that shows this is off or has failed.',
  'chatPlugins.title': 'Plugins in this chat',
  'chatPlugins.sub': 'What you change holds in this chat alone. The rest is as the organization has it, and follows it.',
};
