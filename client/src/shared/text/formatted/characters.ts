const word = /^[\p{L}\p{Nd}]$/u;
const inTag = /^[\p{L}\p{Nd}\p{Mn}\p{Mc}_]$/u;
const letter = /^\p{L}$/u;
const inName = /^[A-Za-z0-9_.]$/u;

// Named one by one: the engines of the server and of browsers disagree on what "\s" is.
export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a)
    || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
}

/** The character that begins there. */
export const charAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at)!);

/** Whether the character that ends there belongs to a word. */
export function isWordBefore(text: string, from: number, at: number): boolean {
  if (at <= from) return false;
  const unit = text.charCodeAt(at - 1);
  const isPair = unit >= 0xdc00 && unit <= 0xdfff && at - 2 >= from && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800;
  return word.test(text.slice(at - (isPair ? 2 : 1), at));
}

export const isWordAt = (text: string, at: number, to: number) => at < to && word.test(charAt(text, at));

export const isTagCharacter = (character: string) => inTag.test(character);

export const isLetter = (character: string) => letter.test(character);

export const isNameCharacter = (text: string, at: number) => inName.test(text.charAt(at));

export const isEscapable = (text: string, at: number) => /^[!-/:-@[-`{-~]$/u.test(text.charAt(at));
