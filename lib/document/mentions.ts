import type { Place } from './report';

/** Something that a file names and that must exist elsewhere in the content folder. */
export type Mention = Place &
  Readonly<{
    kind: 'section' | 'tag' | 'author' | 'story' | 'link';
    /** A slug, or for a link its address as written. */
    value: string;
    field: string;
  }>;
