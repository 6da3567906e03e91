import { findEdition } from '@/lib/store/frame-queries';

/**
 * The number of the edition. Read after all that a document shows, so that it tells of what was
 * published while the document was read.
 */
export const loadEdition = findEdition;
