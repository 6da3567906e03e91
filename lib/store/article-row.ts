import type { ArticleDocument } from '@/lib/document/documents';
import { resolve, type SlugIds } from './slug-ids';
import type { Table } from './upsert-rows';
import { visibleFromOf } from './visibility';

/** A story's own row. */
export function articleRow(
  id: string,
  document: ArticleDocument,
  sectionIds: SlugIds<number>,
  now: Date,
) {
  const { image, withdrawn, firstPublishedAt, embargoedUntil, draft } = document;
  return {
    id,
    slug: document.slug,
    section_id: resolve(sectionIds, document.section),
    headline: document.headline,
    kicker: document.kicker,
    standfirst: document.standfirst,
    language: document.language,
    seo_title: document.seoTitle,
    social_title: document.socialTitle,
    body: document.body,
    body_text: document.bodyText,
    word_count: document.wordCount,
    first_published_at: firstPublishedAt,
    content_updated_at: document.contentUpdatedAt,
    embargoed_until: embargoedUntil,
    draft,
    visible_from: visibleFromOf(document),
    withdrawn_at: withdrawn?.at ?? null,
    withdrawn_reason: withdrawn?.reason ?? null,
    image_hash: image?.picture.hash ?? null,
    image_alt: image?.alt ?? null,
    image_caption: image?.caption ?? null,
    image_credit: image?.credit ?? null,
    image_rights: image?.rights ?? null,
    image_focal_x: image?.focalPoint.x ?? null,
    image_focal_y: image?.focalPoint.y ?? null,
    content_hash: document.contentHash,
    file: document.file,
    row_updated_at: now,
  };
}

export const ARTICLE: Table<ReturnType<typeof articleRow>> = {
  name: 'article',
  key: ['id'],
  columns: {
    id: 'uuid',
    slug: 'text',
    section_id: 'integer',
    headline: 'text',
    kicker: 'text',
    standfirst: 'text',
    language: 'text',
    seo_title: 'text',
    social_title: 'text',
    body: 'jsonb',
    body_text: 'text',
    word_count: 'integer',
    first_published_at: 'timestamptz',
    content_updated_at: 'timestamptz',
    embargoed_until: 'timestamptz',
    draft: 'boolean',
    visible_from: 'timestamptz',
    withdrawn_at: 'timestamptz',
    withdrawn_reason: 'text',
    image_hash: 'text',
    image_alt: 'text',
    image_caption: 'text',
    image_credit: 'text',
    image_rights: 'text',
    image_focal_x: 'double precision',
    image_focal_y: 'double precision',
    content_hash: 'text',
    file: 'text',
    row_updated_at: 'timestamptz',
  },
};
