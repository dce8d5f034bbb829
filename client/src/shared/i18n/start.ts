import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { ru } from './ru';

export const languages = { en: 'English', ru: 'Русский' } as const;
export type Language = keyof typeof languages;

const key = 'stogram.language';
const isLanguage = (value: string | null): value is Language => value !== null && value in languages;

export function preferred(): Language {
  const chosen = localStorage.getItem(key);
  if (isLanguage(chosen)) return chosen;
  const spoken = navigator.languages.map(tag => tag.slice(0, 2)).find(isLanguage);
  return spoken ?? 'en';
}

export async function startI18n(language: Language = preferred()) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ru: { translation: ru } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function speak(language: Language) {
  localStorage.setItem(key, language);
  // Before anybody hears of it and asks the server in that language.
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
