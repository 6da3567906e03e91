import { nearest } from '@/lib/text/nearest';
import type { Problem } from './documents';
import type { Names } from './names';

/** What is wrong with a name that a file uses. */
export type Verdict = Readonly<Pick<Problem, 'severity' | 'message' | 'remedy'>>;

const FEED = /\/feed\.(xml|atom|json)$/;

/** Paths that the site answers whatever the folder holds. */
const STANDING =
  /^\/(|search|corrections|tags|archive\/\d{4}(\/\d\d){0,2}|feed\.(xml|atom|json)|(news-)?sitemap\.xml|robots\.txt)$/;

/** Whether a path on this site, with or without query and fragment, leads to a page. */
export function checkSitePath(href: string, names: Names): Verdict | null {
  const path = href.replace(/[?#].*$/s, '');
  if (STANDING.test(path)) return null;
  const spelled = path.toLowerCase().replace(/\/+$/, '');
  if (spelled !== path) {
    return error(`“${path}” is not how the path is spelled`, `write ${spelled || '/'}`);
  }
  const [first = '', second, third] = path.replace(FEED, '').slice(1).split('/');
  if (third !== undefined) return dead(path, 'paths of this site have two parts at most');
  if (second === undefined) return checkTopLevel(path, first, names);
  if (first === 'tag') return checkTag(path, second, names);
  if (first === 'author') {
    return names.authors.has(second)
      ? null
      : dead(path, suggest('/author/', second, names.authors));
  }
  return checkStory(path, first, second, names);
}

function checkTopLevel(path: string, slug: string, names: Names): Verdict | null {
  if (names.sections === null || names.sections.has(slug)) return null;
  if (names.pages.has(slug) && !FEED.test(path)) return null;
  return dead(path, suggest('/', slug, [...names.sections, ...names.pages]));
}

function checkTag(path: string, slug: string, names: Names): Verdict | null {
  if (names.tags === null || names.tags.has(slug)) return null;
  const canonical = names.tagAliases.get(slug);
  if (canonical === undefined) return dead(path, suggest('/tag/', slug, names.tags));
  return redirect(path, `/tag/${canonical}`);
}

function checkStory(path: string, section: string, slug: string, names: Names): Verdict | null {
  const story = names.stories.get(slug) ?? names.storyAliases.get(slug);
  if (story === undefined) {
    const meant = nearest(slug, names.stories.keys());
    const found = meant === null ? undefined : names.stories.get(meant);
    return dead(path, found ? `did you mean /${found.section}/${found.slug}?` : 'check the slug');
  }
  if (FEED.test(path)) return dead(path, 'stories have no feed');
  if (story.section !== section || story.slug !== slug) {
    return redirect(path, `/${story.section}/${story.slug}`);
  }
  if (!story.withdrawn) return null;
  const message = `“${path}” leads to a withdrawn story`;
  return { severity: 'warning', message, remedy: 'link to another story, or remove the link' };
}

function error(message: string, remedy: string): Verdict {
  return { severity: 'error', message, remedy };
}

function dead(path: string, remedy: string): Verdict {
  return error(`the link “${path}” leads nowhere on this site`, remedy);
}

function redirect(path: string, canonical: string): Verdict {
  const message = `“${path}” is an old address; readers are sent on`;
  return { severity: 'warning', message, remedy: `write ${canonical}` };
}

function suggest(prefix: string, slug: string, known: Iterable<string>): string {
  const meant = nearest(slug, known);
  return meant === null ? 'check the path' : `did you mean ${prefix}${meant}?`;
}
