import type { AuditEntry } from '@stogram/client/shared/api/administration';

export interface Change {
  name: string;
  before: string;
  after: string;
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));

// The sentence above them says these.
const said = ['plugin', 'job'];

/** What differs between the two, value by value; what stayed says nothing. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter(name => !said.includes(name))
    .map(name => ({ name, before: text(before?.[name]), after: text(after?.[name]) }))
    .filter(change => change.before !== change.after);
}
