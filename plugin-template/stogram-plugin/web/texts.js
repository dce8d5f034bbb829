const counted = (locale, forms) => count => `${count} ${forms[new Intl.PluralRules(locale).select(count)] ?? forms.other}`;

const votesEn = counted('en', { one: 'vote', other: 'votes' });
const votesRu = counted('ru', { one: 'голос', few: 'голоса', many: 'голосов', other: 'голоса' });
const hoursEn = counted('en', { one: 'hour', other: 'hours' });
const hoursRu = counted('ru', { one: 'час', few: 'часа', many: 'часов', other: 'часа' });

export const texts = {
  en: {
    ask: 'New poll',
    question: 'Question',
    options: 'Answers, one a line',
    post: 'Ask',
    cancel: 'Cancel',
    close: 'Close the poll',
    offline: 'There is no connection.',
    wrong: { question: 'The question has 1 to 300 characters.', options: 'It takes 2 to 10 different answers of at most 100 characters.' },
    hours: hours => `It closes by itself after ${hoursEn(hours)}.`,
    votes: votesEn,
    closed: count => `Closed, ${votesEn(count)}`,
  },
  ru: {
    ask: 'Новый опрос',
    question: 'Вопрос',
    options: 'Ответы, по одному в строке',
    post: 'Спросить',
    cancel: 'Отмена',
    close: 'Закрыть опрос',
    offline: 'Нет соединения.',
    wrong: { question: 'В вопросе от 1 до 300 знаков.', options: 'Нужно от 2 до 10 разных ответов, каждый не длиннее 100 знаков.' },
    hours: hours => `Закроется сам через ${hoursRu(hours)}.`,
    votes: votesRu,
    closed: count => `Закрыт, ${votesRu(count)}`,
  },
};
