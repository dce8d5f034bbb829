export const searchRu = {
  'search.title': 'Поиск',
  'search.off': 'Поиск здесь не включён.',
  'plugin.progress': 'Выполняется',
};
