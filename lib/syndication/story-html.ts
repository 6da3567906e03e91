import type { SyndicatedStory } from '@/lib/page-models/syndicated-story';
import { languageAttributes } from '@/lib/text/language';
import { pictureCredit } from '@/lib/text/picture-credit';
import { bodyHtml, pictureHtml } from './body-html';
import { type HtmlChild, htmlFragment, tag } from './html';

/**
 * A whole story as HTML for feed readers: its picture, its text, and below it its sources and
 * corrections. What is not in the feed's language says so.
 */
export function storyHtml(story: SyndicatedStory): string {
  const text: HtmlChild = [
    leadPicture(story.image),
    story.standfirst === '' ? null : tag('p', {}, tag('strong', {}, story.standfirst)),
    bodyHtml(story.body, story.url),
  ];
  const attributes = languageAttributes(story.language);
  const isForeign = Object.keys(attributes).length > 0;
  return htmlFragment(
    isForeign ? tag('div', attributes, text) : text,
    sources(story.sources),
    corrections(story.corrections),
  );
}

/** Text as it stands in HTML, for formats that take a short text for markup. */
export function textHtml(text: string): string {
  return htmlFragment(text);
}

function leadPicture(image: SyndicatedStory['image']): HtmlChild {
  if (image === null) return null;
  const { caption, credit, rights, ...shown } = image;
  return pictureHtml(shown, caption, pictureCredit(credit, rights));
}

function sources(all: SyndicatedStory['sources']): HtmlChild {
  if (all.length === 0) return null;
  const items = all.map(({ name, url, note }) =>
    tag('li', {}, url === null ? name : tag('a', { href: url }, name), note && `: ${note}`),
  );
  return [tag('h2', {}, 'Sources'), tag('ul', {}, items)];
}

function corrections(all: SyndicatedStory['corrections']): HtmlChild {
  if (all.length === 0) return null;
  const items = all.map(({ at, text }) =>
    tag('li', {}, tag('time', { datetime: at.iso }, at.text), `: ${text}`),
  );
  return [tag('h2', {}, all.length === 1 ? 'Correction' : 'Corrections'), tag('ul', {}, items)];
}
