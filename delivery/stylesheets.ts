import { Stylesheet } from './stylesheet';

/** What can end a style element before its time (HTML, 13.1.2.6). */
const ENDS_ELEMENT = /<\/style/i;

/**
 * The renderer's style sheets, each read once: their addresses hold a hash of what they say, so that
 * what was read stays true for as long as anything names it.
 */
export class Stylesheets {
  readonly #read: (address: string) => Promise<string>;
  readonly #sheets = new Map<string, Stylesheet>();

  /** @param read asks the renderer; throws when it does not have it */
  constructor(read: (address: string) => Promise<string>) {
    this.#read = read;
  }

  /** By address. */
  get known(): ReadonlyMap<string, Stylesheet> {
    return this.#sheets;
  }

  /** Makes them known. Throws when one cannot be read or cannot stand in a page. */
  async load(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) {
      if (this.#sheets.has(address)) continue;
      const text = await this.#read(address);
      if (ENDS_ELEMENT.test(text)) throw new Error(`${address} cannot stand in a style element`);
      this.#sheets.set(address, new Stylesheet(text));
    }
  }
}
