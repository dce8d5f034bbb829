const paths = {
  search: 'M21 21l-4.3-4.3M11 19a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z',
  back: 'M19 12H5m7 7-7-7 7-7',
  close: 'M18 6 6 18M6 6l12 12',
  up: 'm18 15-6-6-6 6',
  down: 'm6 9 6 6 6-6',
  day: 'M8 2v4m8-4v4M3 10h18M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z',
  recent: 'M12 7v5l3 2m6-2a9 9 0 1 1-2.6-6.4M21 3v4h-4',
} as const;

export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class="search-icon" viewBox="0 0 24 24" aria-hidden="true"><path d={paths[name]} /></svg>
);
