import type { slotsEn } from './en';

export const slotsRu: typeof slotsEn = {
  'slots.page': 'Страница плагина',
  'slots.gone': 'Здесь пока ничего нет',
  'slots.goneSub': 'Плагин, который это показывает, выключен или не сработал.',
};
