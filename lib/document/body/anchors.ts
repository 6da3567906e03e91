import { anchorOf } from '@/lib/text/slugs';
import { asWritten } from '../typography/typeset';

/** Gives each anchor of a body an id of its own words, as written; only a repeated one gets a counter. */
export class Anchors {
  private readonly taken = new Set<string>();

  claim(words: string): string {
    const base = anchorOf(asWritten(words)) || 'part';
    let id = base;
    for (let counter = 2; this.taken.has(id); counter += 1) id = `${base}-${counter}`;
    this.taken.add(id);
    return id;
  }

  has(id: string): boolean {
    return this.taken.has(id);
  }
}
