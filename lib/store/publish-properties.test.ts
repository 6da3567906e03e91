import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { ArticleDocument, Content } from '@/lib/document/documents';
import { article, content, section, tag } from './testing/build-content';
import { countMonths, dumpMonths, dumpPaper, wrongTotals } from './testing/dump';
import { NOW, openStore, type TestStore } from './testing/open-store';

let stores: TestStore[] = [];
afterEach(async () => {
  for (const store of stores) await store.close();
  stores = [];
});

async function newStore(): Promise<TestStore> {
  const store = await openStore();
  stores.push(store);
  return store;
}

/** A paper as an editor has it in mind: stories by identity, and which tags have become one. */
type Paper = Readonly<{
  stories: ReadonlyMap<string, ArticleDocument>;
  /** Tag to the tag that it has become. */
  merged: ReadonlyMap<string, string>;
}>;

const sections = ['world', 'politics', 'science'];
const tags = ['a', 'b', 'c', 'd'];
const later = new Date(NOW.getTime() + 1_000_000);

type Edit = (paper: Paper, number: number) => Paper;

const idOf = (number: number) => `0193e9d2-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** An edit of a story that is there, whichever `pick` hits. */
function change(
  pick: number,
  edit: (story: ArticleDocument, number: number) => Partial<ArticleDocument>,
): Edit {
  return (paper, number) => {
    const all = [...paper.stories.values()];
    const story = all[pick % Math.max(1, all.length)];
    if (story?.id == null) return paper;
    const changed = article({ ...story, ...edit(story, number) });
    const file = `articles/${changed.section}/${changed.slug}.md`;
    const stories = new Map(paper.stories).set(story.id, { ...changed, file });
    return { ...paper, stories };
  };
}

const pick = fc.nat(20);
const someTags = fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 3 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ section: fc.constantFrom(...sections), tags: someTags }).map(
      (fields): Edit =>
        ({ stories, ...paper }, number) => {
          const id = idOf(number);
          const story = article({ slug: `story-${number}`, id, ...fields });
          return { ...paper, stories: new Map(stories).set(id, story) };
        },
    ),
  },
  pick.map((at) => change(at, (_, number) => ({ headline: `Headline ${number}` }))),
  pick.map((at) => change(at, (_, number) => ({ bodyText: `Words ${number}.`, body: [] }))),
  pick.map((at) => change(at, (_, number) => ({ slug: `renamed-${number}` }))),
  fc
    .tuple(pick, fc.constantFrom(...sections))
    .map(([at, name]) => change(at, () => ({ section: name }))),
  fc.tuple(pick, someTags).map(([at, some]) => change(at, () => ({ tags: some }))),
  pick.map((at) => change(at, () => ({ withdrawn: { at: NOW, reason: 'It was wrong.' } }))),
  pick.map((at) => change(at, () => ({ withdrawn: null, embargoedUntil: null, draft: false }))),
  pick.map((at) => change(at, () => ({ embargoedUntil: later }))),
  pick.map((at) =>
    change(at, ({ corrections }, number) => ({
      corrections: [...corrections, { at: NOW, text: `Correction ${number}.` }],
    })),
  ),
  fc.constantFrom(...tags).chain((from) =>
    fc.constantFrom(...tags).map(
      (into): Edit =>
        (paper) => {
          const gone = paper.merged;
          if (from === into || gone.has(from) || gone.has(into)) return paper;
          if ([...gone.values()].includes(from)) return paper;
          return { ...paper, merged: new Map(gone).set(from, into) };
        },
    ),
  ),
);

/** The files that say so. */
function filesOf({ stories, merged }: Paper): Content {
  const canonical = (slugs: readonly string[]) => [
    ...new Set(slugs.map((slug) => merged.get(slug) ?? slug)),
  ];
  return content({
    sections: sections.map(section),
    tags: tags
      .filter((slug) => !merged.has(slug))
      .map((slug) =>
        tag(slug, { aliases: tags.filter((other) => merged.get(other) === slug).sort() }),
      ),
    articles: [...stories.values()].map((story) =>
      article({ ...story, tags: canonical(story.tags) }),
    ),
  });
}

test('However it came about, a paper is what its files say; a dry run foretells each step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const [stepwise, atOnce] = [await newStore(), await newStore()];
      let paper: Paper = { stories: new Map(), merged: new Map() };
      const slugs = new Map<string, string>();
      for (const [number, make] of edits.entries()) {
        paper = make(paper, number);
        const files = filesOf(paper);
        const foretold = await stepwise.publish(files, { dryRun: true });
        expect(await stepwise.publish(files)).toEqual(foretold);
        for (const { slug, id } of files.articles) slugs.set(slug, id ?? '');
        expect(await dumpMonths(stepwise.client)).toEqual(await countMonths(stepwise.client));
        expect(await wrongTotals(stepwise.client)).toEqual([]);
      }
      await atOnce.publish(filesOf(paper));
      expect(await dumpPaper(stepwise.client)).toEqual(await dumpPaper(atOnce.client));
      const old = await stepwise.client.oldSlug.findMany();
      const living = await stepwise.client.article.findMany({ select: { slug: true, id: true } });
      const leads = new Map([
        ...old.map(({ slug, articleId }) => [slug, articleId] as const),
        ...living.map(({ slug, id }) => [slug, id] as const),
      ]);
      expect(leads).toEqual(slugs);
    }),
    { numRuns: 12 },
  );
}, 120_000);
