const key = 'stogram.organization';

/** The slug that a link or this person named; the server wants it only where several organizations are and no host name leads to one. */
export function namedOrganization(): string | undefined {
  const named = new URLSearchParams(location.search).get('organization');
  if (named) nameOrganization(named);
  return named ?? localStorage.getItem(key) ?? undefined;
}

export function nameOrganization(slug: string | null) {
  if (slug) localStorage.setItem(key, slug);
  else localStorage.removeItem(key);
}
