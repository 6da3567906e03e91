import type { RenderedAnswer } from './answer';

/** Where the rules are; pages name it in their Speculation-Rules header. */
export const SPECULATION_RULES_PATH = '/speculation-rules.json';

/**
 * A link to a story, or another page of two segments, is rendered ahead when a reader's pointer
 * rests on it (`moderate`). Nothing runs in our pages, so nothing is changed by that, and it counts as
 * no reading (decision 008).
 */
const rules = {
  prerender: [
    {
      where: { and: [{ href_matches: '/:section/:slug' }, { not: { href_matches: '/*.*' } }] },
      eagerness: 'moderate',
    },
  ],
};

/** The answer to `/speculation-rules.json`, for `prepareAnswer`. */
export const speculationRules: RenderedAnswer = {
  status: 200,
  headers: { 'content-type': 'application/speculationrules+json' },
  body: Buffer.from(`${JSON.stringify(rules)}\n`),
};
