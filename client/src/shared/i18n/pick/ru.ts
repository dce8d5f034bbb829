import type { pickEn } from './en';

export const pickRu: typeof pickEn = {
  'pick.user': 'Поиск людей',
  'pick.chat': 'Поиск ваших групп и каналов',
  'pick.nobody': 'Никого с таким именем.',
  'pick.noChat': 'Среди ваших групп и каналов такого названия нет.',
  'pick.gone': 'Больше нет или вам не видно',
  'pick.clear': 'Очистить: {{label}}',
  'field.uuid': 'Выберите из списка.',
};
