import { describe, expect, it } from 'vitest';
import { check, lines, STORY, story } from './testing/content-folder';

/** Problems of the story alone, without its path. */
function problemsOf(text: string): string[] {
  return lines(check({ 'articles/world/map.jpg': '', [STORY]: text }).problems).map((line) =>
    line.replace(`${STORY}:`, ''),
  );
}

describe('front matter', () => {
  it('becomes a document', () => {
    const { content, problems } = check({
      'articles/politics/other.md': story({ headline: 'Other' }),
      'articles/world/map.png': '',
      [STORY]: story({
        kicker: 'Explainer',
        firstPublishedAt: '2025-12-22T09:05:00-05:00',
        contentUpdatedAt: '2025-12-24T10:00:00Z',
        sources:
          '[{ name: Reuters, url: "https://www.reuters.com/", note: Figures. }, { name: BBC }]',
        corrections:
          '[{ at: 2025-12-24T10:00:00Z, text: Second. }, { at: 2025-12-23T10:00:00Z, text: First. }]',
        related: '[other]',
        aliases: '[old-slug]',
        embargoedUntil: '2026-01-01T00:00:00Z',
        withdrawn: '{ at: 2026-02-01T00:00:00Z, reason: Forged. }',
        image:
          '{ file: map.png, alt: A map., caption: Here., credit: PRISM News, rights: CC BY 4.0, focalPoint: { x: 0.2, y: 1 } }',
        seoTitle: 'Seo',
        socialTitle: 'Social',
        language: 'pt-br',
      }),
    });
    expect(lines(problems)).toEqual([
      'warning front.yaml:1:7 lead: “first-story” is withdrawn and will not be shown; name another story',
    ]);
    expect(content?.articles.find(({ slug }) => slug === 'first-story')).toEqual({
      slug: 'first-story',
      section: 'world',
      headline: 'First story',
      kicker: 'Explainer',
      standfirst: 'What it tells.',
      authors: ['world-desk'],
      tags: ['ukraine'],
      firstPublishedAt: new Date('2025-12-22T14:05:00Z'),
      contentUpdatedAt: new Date('2025-12-24T10:00:00Z'),
      embargoedUntil: new Date('2026-01-01T00:00:00Z'),
      withdrawn: { at: new Date('2026-02-01T00:00:00Z'), reason: 'Forged.' },
      sources: [
        { name: 'Reuters', url: 'https://www.reuters.com/', note: 'Figures.' },
        { name: 'BBC', url: null, note: null },
      ],
      corrections: [
        { at: new Date('2025-12-23T10:00:00Z'), text: 'First.' },
        { at: new Date('2025-12-24T10:00:00Z'), text: 'Second.' },
      ],
      related: ['other'],
      aliases: ['old-slug'],
      image: {
        picture: {
          hash: '0123456789abcdef0123456789abcdef',
          mediaType: 'image/png',
          width: 1200,
          height: 800,
        },
        alt: 'A map.',
        caption: 'Here.',
        credit: 'PRISM News',
        rights: 'CC BY 4.0',
        focalPoint: { x: 0.2, y: 1 },
      },
      seoTitle: 'Seo',
      socialTitle: 'Social',
      language: 'pt-BR',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text.' }] }],
      bodyText: 'Text.',
      wordCount: 1,
      file: STORY,
      id: null,
      draft: false,
      changeNote: null,
      minor: false,
      reusesAddress: false,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect([...(content?.pictures.keys() ?? [])]).toEqual(['0123456789abcdef0123456789abcdef']);
  });

  it('leaves out nothing but what editors left out', () => {
    const [article] = check().content?.articles ?? [];
    expect(article).toMatchObject({
      kicker: null,
      contentUpdatedAt: new Date('2025-12-22T14:05:00Z'),
      embargoedUntil: null,
      withdrawn: null,
      corrections: [],
      related: [],
      image: null,
      language: 'en',
    });
  });

  it('keeps the words of a text over several lines, in one', () => {
    const { content } = check({ [STORY]: story({ standfirst: '>\n  One: two\n  three.\n' }) });
    expect(content?.articles[0]?.standfirst).toBe('One: two three.');
  });

  it.each<[string, Record<string, string | null>, string[]]>([
    [
      'an unknown key',
      { headlin: 'x', zzz: '1' },
      [
        '8:1 headlin: there is no “headlin” here; did you mean headline?',
        '9:1 zzz: there is no “zzz” here; known are id, headline, kicker, standfirst, authors, tags, firstPublishedAt, contentUpdatedAt, minor, changeNote, sources, corrections, related, aliases, reusesAddress, draft, embargoedUntil, withdrawn, image, seoTitle, socialTitle, language',
      ],
    ],
    [
      'an unknown key inside a list',
      { sources: '[{ name: Reuters, link: x }]' },
      ['7:28 sources[0].link: there is no “link” here; known are name, url, note'],
    ],
    [
      'missing fields',
      { headline: null, sources: null },
      [
        '1:1 headline: is missing; add headline: What the Budapest Memorandum Promised Ukraine',
        '1:1 sources: is missing; add sources: - name: United Nations Treaty Series note: The text of the memorandum.',
      ],
    ],
    [
      'a field without its value',
      { kicker: '' },
      ['8:9 kicker: has no value; write it, or remove it'],
    ],
    [
      'a number for a text',
      { headline: '1984' },
      [
        '2:11 headline: should be text (put numbers and words such as yes in quotes); write headline: What the Budapest Memorandum Promised Ukraine',
      ],
    ],
    [
      'a field without its value that must have one',
      { standfirst: '' },
      [
        '3:13 standfirst: has no value; write standfirst: In 1994 Ukraine gave up the nuclear weapons on its soil for words on paper.',
      ],
    ],
    ['an empty text', { kicker: '""' }, ['8:9 kicker: is empty; write it, or remove it']],
    [
      'a text too long',
      { headline: 'x'.repeat(201) },
      ['2:11 headline: has 201 characters; the limit is 200; shorten it'],
    ],
    [
      'a control character made by an escape',
      { kicker: '"a\\0b"' },
      ['8:9 kicker: holds an invisible control character; remove it'],
    ],
    [
      'a text for a list',
      { tags: 'ukraine' },
      ['5:7 tags: should be a list; write tags: [ukraine, security-guarantees, history]'],
    ],
    [
      'no authors',
      { authors: '[]' },
      ['4:10 authors: is an empty list; write authors: [world-desk]'],
    ],
    [
      'the same tag twice',
      { tags: '[ukraine, ukraine]' },
      ['5:17 tags[1]: “ukraine” stands in the list twice; remove one of the two'],
    ],
    [
      'an unknown tag',
      { tags: '[ukrain]' },
      [
        '5:8 tags[0]: “ukrain” is not a tag; did you mean ukraine? Otherwise add ukrain to tags.yaml',
      ],
    ],
    [
      'an alias of a tag',
      { tags: '[ukraine-war]' },
      ['5:8 tags[0]: “ukraine-war” is another name of the tag “ukraine”; write ukraine'],
    ],
    [
      'an unknown author',
      { authors: '[word-desk]' },
      [
        '4:11 authors[0]: “word-desk” is not an author; did you mean world-desk? Otherwise add authors/word-desk.md',
      ],
    ],
    [
      'an unknown pinned story',
      { related: '[frist-story, nothing-like-it]' },
      [
        '8:11 related[0]: there is no story “frist-story”; did you mean first-story? Otherwise check the slug',
        '8:24 related[1]: there is no story “nothing-like-it”; check the slug',
      ],
    ],
    [
      'itself as related',
      { related: '[first-story]' },
      ['8:11 related[0]: the story names itself; remove it'],
    ],
    [
      'what is no slug',
      { aliases: '[Old_Slug]' },
      [
        '8:11 aliases[0]: “Old_Slug” is not a slug; use lower-case letters a-z, digits and single hyphens: old-slug',
      ],
    ],
    [
      'a date without a time',
      { firstPublishedAt: '2025-12-22' },
      [
        '6:19 firstPublishedAt: “2025-12-22” has no time of day; write it like 2025-12-22T14:05:00Z or 2025-12-22T09:05:00-05:00',
      ],
    ],
    [
      'a date without seconds',
      { firstPublishedAt: '2025-12-22T14:05Z' },
      [
        '6:19 firstPublishedAt: “2025-12-22T14:05Z” has no seconds; write it like 2025-12-22T14:05:00Z or 2025-12-22T09:05:00-05:00',
      ],
    ],
    [
      'a date without a zone',
      { firstPublishedAt: '2025-12-22T14:05:00' },
      [
        '6:19 firstPublishedAt: “2025-12-22T14:05:00” has no time zone; write it like 2025-12-22T14:05:00Z or 2025-12-22T09:05:00-05:00',
      ],
    ],
    [
      'a day that the calendar does not have',
      { firstPublishedAt: '2025-02-29T14:05:00Z' },
      ['6:19 firstPublishedAt: the calendar has no 2025-02-29; check the date'],
    ],
    [
      'an hour that no clock shows',
      { firstPublishedAt: '2025-02-28T24:00:00Z' },
      [
        '6:19 firstPublishedAt: no clock shows 24:00:00; hours run from 00 to 23, minutes and seconds from 00 to 59',
      ],
    ],
    [
      'an update before publication, even with another slip',
      { contentUpdatedAt: '2025-12-21T00:00:00Z', kicker: '1' },
      [
        '8:19 contentUpdatedAt: the update comes before the first publication; check both dates, or remove contentUpdatedAt',
        '9:9 kicker: should be text (put numbers and words such as yes in quotes); write kicker: Explainer',
      ],
    ],
    [
      'corrections at odds with the dates',
      {
        corrections:
          '[{ at: 2025-12-21T00:00:00Z, text: a }, { at: 2025-12-24T00:00:00Z, text: b }]',
      },
      [
        '8:21 corrections[0].at: the correction comes before the first publication; check both dates',
        'warning 8:60 corrections[1].at: the correction is later than contentUpdatedAt; set contentUpdatedAt to the correction’s date',
      ],
    ],
    [
      'a withdrawal before publication',
      { withdrawn: '{ at: 2025-12-21T00:00:00Z, reason: x }' },
      ['8:18 withdrawn.at: the withdrawal comes before the first publication; check both dates'],
    ],
    [
      'a source without a whole address',
      { sources: '[{ name: UN, url: www.un.org }]' },
      [
        '7:28 sources[0].url: “www.un.org” is not a web address; write the whole address, beginning with https://',
      ],
    ],
    [
      'a picture that is not there',
      {
        image:
          '{ file: portrait.png, alt: A map., caption: Here., credit: PRISM News, rights: CC BY 4.0 }',
      },
      [
        '8:16 image.file: there is no picture “portrait.png” beside the file; put it into articles/world/ and check the spelling of its name',
      ],
    ],
    [
      'a slip in the name of a picture',
      {
        image:
          '{ file: Map.png, alt: A map., caption: Here., credit: PRISM News, rights: CC BY 4.0 }',
      },
      ['8:16 image.file: there is no picture “Map.png” beside the file; did you mean map.jpg?'],
    ],
    [
      'a picture elsewhere',
      {
        image:
          '{ file: ../map.png, alt: A map., caption: Here., credit: PRISM News, rights: CC BY 4.0 }',
      },
      [
        '8:16 image.file: “../map.png” is not the name of a file beside this one; put the picture into the same folder and write its name alone: map.png',
      ],
    ],
    [
      'a focal point outside the picture',
      {
        image:
          '{ file: a.png, alt: a, caption: c, credit: b, rights: r, focalPoint: { x: 2, y: 0 } }',
      },
      ['8:82 image.focalPoint.x: is above 1; write x: 0.5'],
    ],
    [
      'a picture that does not say what it shows, nor whose it is',
      { image: '{ file: map.jpg }' },
      [
        '8:1 image.alt: is missing; add alt: Two rows of delegates face each other across a long table.',
        '8:1 image.caption: is missing; add caption: Delegates in Miami on the second day of the talks.',
        '8:1 image.credit: is missing; add credit: Maria Sosa',
        '8:1 image.rights: is missing; add rights: CC BY 4.0',
      ],
    ],
    [
      'an empty description of a picture',
      { image: '{ file: map.jpg, alt: "", caption: x, credit: x, rights: x }' },
      [
        '8:30 image.alt: is empty; write alt: Two rows of delegates face each other across a long table.',
      ],
    ],
    [
      'a headline too long for search results',
      { headline: 'x'.repeat(71) },
      [
        'warning 2:11 headline: has 71 characters; search results cut off what is beyond 70; keep it, and add a shorter seoTitle',
      ],
    ],
    [
      'a title for search engines that is too long for their results',
      { headline: 'x'.repeat(71), seoTitle: 'y'.repeat(72) },
      [
        'warning 8:11 seoTitle: has 72 characters; search results cut off what is beyond 70; shorten it',
      ],
    ],
    [
      'what is no identity',
      { id: '42' },
      [
        '8:5 id: should be text (put numbers and words such as yes in quotes); write id: 019b4672-5f10-7a3e-9c58-2f6d1b7e4a90',
      ],
    ],
    [
      'a language by its English name',
      { language: 'english' },
      [
        '8:11 language: “english” is not a language tag; write a BCP 47 tag such as en, fr, uk or pt-BR',
      ],
    ],
  ])('is told of %s', (_, fields, problems) => {
    expect(problemsOf(story(fields))).toEqual(problems);
  });
});

describe('a headline as long as search results are', () => {
  it.each<Record<string, string>>([
    { headline: 'x'.repeat(70) },
    { headline: 'x'.repeat(200), seoTitle: 'y'.repeat(70) },
    { headline: '\u{1f5de}'.repeat(70) },
  ])('is no matter for a warning: %o', (fields) => {
    expect(problemsOf(story(fields))).toEqual([]);
  });
});

describe('a file', () => {
  const unquoted = story({ headline: 'Minsk: the end' });
  it.each<[string, string, string[]]>([
    [
      'without front matter',
      'Text.',
      [
        '1:1 front matter: the file does not begin with a line of three hyphens; begin with ---, then the fields, then --- again, then the text',
      ],
    ],
    [
      'whose front matter is not closed',
      '---\nheadline: x\n',
      [
        '1:1 front matter: the front matter is never closed; put a line of three hyphens (---) between the fields and the text',
      ],
    ],
    [
      'with a colon in an unquoted text',
      unquoted,
      [
        '2:11 front matter: YAML takes this line for something else than a key and its value; quote a text that holds a colon ("…: …"), and check the spaces before each key',
      ],
    ],
    [
      'with a tab in its YAML',
      '---\nimage:\n\tfile: x\n---\nText.',
      [
        '3:1 front matter: a tab indents this line; YAML takes spaces only; put two spaces for each tab',
      ],
    ],
    [
      'with a tab beside its YAML',
      '---\nsources:\n  - name: x\n\t  url: y\n---\nText.',
      [
        '4:1 front matter: a tab indents this line; YAML takes spaces only; put two spaces for each tab',
      ],
    ],
    [
      'from Windows, with a byte order mark: places are those of its lines',
      `\ufeff${story({ tags: '[nope]', kicker: '1' }, '[x](/nowhere)').replaceAll('\n', '\r\n')}`,
      [
        '5:8 tags[0]: “nope” is not a tag; add nope to tags.yaml',
        '8:9 kicker: should be text (put numbers and words such as yes in quotes); write kicker: Explainer',
        '11:1 body: the link “/nowhere” leads nowhere on this site; check the path',
      ],
    ],
    [
      'with a key twice',
      story().replace('standfirst:', 'headline: x\nstandfirst:'),
      ['3:1 front matter: this key stands here for the second time; keep one of the two'],
    ],
    [
      'with a quotation mark that is not closed',
      story({ kicker: '"x' }),
      [
        '8:9 front matter: a quotation mark, bracket, comma or colon is missing here; close every " and [ and { that you open, and put a colon and a space after each key',
      ],
    ],
    [
      'whose front matter is a list',
      '---\n- a\n---\nText.',
      [
        '1:1 front matter: should be a group of keys; write each field as key: value on a line of its own',
      ],
    ],
    [
      'with an asterisk before an unquoted text',
      story({ kicker: '*Explainer' }),
      ['8:9 front matter: YAML takes what begins with * for a reference; put the text in quotes'],
    ],
    [
      'with a control character',
      story({}, 'A\u0007b.'),
      [
        '10:2 file: an invisible control character (U+0007) stands here; delete it and write the place again',
      ],
    ],
    [
      'with a problem in each of its parts',
      story({ tags: '[nope]', kicker: '1' }, '<br>\n\n[x](/nowhere)'),
      [
        '5:8 tags[0]: “nope” is not a tag; add nope to tags.yaml',
        '8:9 kicker: should be text (put numbers and words such as yes in quotes); write kicker: Explainer',
        '11:1 body: raw HTML is not accepted: <br>; use Markdown or a directive; for a plain < write \\<',
        '13:1 body: the link “/nowhere” leads nowhere on this site; check the path',
      ],
    ],
  ])('%s is told so', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('reads the same with %s', (_, change) => {
    const plain = check().content?.articles;
    expect(plain).toHaveLength(1);
    expect(check({ [STORY]: change(story()) }).content?.articles).toEqual(plain);
  });
});
