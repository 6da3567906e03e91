import type { Content } from '@/lib/document/documents';
import { article, content } from './build-content';

/** Stories of each edition. */
const SIZE = 40;

/** A paper that says its number wherever something can be written. */
export function edition(number: number): Content {
  const name = `edition-${number}`;
  const articles = Array.from({ length: SIZE }, (_, index) =>
    article({
      slug: `story-${index}`,
      headline: `${name} ${index}`,
      bodyText: name,
      tags: [name],
      corrections: [{ at: new Date('2025-01-02T00:00:00Z'), text: name }],
    }),
  );
  const bytes = new TextEncoder().encode(`---\nheadline: ${name}\n---\n`);
  return content({ articles, files: new Map(articles.map(({ file }) => [file, bytes])) });
}
