export const searchEn = {
  'search.title': 'Search',
  'search.off': 'Search is not switched on here.',
  'plugin.progress': 'Under way',
};
