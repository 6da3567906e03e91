/** The one spelling of a slug: lower-case words of `a-z0-9` joined by single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Longest slug; a path stays well below what browsers, proxies and file systems take. */
export const SLUG_MAX_LENGTH = 120;

export function isSlug(text: string): boolean {
  return text.length <= SLUG_MAX_LENGTH && SLUG.test(text);
}

/** The slug nearest to any text: `Dec. 19–21` gives `dec-19-21`. Empty when nothing is left. */
export function slugify(text: string): string {
  return words(text, /[^a-z0-9]+/g)
    .slice(0, SLUG_MAX_LENGTH)
    .replace(/-$/, '');
}

/**
 * An anchor for words in any script: like a slug, but letters outside `a-z` stay.
 * Empty when the text holds no letter or digit.
 */
export function anchorOf(text: string): string {
  return words(text, /[^\p{L}\p{N}]+/gu);
}

function words(text: string, others: RegExp): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+|['’]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(others, '-')
    .replace(/^-+|-+$/g, '');
}
