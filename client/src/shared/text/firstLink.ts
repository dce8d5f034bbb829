import { parse } from './formatted/parse';

/** The link that a text's preview is of: the first, unless it is hidden as a spoiler. The server finds the same. */
export function firstLink(typed: string): string | null {
  if (!typed.includes('://')) return null;
  const { text, entities } = parse(typed);
  const hidden = entities.filter(entity => entity.type === 'spoiler');
  for (const { type, offset, length, url } of entities) {
    if (type !== 'url' && type !== 'text_link') continue;
    if (hidden.some(spoiler => offset >= spoiler.offset && offset + length <= spoiler.offset + spoiler.length)) continue;
    const address = url ?? text.slice(offset, offset + length);
    if (isWeb(address)) return address;
  }
  return null;
}

export const isWeb = (address: string) => {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password;
};

export const hostOf = (address: string) => new URL(address).host.replace(/^www\./u, '');
