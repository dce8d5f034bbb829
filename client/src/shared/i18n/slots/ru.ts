import type { slotsEn } from './en';

export const slotsRu: typeof slotsEn = {
  'slots.page': 'Страница плагина',
  'slots.gone': 'Здесь пока ничего нет',
  'slots.goneSub': 'Плагин, который это показывает, выключен или не сработал.',
  'chatPlugins.title': 'Плагины в этом чате',
  'chatPlugins.sub': 'Что вы измените, действует только в этом чате. Остальное — как в организации и меняется вместе с ней.',
};
