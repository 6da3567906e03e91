import { publication } from '@/lib/site/publication';
import type { HeadTool } from './model';

/** Lets a browser search the paper from its address bar. */
export const searchTool: HeadTool = {
  rel: 'search',
  type: 'application/opensearchdescription+xml',
  title: publication.name,
  href: '/opensearch.xml',
};

/**
 * Name and icon for a home screen. Named by standing pages: elsewhere it would be fetched beside the
 * fonts of a first page, for which a poor phone waits a round trip more (decision 011).
 */
export const manifestTool: HeadTool = { rel: 'manifest', href: '/manifest.webmanifest' };
