/**
 * Words as a typewriter has them: two texts that differ in nothing else but how they are set in
 * print (quotation marks, dashes, dots, spaces at which no line breaks) become the same.
 */
export function withoutTypesetting(words: string): string {
  return words
    .replaceAll('\u00ad', '')
    .replaceAll('…', '...')
    .replace(/['“”„‟‘’‚‛«»‹›]/g, '"')
    .replace(/\s*(?:[‐‑‒–—―]|-+)\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([";:!?]) ?/g, '$1')
    .trim();
}
