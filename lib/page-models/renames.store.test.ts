import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleDocument, TagDocument } from '@/lib/document/documents';
import { article, content, section, tag } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadArticlePage } from './article-page';
import { loadTagPage } from './tag-page';
import { articleHref } from './trail';

/** Twelve stories and four tags, and what editors do to their addresses in four editions. */
const sections = ['world', 'politics', 'science'] as const;
const stories = Array.from({ length: 12 }, (_, story) => story);
const topics = Array.from({ length: 4 }, (_, topic) => topic);
const editions = [0, 1, 2, 3] as const;

/** A story keeps its slug, changes it in every edition, in every other, or moves between sections. */
function placeOf(story: number, edition: number): Pick<ArticleDocument, 'slug' | 'section'> {
  const changes = [0, edition, Math.floor(edition / 2), story % 2][story % 4] ?? 0;
  const moves = story % 3 === 0 ? 0 : edition;
  return {
    slug: `story-${story}-version-${changes}`,
    section: sections[(story + moves) % sections.length] ?? 'world',
  };
}

const topicSlug = (topic: number, edition: number) => `topic-${topic}-version-${edition}`;

/** Editors name only the slug that a story or a tag had just before. */
function storyIn(story: number, edition: number): ArticleDocument {
  const place = placeOf(story, edition);
  const former = placeOf(story, edition - 1).slug;
  return article({
    ...place,
    aliases: edition > 0 && former !== place.slug ? [former] : [],
    tags: [topicSlug(story % topics.length, edition)],
  });
}

/** A tag's aliases are all that the file says, so that editors keep them. */
function topicIn(topic: number, edition: number): TagDocument {
  const aliases = editions.filter((before) => before < edition).map((at) => topicSlug(topic, at));
  return tag(topicSlug(topic, edition), { aliases });
}

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  for (const edition of editions) {
    await store.publish(
      content({
        sections: sections.map(section),
        articles: stories.map((story) => storyIn(story, edition)),
        tags: topics.map((topic) => topicIn(topic, edition)),
      }),
    );
  }
});
afterAll(() => store.close());

const last = editions.length - 1;

test('every address that a story ever had leads in one step to the one it has', async () => {
  const wrong: string[] = [];
  let old = 0;
  for (const story of stories) {
    const { section: home, slug: present } = placeOf(story, last);
    const canonical = articleHref(home, present);
    const slugs = new Set(editions.map((edition) => placeOf(story, edition).slug));
    for (const slug of slugs) {
      for (const name of sections) {
        const address = articleHref(name, slug);
        const page = await loadArticlePage(name, slug, NOW);
        const expected = address === canonical ? 'article' : `moved to ${canonical}`;
        const answer = page?.kind === 'moved' ? `moved to ${page.href}` : String(page?.kind);
        if (answer !== expected) wrong.push(`${address}: ${answer}, not ${expected}`);
        if (address !== canonical) old += 1;
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(old).toBeGreaterThan(50);
});

test('every slug that a tag ever had leads in one step to the one it has', async () => {
  for (const topic of topics) {
    for (const edition of editions) {
      const page = await loadTagPage(topicSlug(topic, edition), 1, NOW);
      const href = `/tag/${topicSlug(topic, last)}`;
      expect(page).toMatchObject(edition === last ? { kind: 'tag' } : { kind: 'moved', href });
    }
  }
});
