import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { expect, test } from 'playwright/test';
import { fetchPage, instantOf } from '../crawler/served';
import { miami } from '../site';

/** Stories with a context box and a timeline, key points and a picture, a table, corrections. */
const stories = [
  miami,
  '/science/the-keeling-curve',
  '/world/half-a-century-of-nuclear-arms-treaties',
  '/politics/assurance-or-guarantee-the-words-that-decide',
];

/** What a story is made of, without lines of it lifted out for display (`aside`); what reader modes may show of it besides. */
const story = ':is(.story > .page-head > .standfirst, .story > .body)';
const besides = ':is(.lead-image, .story-foot .corrections, .story-foot .sources)';
const passages = ':is(p, li, h2, h3, figcaption, caption, th, td, blockquote, cite)';

for (const path of stories) {
  test(`a reader mode shows ${path.slice(0, 50)} whole, and nothing else`, async ({ request }) => {
    const { document } = await fetchPage(request, path);
    const headline = document.querySelector('h1')?.textContent;
    const author = document.querySelector('.byline a')?.textContent;
    const published = instantOf(document.querySelector('.byline time'));
    const texts = (selector: string, without = 'nav') =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.closest(without) === null)
        .map(wordsOf)
        .filter((text) => text !== '');
    const whole = texts(`${story}:is(p), ${story} ${passages}`, 'aside');
    const allowed = new Set([...whole, ...texts(`${besides} ${passages}`)]);

    const article = new Readability(document).parse();
    expect(article).toMatchObject({ title: headline, byline: author, publishedTime: published });
    const { document: shown } = parseHTML(`<html><body>${article?.content}</body></html>`);
    const shownTexts = [...shown.querySelectorAll(passages)].map(wordsOf);
    expect(whole.filter((text) => !wordsOf(shown.body).includes(text))).toEqual([]);
    expect(shownTexts.filter((text) => text !== '' && !allowed.has(text))).toEqual([]);
    const strangers = [...shown.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => /^mailto:|share|intent|wa\.me|^\/(tag|author)\//.test(href));
    expect(strangers).toEqual([]);
  });
}

function wordsOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
