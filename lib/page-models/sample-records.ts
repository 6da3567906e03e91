import type { ArticleRecord, TrailRecord } from '@/lib/store/records';

/** Records for tests of this folder: one story, to be varied. */
export function sampleTrail(changes: Partial<TrailRecord> = {}): TrailRecord {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    slug: 'a-story',
    section: { slug: 'world', name: 'World' },
    kicker: null,
    headline: 'A story',
    standfirst: 'What it says.',
    language: 'en',
    firstPublishedAt: new Date('2025-12-22T15:30:00Z'),
    contentUpdatedAt: new Date('2025-12-22T15:30:00Z'),
    visibleFrom: new Date('2025-12-22T15:30:00Z'),
    image: null,
    ...changes,
  };
}

export function sampleArticle(changes: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    ...sampleTrail(),
    kind: 'live',
    seoTitle: null,
    socialTitle: null,
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }],
    wordCount: 480,
    image: null,
    authors: [{ slug: 'world-desk', name: 'World desk', role: 'Desk' }],
    tags: [{ slug: 'ukraine', name: 'Ukraine', wikidata: 'Q212' }],
    sources: [{ name: 'Reuters', url: null, note: null }],
    corrections: [],
    ...changes,
  };
}
