import type { Graph, Thing } from 'schema-dts';
import type { ArticlePage, Frame, FrontPage, ListPage } from '@/lib/page-models/model';
import type { Page } from '@/lib/page-models/page';
import { trailOfList, trailOfStory } from './breadcrumb-list';
import { buildCollectionPage, buildNamedCollection } from './collection-page';
import { buildNewsArticle } from './news-article';
import { buildNewsroom } from './newsroom';
import { buildProfilePage } from './profile-page';
import { buildStandingPage } from './standing-page';
import { buildWebsite } from './website';

/**
 * What a page says in schema.org's words, as one graph; null for a page that asks not to be found,
 * as nobody reads it there.
 */
export function buildGraph(page: Page, frame: Frame): Graph | null {
  if (!page.head.indexed) return null;
  const things = thingsOf(page, frame);
  return things.length === 0 ? null : { '@context': 'https://schema.org', '@graph': things };
}

function thingsOf(page: Page, frame: Frame): readonly Thing[] {
  switch (page.kind) {
    case 'article':
      return ofStory(page);
    case 'front':
      return ofFront(page, frame);
    case 'author':
      return [buildProfilePage(page), trailOfList(page)];
    case 'section':
    case 'tag':
    case 'archive':
      return ofList(page);
    case 'corrections':
      return [buildNamedCollection(page.head, 'Corrections')];
    case 'tags':
      return [buildNamedCollection(page.head, page.title), trailOfList(page)];
    case 'standing':
      return [buildStandingPage(page)];
    case 'search':
    case 'withdrawn':
    case 'history':
    case 'comparison':
    case 'preview':
    case 'problem':
      return [];
  }
}

function ofStory(page: ArticlePage): readonly Thing[] {
  const { article } = page.head;
  return article === undefined ? [] : [buildNewsArticle(page, article), trailOfStory(page)];
}

function ofFront({ head }: FrontPage, frame: Frame): readonly Thing[] {
  return [buildWebsite(head), buildNewsroom(head, frame)];
}

function ofList(page: ListPage): readonly Thing[] {
  return [buildCollectionPage(page), trailOfList(page)];
}
