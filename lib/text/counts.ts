import { publication } from '@/lib/site/publication';

const numberFormat = new Intl.NumberFormat(publication.locale);

/** "1,204". */
export function formatNumber(count: number): string {
  return numberFormat.format(count);
}

/** "1 story", "1,204 stories". */
export function formatCount(count: number, one: string, many: string): string {
  return `${numberFormat.format(count)} ${count === 1 ? one : many}`;
}

/** "Peace Talks", "Peace Talks and Diplomacy", "Ukraine, Russia and Diplomacy". */
export function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(publication.locale, { type: 'conjunction' }).format(words);
}
