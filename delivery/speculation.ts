/**
 * A link to a story, or another page of two segments, is rendered ahead when a reader's pointer
 * rests on it (`moderate`). Nothing runs in our pages, so nothing is changed by that, and it counts as
 * no reading (decision 008). `relative_to`: the patterns are paths of the page, not of where the rules are.
 */
const rules = {
  prerender: [
    {
      where: {
        and: [
          { href_matches: '/:section/:slug', relative_to: 'document' },
          { not: { href_matches: '/*.*', relative_to: 'document' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
};

/**
 * The value of Speculation-Rules, a list of addresses (HTML, “The Speculation-Rules header”). The
 * resource is in its address: a reader's first page has one request less that vies with its fonts.
 */
export const speculationRules = `"data:application/speculationrules+json,${encodeURI(JSON.stringify(rules))}"`;
