import { publication } from '@/lib/site/publication';
import type { HeadTool } from './model';

/** Lets a browser search the paper from its address bar. */
export const searchTool: HeadTool = {
  rel: 'search',
  type: 'application/opensearchdescription+xml',
  title: publication.name,
  href: '/opensearch.xml',
};
