/** The address of a Wikidata item as linked data names it: `Q212`. */
export function wikidataUrl(item: string): string {
  return `http://www.wikidata.org/entity/${item}`;
}
