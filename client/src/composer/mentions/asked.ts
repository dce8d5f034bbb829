import type { Member } from '../../shared/api/types';

/** Whom a name that is being written may mean. */
export interface Asked {
  /** Where the `@` stands. */
  at: number;
  said: string;
}

const most = 8;
const written = /(?:^|[^\p{L}\p{Nd}])@([\p{L}\p{Nd}_.]{0,32})$/u;

/** The name right before the cursor. */
export function askedAt(text: string, cursor: number): Asked | null {
  const said = written.exec(text.slice(0, cursor))?.[1];
  return said === undefined ? null : { at: cursor - said.length - 1, said: said.toLowerCase() };
}

/** By username or by any word of the name, those who wrote last first. */
export function matching(members: Member[], said: string, lastSaid: Map<string, number>): Member[] {
  const fits = ({ user }: Member) =>
    user.username.toLowerCase().startsWith(said) ||
    user.displayName.toLowerCase().split(/\s+/u).some(word => word.startsWith(said));
  const newness = ({ userId }: Member) => lastSaid.get(userId) ?? 0;
  return members.filter(fits).sort((a, b) => newness(b) - newness(a) || a.user.displayName.localeCompare(b.user.displayName)).slice(0, most);
}

export const withName = (text: string, { at, said }: Asked, name: string) => ({
  text: `${text.slice(0, at)}@${name} ${text.slice(at + 1 + said.length).replace(/^ /u, '')}`,
  cursor: at + name.length + 2,
});
