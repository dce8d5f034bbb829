/** Around what plugins put into places of their own. */
export const slotsEn = {
  'slots.page': 'Page of a plugin',
  'slots.gone': 'Nothing here now',
  'slots.goneSub': 'The plugin that shows this is off or has failed.',
};
