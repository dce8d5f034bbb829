/** A short name made of a name, as far as its letters are those of one. */
export const slugOf = (name: string) =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^[-0-9]+|-+$/gu, '').slice(0, 31);
