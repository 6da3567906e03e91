import { publication } from '@/lib/site/publication';
import type { HeadTool } from './model';

/** Lets a browser search the paper from its address bar. */
export const searchTool: HeadTool = {
  rel: 'search',
  type: 'application/opensearchdescription+xml',
  title: publication.name,
  href: '/opensearch.xml',
};

/** Name and icon for a home screen. The front page is what is put there. */
export const manifestTool: HeadTool = { rel: 'manifest', href: '/manifest.webmanifest' };
