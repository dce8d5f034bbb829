import { words } from '@stogram/plugin';

const en = {
  title: 'Slow mode',
  wait: (time: string) => `Slow mode: you can write again in ${time}`,
  over: 'You can write again.',
  tooEarly: 'Slow mode: this was too early. Send it again when the wait is over.',
  choose: 'One message per person every',
  off: 'Off',
  isOff: 'Everyone writes as often as they like.',
  every: (time: string) => `One message per person every ${time}.`,
  exempt: 'You need not wait.',
  failed: 'Not saved. Check your connection and try again.',
  forbidden: 'Only admins of this group can change this.',
  hours: 'h',
  minutes: 'min',
  seconds: 's',
};

export type Texts = typeof en;

const ru: Texts = {
  title: 'Медленный режим',
  wait: time => `Медленный режим: ещё ${time}`,
  over: 'Можно писать.',
  tooEarly: 'Медленный режим: слишком рано. Отправьте ещё раз, когда ожидание закончится.',
  choose: 'Пауза между сообщениями',
  off: 'Выключен',
  isOff: 'Все пишут сколько хотят.',
  every: time => `Одно сообщение от каждого раз в ${time}.`,
  exempt: 'Вам ждать не нужно.',
  failed: 'Не сохранено. Проверьте связь и попробуйте ещё раз.',
  forbidden: 'Изменить это могут только администраторы группы.',
  hours: 'ч',
  minutes: 'мин',
  seconds: 'с',
};

export const texts = (locale: string): Texts => words(locale, { en, ru });

/** 12 s, 5 min, 4 min 5 s, 1 h. A no-break space keeps number and unit together. */
export function duration(total: number, { hours, minutes, seconds }: Texts): string {
  const parts = [[Math.floor(total / 3600), hours], [Math.floor(total / 60) % 60, minutes], [total % 60, seconds]] as const;
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}\u00a0${unit}`).join(' ');
}
