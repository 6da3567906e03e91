import { z } from 'zod';
import { distinct, fileBeside, instant, language, line, slug, uuid, webAddress } from './fields';

/**
 * The fields of a story's front matter: the one place that says what they are. Types, checks,
 * error words and `content/README.md` come from here. `example` is YAML as an editor writes it.
 */

const source = z.strictObject({
  name: line(200).meta({ description: 'Who says so.', example: 'Reuters' }),
  url: webAddress.optional().meta({
    description: 'Where it can be read, when the address is stable.',
    example: 'https://www.un.org/en/about-us/un-charter',
  }),
  note: line(500).optional().meta({
    description: 'What was taken from it.',
    example: 'The text of Article 51.',
  }),
});

const correction = z.strictObject({
  at: instant.meta({ description: 'When it was made.', example: '2025-12-23T09:00:00Z' }),
  text: line(1000).meta({
    description: 'What was wrong and what is right.',
    example: 'An earlier version misstated the year of the agreement as 1993. It was 1994.',
  }),
  serious: z.boolean().optional().meta({
    description: 'Set to true when it is to stand above the text as well.',
    example: 'true',
  }),
});

const withdrawn = z.strictObject({
  at: instant.meta({ description: 'When it was withdrawn.', example: '2026-01-04T10:00:00Z' }),
  reason: line(500).meta({
    description: 'What readers are told in its place.',
    example: 'The document on which this report rests proved to be forged.',
  }),
});

const fraction = z.number().min(0).max(1);

const image = z.strictObject({
  file: fileBeside.meta({
    description: 'Name of a JPEG, PNG, WebP or AVIF file that lies beside the story.',
    example: 'miami.jpg',
  }),
  alt: line(500).meta({
    description: 'What the picture shows, for those who cannot see it.',
    example: 'Two rows of delegates face each other across a long table.',
  }),
  caption: line(500).meta({
    description: 'The words below the picture.',
    example: 'Delegates in Miami on the second day of the talks.',
  }),
  credit: line(200).meta({ description: 'Who made the picture.', example: 'Maria Sosa' }),
  rights: line(200).meta({
    description: 'By what right it is shown: its licence, or who owns it.',
    example: 'CC BY 4.0',
  }),
  focalPoint: z
    .strictObject({
      x: fraction.meta({ description: 'From the left edge, 0 to 1.', example: '0.5' }),
      y: fraction.meta({ description: 'From the top edge, 0 to 1.', example: '0.3' }),
    })
    .optional()
    .meta({
      description: 'The spot that a crop must keep. Left out: the middle.',
      example: '{ x: 0.5, y: 0.3 }',
    }),
});

/** Rules between two dates; each runs as soon as its own two fields can be read. */
function notBefore(earlier: unknown, later: unknown): boolean {
  return !(earlier instanceof Date && later instanceof Date) || later >= earlier;
}

export const storySchema = z
  .strictObject({
    id: uuid.optional().meta({
      description:
        'The story’s identity. Publishing writes it; it stays with the story whatever the file is called, and a copy that becomes another story must lose it.',
      example: '019b4672-5f10-7a3e-9c58-2f6d1b7e4a90',
    }),
    headline: line(200).meta({
      description: 'The title, up to 200 characters; 45 to 90 read best.',
      example: 'What the Budapest Memorandum Promised Ukraine',
    }),
    kicker: line(60).optional().meta({
      description: 'Two to four words above the headline.',
      example: 'Explainer',
    }),
    standfirst: line(500).meta({
      description: 'One or two sentences below the headline that say what the story tells.',
      example: 'In 1994 Ukraine gave up the nuclear weapons on its soil for words on paper.',
    }),
    authors: distinct(slug).min(1).meta({
      description: 'Slugs from `authors/`, in the order of the byline.',
      example: '[world-desk]',
    }),
    tags: distinct(slug).meta({
      description: 'Slugs from `tags.yaml`, most important first. May be empty: `[]`.',
      example: '[ukraine, security-guarantees, history]',
    }),
    firstPublishedAt: instant.meta({
      description: 'Date and time of publication, with seconds and a zone (`Z` or `+hh:mm`).',
      example: '2025-12-22T14:05:00Z',
    }),
    contentUpdatedAt: instant.optional().meta({
      description:
        'When the text last changed, not before `firstPublishedAt`. Left out: it has not changed. It must move when words change.',
      example: '2025-12-23T09:00:00Z',
    }),
    minor: z.boolean().optional().meta({
      description:
        'Set to true when what changed is too small for a new `contentUpdatedAt`, such as a typing error.',
      example: 'true',
    }),
    changeNote: line(300).optional().meta({
      description: 'What the last change changed, for readers of the story’s history.',
      example: 'Added the reply of the ministry.',
    }),
    sources: z.array(source).min(1).meta({
      description: 'What the story rests on, at least one.',
      example: '\n  - name: United Nations Treaty Series\n    note: The text of the memorandum.',
    }),
    corrections: z.array(correction).optional().meta({
      description: 'Every correction made, shown below the story and on `/corrections`.',
      example: '\n  - at: 2025-12-23T09:00:00Z\n    text: An earlier version misstated the year.',
    }),
    related: distinct(slug).optional().meta({
      description: 'Slugs of stories pinned as related; more are found by themselves.',
      example: '[how-a-ceasefire-is-watched]',
    }),
    aliases: distinct(slug).optional().meta({
      description: 'Slugs under which the story was published before; they lead here.',
      example: '[budapest-memorandum-explained]',
    }),
    reusesAddress: z.boolean().optional().meta({
      description:
        'Set to true when the file has a slug that another story had before; that old address now leads here.',
      example: 'true',
    }),
    draft: z.boolean().optional().meta({
      description:
        'Set to true when nobody is to see the story but those with a link to its preview.',
      example: 'true',
    }),
    embargoedUntil: instant.optional().meta({
      description: 'Readers see the story from this moment on.',
      example: '2026-03-01T06:00:00Z',
    }),
    withdrawn: withdrawn.optional().meta({
      description: 'Set when a story is taken back. Its page then says so; keep the file.',
      example: '\n  at: 2026-01-04T10:00:00Z\n  reason: The document proved to be forged.',
    }),
    image: image.optional().meta({
      description: 'The picture that stands for the story.',
      example:
        '\n  file: miami.jpg\n  alt: Delegates at a long table.\n  caption: The second day of the talks.\n  credit: Maria Sosa\n  rights: CC BY 4.0',
    }),
    seoTitle: line(200).optional().meta({
      description:
        'Title for search engines, when the headline needs the page around it or has more than the 70 characters that they show.',
      example: '"Budapest Memorandum: what Ukraine was promised in 1994"',
    }),
    socialTitle: line(200).optional().meta({
      description: 'Title on cards in social networks.',
      example: 'The promise Ukraine was given for its warheads',
    }),
    language: language.optional().meta({
      description: 'Language of the story (BCP 47). Left out: `en`.',
      example: 'en',
    }),
  })
  .refine((story) => notBefore(story.firstPublishedAt, story.contentUpdatedAt), {
    path: ['contentUpdatedAt'],
    message: 'the update comes before the first publication',
    params: { remedy: 'check both dates, or remove contentUpdatedAt' },
    when: () => true,
  });

export const authorSchema = z.strictObject({
  name: line(100).meta({ description: 'As the byline shows it.', example: 'World desk' }),
  role: line(100).meta({ description: 'What the author does here.', example: 'Desk' }),
});

export const pageSchema = z.strictObject({
  title: line(200).meta({ description: 'The title of the page.', example: 'About PRISM News' }),
  description: line(500).meta({
    description: 'One sentence for search engines and link previews.',
    example: 'Who makes PRISM News, and by which rules.',
  }),
  contentUpdatedAt: instant.meta({
    description: 'When the text last changed.',
    example: '2025-12-01T09:00:00Z',
  }),
});

export type StoryFields = z.output<typeof storySchema>;
