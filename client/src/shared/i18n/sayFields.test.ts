import i18next from 'i18next';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiError } from '../api/error';
import { sayFields } from './sayFields';
import { startI18n } from './start';

beforeAll(() => startI18n('ru'));
afterAll(() => startI18n('en'));

const said = (words: string, code = 'VALIDATION_FAILED') =>
  sayFields(i18next.t, new ApiError(code, '', { field: words })).field;

it.each([
  ['Required.', 'Заполните это поле.'],
  ['2 to 32 letters, digits, dots or underscores.', 'От 2 до 32 латинских букв, цифр, точек или подчёркиваний.'],
  ['At least 8 characters.', 'Нужно хотя бы 8 символов.'],
  ['The field DisplayName must be a string with a maximum length of 64.', 'Не больше 64 символов.'],
  ['The Email field is not a valid e-mail address.', 'Это не похоже на адрес почты.'],
])('says "%s" in the reader\'s language', (words, russian) => {
  expect(said(words)).toBe(russian);
});

it('names the field that is taken already', () => {
  expect(said('Taken.', 'CONFLICT')).toBe('Уже занято.');
});

it('shows words it does not know as they are', () => {
  expect(said('Must rhyme.')).toBe('Must rhyme.');
});
