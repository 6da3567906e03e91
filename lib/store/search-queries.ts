import { slugify } from '@/lib/text/slugs';
import { Prisma } from './generated/client';
import type { NameRecord, SearchHitRecord } from './records';
import { reachOf } from './search-reach';
import { lexemesOf } from './search-share';
import {
  answersStatement,
  countStatement,
  EVERYWHERE,
  HIT_END,
  HIT_START,
  type LanguageQuestion,
  MOST_RANKED,
  type Scope,
  tagIdSql,
} from './search-statement';
import { lastBeginning, plainQuestion } from './search-words';
import { listRespellings } from './spelling-queries';
import { pageWindow, type TrailRow, toTrail } from './trails';
import { type Ask, withinBudget } from './within-budget';

/** Milliseconds that one search may take of the database, with all the help that it gives. */
export const SEARCH_BUDGET = 2_000;

export type SearchQuestion = Readonly<{
  /** In the syntax of websearch_to_tsquery. */
  words: string;
  /** Slugs; a tag may be named by an alias. Null: all. */
  section: string | null;
  tag: string | null;
  /** When readers could first see a story, `[from, until)`; null: no bound. */
  from: Date | null;
  until: Date | null;
  order: 'relevance' | 'date';
}>;

/** @property orMore there may be more, which were not counted */
export type CountRecord = Readonly<{ stories: number; orMore: boolean }>;

export type SearchRecord = Readonly<{
  hits: readonly SearchHitRecord[];
  /** At most MOST_RANKED. */
  total: number;
  /** Whether there are more, which are not shown. */
  hasMore: boolean;
  /** Whether the hits hold the words, or, since no story does, words that begin with the last one. */
  by: 'words' | 'beginning';
  /**
   * From when on stories were asked, where older ones were not, since too many have the words of a phrase; null:
   * all were, or the newest that answer are as many as are shown. Of no answer then no help is given.
   */
  since: Date | null;
  /** Of no answer: the stories that there are without the filters; null: none. */
  elsewhere: CountRecord | null;
  /** Of no answer: the question with other words, which has one. */
  respelt: string | null;
  /** What the filters name; null where they name nothing, or nothing that there is. */
  section: NameRecord | null;
  tag: NameRecord | null;
}>;

/**
 * One page (from 1) of the visible stories that answer a question, best or newest first. Each story is asked
 * in its own language; marks, spaces and accents are all one however they are set. Whatever is typed is a
 * question; one that says nothing has no answers. A filter that names nothing is left out.
 * @param budget milliseconds; throws OutOfTime when that is not enough
 */
export async function searchArticles(
  question: SearchQuestion,
  now: Date,
  page: number,
  budget = SEARCH_BUDGET,
): Promise<SearchRecord> {
  const words = plainQuestion(question.words);
  if (words === '' && question.section === null && question.tag === null) {
    return { ...NOTHING, section: null, tag: null };
  }
  return withinBudget(budget, async (ask) => {
    const { section, tag, scope } = await findScope(ask, question);
    const place = { order: question.order, page, topic: slugify(words) };
    const answer = await answerWithHelp(ask, words, scope, now, place);
    return { ...answer, section, tag };
  });
}

type Place = Readonly<{ order: SearchQuestion['order']; page: number; topic: string }>;
type Answer = Omit<SearchRecord, 'section' | 'tag'>;

const NOTHING: Answer = {
  hits: [],
  total: 0,
  hasMore: false,
  by: 'words',
  since: null,
  elsewhere: null,
  respelt: null,
};

/** Each help is asked for only where the one before it had nothing to say. */
async function answerWithHelp(
  ask: Ask,
  words: string,
  scope: Scope,
  now: Date,
  place: Place,
): Promise<Answer> {
  const questions = words === '' ? [] : await questionsIn(ask, words);
  if (questions.length === 0) return NOTHING;
  const exact = await answersOf(ask, questions, scope, now, place);
  if (exact.total > 0 || exact.since !== null) return { ...NOTHING, ...exact };
  const beginning = lastBeginning(words);
  if (beginning !== null) {
    const wider = await beginningsIn(ask, words, beginning);
    const begun = await answersOf(ask, wider, scope, now, place);
    if (begun.total > 0 || begun.since !== null) return { ...NOTHING, ...begun, by: 'beginning' };
  }
  const elsewhere = isEverywhere(scope)
    ? null
    : await countOf(ask, questions, EVERYWHERE, now, MOST_RANKED);
  if (elsewhere !== null) return { ...NOTHING, elsewhere };
  return { ...NOTHING, respelt: await findRespelt(ask, words, scope, now) };
}

type AnswerRow =
  | (TrailRow & Readonly<{ snippet: string; total: number }>)
  | Readonly<{ id: null; total: number }>;

async function answersOf(
  ask: Ask,
  questions: readonly LanguageQuestion[],
  scope: Scope,
  now: Date,
  { order, page, topic }: Place,
): Promise<Pick<SearchRecord, 'hits' | 'total' | 'hasMore' | 'since'>> {
  const shown = { order, topic, ...pageWindow(page) };
  const since = await reachOf(ask, questions, scope, now);
  const within = { ...scope, from: since ?? scope.from };
  const rows = await ask<AnswerRow>(answersStatement(questions, within, now, shown));
  const total = rows[0]?.total ?? 0;
  const hasMore = total > MOST_RANKED;
  return {
    hits: rows.flatMap((row) => (row.id === null ? [] : [toHit(row)])),
    total: Math.min(total, MOST_RANKED),
    hasMore,
    since: hasMore ? null : since,
  };
}

function toHit({ snippet, total: _, ...row }: AnswerRow & TrailRow & { snippet: string }) {
  return { trail: toTrail(row), snippet: snippetParts(snippet) };
}

/** How many stories answer, `most` at most; null: none. */
async function countOf(
  ask: Ask,
  questions: readonly LanguageQuestion[],
  scope: Scope,
  now: Date,
  most: number,
): Promise<CountRecord | null> {
  if (questions.length === 0) return null;
  const since = await reachOf(ask, questions, scope, now);
  const within = { ...scope, from: since ?? scope.from };
  const statement = countStatement(questions, within, now, most);
  const stories = (await ask<{ total: number }>(statement))[0]?.total ?? 0;
  return stories === 0 ? null : { stories, orMore: stories === most || since !== null };
}

/** The first question with other words that a reader would find a story by, as of now. */
async function findRespelt(
  ask: Ask,
  words: string,
  scope: Scope,
  now: Date,
): Promise<string | null> {
  for (const respelt of await listRespellings(ask, words)) {
    const questions = await questionsIn(ask, respelt);
    // To find one story Postgres goes through the newest, and so through all where several words are nowhere together.
    const isOneWord = questions.every(({ question }) => lexemesOf(question).length === 1);
    const most = isOneWord ? 1 : MOST_RANKED;
    if ((await countOf(ask, questions, scope, now, most)) !== null) return respelt;
  }
  return null;
}

/** What is asked in each language of the paper; a question that says nothing in one is not asked in it. */
function questionsIn(ask: Ask, words: string): Promise<LanguageQuestion[]> {
  return ask(
    inLanguages(Prisma.sql`websearch_to_tsquery(search_config(language), search_text(${words}))`),
  );
}

/**
 * The same with the last word, in each language, in place of itself as the beginning of any. A word of which
 * the language takes no notice begins nothing.
 */
function beginningsIn(ask: Ask, words: string, last: string): Promise<LanguageQuestion[]> {
  return ask(
    inLanguages(Prisma.sql`ts_rewrite(
      websearch_to_tsquery(search_config(language), search_text(${words})),
      plainto_tsquery(search_config(language), ${last}),
      to_tsquery('prism_simple', ${`${last}:*`})
    )`),
  );
}

/** @param question a tsquery, of `language` */
function inLanguages(question: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE languages AS (
      (SELECT language FROM article ORDER BY language LIMIT 1)
      UNION ALL
      SELECT next.language FROM languages CROSS JOIN LATERAL (
        SELECT language FROM article WHERE article.language > languages.language
        ORDER BY language LIMIT 1
      ) next
    ), questions AS (
      SELECT language, ${question} AS question FROM languages
    )
    SELECT language, question::text AS question FROM questions WHERE numnode(question) > 0`;
}

type NamedRow = Readonly<{ kind: 'section' | 'tag'; ids: number[]; slug: string; name: string }>;

/** What the filters name. A tag that includes its children's stories does so here. */
async function findScope(
  ask: Ask,
  { section, tag, from, until }: SearchQuestion,
): Promise<Readonly<{ section: NameRecord | null; tag: NameRecord | null; scope: Scope }>> {
  const named =
    section === null && tag === null
      ? []
      : await ask<NamedRow>(Prisma.sql`
          SELECT 'section' AS kind, ARRAY[id] AS ids, slug, name FROM section WHERE slug = ${section}
          UNION ALL
          SELECT 'tag', ARRAY(
            SELECT tag.id UNION ALL
            SELECT child.id FROM tag child WHERE child.parent_id = tag.id AND tag.includes_children
          ), slug, name
          FROM tag WHERE tag.id = ${tagIdSql(tag)}`);
  const find = (wanted: NamedRow['kind']) => named.find(({ kind }) => kind === wanted) ?? null;
  const [foundSection, foundTag] = [find('section'), find('tag')];
  return {
    section: foundSection && nameOf(foundSection),
    tag: foundTag && nameOf(foundTag),
    scope: {
      ...{ from, until },
      sectionId: foundSection?.ids[0] ?? null,
      tagIds: foundTag?.ids ?? null,
    },
  };
}

function nameOf({ slug, name }: NamedRow): NameRecord {
  return { slug, name };
}

function isEverywhere({ sectionId, tagIds, from, until }: Scope): boolean {
  return [sectionId, tagIds, from, until].every((bound) => bound === null);
}

/** Text and hits in turn, without empty parts. */
export function snippetParts(marked: string): SearchHitRecord['snippet'] {
  return marked
    .split(HIT_START)
    .flatMap((piece, index) => {
      const [first = '', second = ''] = piece.split(HIT_END);
      return index === 0
        ? [{ text: first, hit: false }]
        : [
            { text: first, hit: true },
            { text: second, hit: false },
          ];
    })
    .filter(({ text }) => text !== '');
}
