import { describe, expect, it } from 'vitest';
import { check, lines, STORY, story } from './testing/content-folder';

describe('a content folder', () => {
  it('becomes content when nothing is wrong', () => {
    const { content, problems } = check();
    expect(problems).toEqual([]);
    expect(content).toMatchObject({
      sections: [
        { slug: 'world', name: 'World', description: 'States and borders.' },
        { slug: 'politics', name: 'Politics', description: 'Who decides.' },
      ],
      tags: [
        {
          slug: 'ukraine',
          name: 'Ukraine',
          description: 'The country.',
          parent: null,
          aliases: ['ukraine-war'],
          iptc: null,
          wikidata: 'Q212',
        },
        { slug: 'diplomacy', aliases: [] },
      ],
      authors: [{ slug: 'world-desk', name: 'World desk', role: 'Desk' }],
      pages: [
        { slug: 'about', title: 'About', contentUpdatedAt: new Date('2025-12-01T09:00:00Z') },
      ],
      articles: [{ slug: 'first-story', section: 'world' }],
      front: { lead: 'first-story', featured: [] },
    });
  });

  it('is not stopped by a warning', () => {
    const { content, problems } = check({ [STORY]: story({}, '[x](/tag/ukraine-war)') });
    expect(problems).toHaveLength(1);
    expect(content).not.toBeNull();
  });

  it('may do without front.yaml', () => {
    expect(check({ 'front.yaml': null }).content?.front).toEqual({ lead: null, featured: [] });
  });

  it.each<[string, Record<string, string | null>, string[]]>([
    [
      'a missing list',
      { 'tags.yaml': null, 'sections.yaml': null },
      [
        'sections.yaml:1:1 file: the file is missing; list the sections in it: slug, name, description',
        'tags.yaml:1:1 file: the file is missing; add it, with the tags that stories use',
      ],
    ],
    [
      'a folder that is no section',
      { 'articles/wold/second.md': story({ headline: 'Second' }) },
      [
        'articles/wold/second.md:1:1 section: the folder “wold” is not a section; did you mean world? Otherwise add it to sections.yaml',
      ],
    ],
    [
      'one slug in two sections',
      { 'articles/politics/first-story.md': story({ headline: 'Second' }) },
      [
        'articles/world/first-story.md:1:1 file name: the slug “first-story” is taken by articles/politics/first-story.md; rename one of the two files',
      ],
    ],
    [
      'two stories of one headline',
      { 'articles/world/second.md': story({ headline: 'FIRST story' }) },
      [
        'articles/world/second.md:2:11 headline: articles/world/first-story.md has the same headline; tell the two apart',
      ],
    ],
    [
      'a file name that is no slug',
      { 'articles/world/Second_Story.md': story({ headline: 'Second' }) },
      [
        'articles/world/Second_Story.md:1:1 file name: “Second_Story” is not a slug; use lower-case letters a-z, digits and single hyphens: second-story.md',
      ],
    ],
    [
      'an alias that lives, and one claimed twice',
      {
        'articles/world/second.md': story({ headline: 'Second', aliases: '[first-story, old]' }),
        'articles/world/third.md': story({ headline: 'Third', aliases: '[old]' }),
      },
      [
        'articles/world/second.md:8:11 aliases[0]: “first-story” is the slug of articles/world/first-story.md; an alias is a slug that no story has any more',
        'articles/world/third.md:8:11 aliases[0]: “old” is an alias of articles/world/second.md already; keep one of the two',
      ],
    ],
    [
      'two files of one identity',
      {
        'articles/world/copy.md': story({
          headline: 'A copy',
          id: '019B4672-5F10-7A3E-9C58-2F6D1B7E4A90',
        }),
        [STORY]: story({ id: '019b4672-5f10-7a3e-9c58-2f6d1b7e4a90' }),
      },
      [
        'articles/world/first-story.md:8:5 id: articles/world/copy.md is the same story: it has this id as well; remove the line from the file that was the copy',
      ],
    ],
    [
      'an old slug pinned as related',
      {
        'articles/world/second.md': story({ headline: 'Second', aliases: '[old]' }),
        [STORY]: story({ related: '[old]' }),
      },
      [
        'articles/world/first-story.md:8:11 related[0]: “old” is an old slug of “second”; write second',
      ],
    ],
    [
      'reserved names',
      {
        'sections.yaml':
          '- { slug: world, name: World, description: x }\n- { slug: tag, name: Tag, description: x }',
        'pages/search.md':
          '---\ntitle: T\ndescription: D\ncontentUpdatedAt: 2025-12-01T09:00:00Z\n---\nX',
        'pages/world.md':
          '---\ntitle: T\ndescription: D\ncontentUpdatedAt: 2025-12-01T09:00:00Z\n---\nX',
      },
      [
        'pages/search.md:1:1 file name: “search” is reserved for the site; rename the file',
        'pages/world.md:1:1 file name: “world” is a section already; rename the file',
        'sections.yaml:2:11 [1].slug: “tag” is reserved for the site; choose another slug',
      ],
    ],
    [
      'a section twice, and one without its name',
      {
        'sections.yaml':
          '- { slug: world, name: World, description: x }\n- { slug: world, description: x }',
      },
      [
        'sections.yaml:2:3 [1].name: is missing; add name: World',
        'sections.yaml:2:11 [1].slug: the section “world” stands here twice; remove one',
      ],
    ],
    [
      'tags at odds',
      {
        'tags.yaml': [
          'ukraine: { name: Ukraine, description: x, parent: europe, aliases: [diplomacy, kyiv] }',
          'diplomacy: { name: Diplomacy, description: x, parent: talks, aliases: [kyiv] }',
          'talks: { name: Talks, description: x, parent: diplomacy, wikidata: 212, iptc: medtop:1 }',
          'Peace Talks: { name: Peace, description: x }',
        ].join('\n'),
      },
      [
        'tags.yaml:1:51 ukraine.parent: “europe” is not a tag; add europe to tags.yaml',
        'tags.yaml:1:69 ukraine.aliases[0]: “diplomacy” is a tag of its own; remove the alias',
        'tags.yaml:2:55 diplomacy.parent: “diplomacy” is its own ancestor; break the circle of parents',
        'tags.yaml:2:72 diplomacy.aliases[0]: “kyiv” is an alias of “ukraine” already; keep one of the two',
        'tags.yaml:3:47 talks.parent: “talks” is its own ancestor; break the circle of parents',
        'tags.yaml:3:68 talks.wikidata: should be text (put numbers and words such as yes in quotes); write wikidata: Q212',
        'tags.yaml:3:79 talks.iptc: is not in the right form; write iptc: medtop:20000593',
        'tags.yaml:4:1 Peace Talks: “Peace Talks” is not a slug; use lower-case letters a-z, digits and single hyphens: peace-talks',
      ],
    ],
    [
      'a front page of unknown stories',
      { 'front.yaml': 'lead: frist-story\nfeatured: [first-story, first-story]\nled: x' },
      [
        'front.yaml:1:7 lead: there is no story “frist-story”; did you mean first-story? Otherwise check the slug',
        'front.yaml:2:25 featured[1]: “first-story” stands in the list twice; remove one of the two',
        'front.yaml:3:1 led: there is no “led” here; did you mean lead?',
      ],
    ],
    [
      'the lead story among the others',
      { 'front.yaml': 'lead: first-story\nfeatured: [first-story]' },
      ['front.yaml:2:12 featured[0]: the lead story stands here again; remove it from featured'],
    ],
    [
      'author and page fields',
      {
        'authors/world-desk.md': '---\nname: World desk\nrol: Desk\n---\nX.',
        'pages/about.md': '---\ntitle: About\ndescription: D\ncontentUpdatedAt: soon\n---\n# About',
      },
      [
        'authors/world-desk.md:1:1 role: is missing; add role: Desk',
        'authors/world-desk.md:3:1 rol: there is no “rol” here; did you mean role?',
        'pages/about.md:4:19 contentUpdatedAt: “soon” is not a date and time; write it like 2025-12-22T14:05:00Z or 2025-12-22T09:05:00-05:00',
        'pages/about.md:6:1 body: a level-1 heading (#) is the headline’s; begin it with ##',
      ],
    ],
    [
      'files that are not read',
      {
        'articles/stray.md': 'x',
        'articles/world/map.gif': 'x',
        'notes.docx': 'x',
        'README.md': 'x',
      },
      [
        'warning articles/stray.md:1:1 file: the file is not read; stories are articles/<section>/<slug>.md, authors authors/<slug>.md, pages pages/<slug>.md',
        'warning articles/world/map.gif:1:1 file: the file is not read; remove it; pictures are JPEG, PNG, WebP or AVIF and lie beside their story',
        'warning notes.docx:1:1 file: the file is not read; stories are articles/<section>/<slug>.md, authors authors/<slug>.md, pages pages/<slug>.md',
      ],
    ],
  ])('is told of %s', (_, changes, problems) => {
    expect(lines(check(changes).problems)).toEqual(problems);
  });
});

describe('a link to a path of this site', () => {
  const others = {
    'articles/politics/second.md': story({
      headline: 'Second',
      aliases: '[old]',
      withdrawn: '{ at: 2026-01-01T00:00:00Z, reason: x }',
    }),
    'articles/world/third.md': story({ headline: 'Third', aliases: '[older]' }),
  };
  const problemOf = (href: string) =>
    lines(check({ ...others, [STORY]: story({}, `[x](${href})`) }).problems).map((line) =>
      line.replace(`${STORY}:10:1 `, ''),
    );

  it.each([
    '/',
    '/world',
    '/world/third',
    '/world/third#part',
    '/world/feed.xml',
    '/world?page=2',
    '/tag/ukraine',
    '/tag/ukraine/feed.atom',
    '/author/world-desk',
    '/about',
    '/search?q=x',
    '/corrections',
    '/archive/2025/12',
    '/feed.json',
  ])('may be %s', (href) => {
    expect(problemOf(href)).toEqual([]);
  });

  it.each([
    ['/wrld', 'body: the link “/wrld” leads nowhere on this site; did you mean /world?'],
    ['/abuot', 'body: the link “/abuot” leads nowhere on this site; did you mean /about?'],
    [
      '/world/thrid',
      'body: the link “/world/thrid” leads nowhere on this site; did you mean /world/third?',
    ],
    [
      '/tag/ukrane',
      'body: the link “/tag/ukrane” leads nowhere on this site; did you mean /tag/ukraine?',
    ],
    ['/author/desk', 'body: the link “/author/desk” leads nowhere on this site; check the path'],
    [
      '/world/third/x',
      'body: the link “/world/third/x” leads nowhere on this site; paths of this site have two parts at most',
    ],
    ['/World/third/', 'body: “/World/third/” is not how the path is spelled; write /world/third'],
    [
      '/politics/third',
      'warning body: “/politics/third” is an old address; readers are sent on; write /world/third',
    ],
    [
      '/world/older',
      'warning body: “/world/older” is an old address; readers are sent on; write /world/third',
    ],
    [
      '/tag/ukraine-war',
      'warning body: “/tag/ukraine-war” is an old address; readers are sent on; write /tag/ukraine',
    ],
    [
      '/politics/second',
      'warning body: “/politics/second” leads to a withdrawn story; link to another story, or remove the link',
    ],
  ])('cannot be left at %s', (href, problem) => {
    expect(problemOf(href)).toEqual([problem]);
  });
});
