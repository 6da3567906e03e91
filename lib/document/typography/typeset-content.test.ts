import { describe, expect, it } from 'vitest';
import type { Inline } from '../blocks';
import { check, STORY, story } from '../testing/content-folder';

const TYPED = `"It's -- so..."`;
const PRINTED = '“It’s – so…”';
const QUOTED = JSON.stringify(TYPED);

/** The story of a folder without a problem. */
function storyOf(fields: Readonly<Record<string, string | null>>, body?: string) {
  const { content, problems } = check({
    'articles/world/map.png': '',
    [STORY]: story(fields, body),
  });
  expect(problems).toEqual([]);
  const [document] = content?.articles ?? [];
  if (document === undefined) throw new Error('no story');
  return document;
}

function inlinesOf(body: string, fields = {}): Inline[] {
  const [block] = storyOf(fields, body).body;
  if (block?.type !== 'paragraph') throw new Error('no paragraph');
  return block.children;
}

describe('what readers see of a story is set as in print', () => {
  it('in its front matter', () => {
    const fields = {
      headline: QUOTED,
      kicker: QUOTED,
      standfirst: QUOTED,
      seoTitle: QUOTED,
      socialTitle: QUOTED,
      sources: `[{ name: ${QUOTED}, note: ${QUOTED}, url: "https://example.org/it's--so...?a=2019-2021" }]`,
      corrections: `[{ at: 2025-12-22T14:05:00Z, text: ${QUOTED} }]`,
      image: `{ file: map.png, alt: ${QUOTED}, caption: ${QUOTED}, credit: ${QUOTED}, rights: ${QUOTED} }`,
    };
    expect(storyOf(fields)).toMatchObject({
      slug: 'first-story',
      headline: PRINTED,
      kicker: PRINTED,
      standfirst: PRINTED,
      seoTitle: PRINTED,
      socialTitle: PRINTED,
      sources: [
        { name: PRINTED, note: PRINTED, url: "https://example.org/it's--so...?a=2019-2021" },
      ],
      corrections: [{ text: PRINTED, at: new Date('2025-12-22T14:05:00Z') }],
      image: { alt: PRINTED, caption: PRINTED, credit: PRINTED, rights: PRINTED },
    });
  });

  it('in every block of its body', () => {
    const body = [
      `## ${TYPED}`,
      TYPED,
      `- ${TYPED}\n  - ${TYPED}`,
      `:::table{caption='${TYPED.replace("'", '’')}'}\n| ${TYPED} |\n| --- |\n| ${TYPED} |\n:::`,
      `::image[${TYPED}]{file="map.png" alt="It's" credit="It's" rights="It's"}`,
      `:::quote{by="It's"}\n${TYPED}\n:::`,
      `:::pullquote{by="It's"}\n${TYPED}\n:::`,
      `:::context{title="It's"}\n${TYPED}\n\n- ${TYPED}\n:::`,
      `:::timeline{title="It's"}\n- :at[${TYPED}] ${TYPED}\n:::`,
      `:::keypoints{title="It's"}\n- ${TYPED}\n:::`,
      `::embed[${TYPED}]{url="https://example.org/it's" provider="It's"}`,
    ].join('\n\n');
    const { body: blocks, bodyText } = storyOf({}, body);
    const said = JSON.stringify(blocks.map(({ type: _, ...block }) => block));
    expect(said.replace("https://example.org/it's", '')).not.toMatch(/'|\\"|--|\.\.\./);
    expect(said.split(PRINTED)).toHaveLength(17);
    expect(said.split('"It’s"')).toHaveLength(10);
    expect(said).toContain('"https://example.org/it\'s"');
    expect(bodyText).toContain(PRINTED);
  });

  it('in its own language, and a passage or quotation of another in that one', () => {
    const body = `"Un" :lang[a "b"]{lang=en} !\n\n:::quote{lang=de}\n"Ja"\n:::`;
    const { headline, body: blocks } = storyOf({ headline: `'"Non" !'`, language: 'fr' }, body);
    expect(headline).toBe('«\u202fNon\u202f»\u202f!');
    expect(blocks).toMatchObject([
      {
        children: [
          { text: '«\u202fUn\u202f» ' },
          { language: 'en', children: [{ text: 'a “b”' }] },
          { text: '\u202f!' },
        ],
      },
      { paragraphs: [[{ text: '„Ja“' }]] },
    ]);
  });

  it('and counts as many words', () => {
    expect(storyOf({}, '"Mr. J. K. Moor -- 5 km," on Dec. 22.').wordCount).toBe(9);
  });
});

describe('what is no text for readers stays', () => {
  it('an anchor is made of the words as written', () => {
    const heading = String.raw`Don\'t "stop" -- 5'11" in 2019-2021...`;
    const { body } = storyOf({}, `## ${heading}\n\n[There](#dont-stop-511-in-2019-2021)`);
    expect(body).toMatchObject([
      {
        id: 'dont-stop-511-in-2019-2021',
        children: [{ text: "Don't “stop” – 5′11″ in 2019–2021…" }],
      },
      {},
    ]);
  });

  it('code, addresses and links to them', () => {
    expect(
      inlinesOf(
        String.raw`\`it's "x"--y...\` [it's](https://example.org/it's\-2019-2021) https://example.org/a--b`.replaceAll(
          '\\`',
          '`',
        ),
      ),
    ).toEqual([
      { type: 'code', text: `it's "x"--y...` },
      { type: 'text', text: ' ' },
      {
        type: 'link',
        href: "https://example.org/it's-2019-2021",
        children: [{ type: 'text', text: 'it’s' }],
      },
      { type: 'text', text: ' ' },
      {
        type: 'link',
        href: 'https://example.org/a--b',
        children: [{ type: 'text', text: 'https://example.org/a--b' }],
      },
    ]);
  });

  it('what stands behind a backslash, in the text and in a field', () => {
    const written = String.raw`A \"straight\" 5\', 2019\-2021 and so on\...`;
    const kept = `A "straight" 5', 2019-2021 and so on...`;
    expect(inlinesOf(written)).toEqual([{ type: 'text', text: kept }]);
    expect(storyOf({ headline: written }).headline).toBe(kept);
    expect(inlinesOf(String.raw`1986\. A year, 5 \* 3 \<b\>`)).toEqual([
      { type: 'text', text: '1986. A year, 5 * 3 <b>' },
    ]);
  });
});

describe('what readers see of the other files is set as in print', () => {
  it('names, descriptions and standing texts', () => {
    const { content, problems } = check({
      'sections.yaml': `- { slug: world, name: ${QUOTED}, description: ${QUOTED} }`,
      'tags.yaml': `ukraine: { name: ${QUOTED}, description: ${QUOTED}, aliases: [it-s], wikidata: Q212 }`,
      'authors/world-desk.md': `---\nname: ${QUOTED}\nrole: ${QUOTED}\n---\n\n${TYPED}\n`,
      'pages/about.md': `---\ntitle: ${QUOTED}\ndescription: ${QUOTED}\ncontentUpdatedAt: 2025-12-01T09:00:00Z\n---\n\n${TYPED}\n`,
    });
    expect(problems).toEqual([]);
    const body = [{ children: [{ text: PRINTED }] }];
    expect(content).toMatchObject({
      sections: [{ slug: 'world', name: PRINTED, description: PRINTED }],
      tags: [{ slug: 'ukraine', name: PRINTED, description: PRINTED, aliases: ['it-s'] }],
      authors: [{ name: PRINTED, role: PRINTED, biography: body }],
      pages: [{ title: PRINTED, description: PRINTED, body }],
    });
  });
});
