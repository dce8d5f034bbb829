/** The kinds, in the order in which they open where several begin and end at the same place. */
export const kinds = [
  'blockquote', 'pre', 'spoiler', 'bold', 'italic', 'strikethrough', 'code', 'text_link', 'url', 'mention', 'hashtag',
] as const;

export type EntityKind = (typeof kinds)[number];

/** A part of the shown text, counted in UTF-16 units. Entities nest and never cross. */
export interface Entity {
  type: EntityKind;
  offset: number;
  length: number;
  url?: string;
  language?: string;
}

export interface Formatted {
  text: string;
  entities: Entity[];
}
