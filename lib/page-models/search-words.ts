import type { SearchRecord } from '@/lib/store/search-queries';
import { formatCount } from '@/lib/text/counts';
import { formatDay } from '@/lib/text/dates';
import { dayOf, isoDay, type SearchAddress, UNREADABLE } from '@/lib/text/search-address';

/** What a search says of its answers. */

/** Of stories before `since`. */
const NOT_ALL = 'The words are in so many stories that earlier ones were not searched.';

/** @param asked what was understood of the address */
export function summarise(asked: SearchAddress, found: SearchRecord): string {
  const { q } = asked;
  if (q === '') return 'Search headlines and full texts. Put a phrase in “quotation marks”.';
  const { since, total, hasMore, by } = found;
  const where = whereOf(since === null ? asked : { ...asked, from: isoDay(since) }, found);
  const stories = formatCount(total, 'story', 'stories');
  if (total === 0) return `No story${where} answers ${quoted(q)}.${adviceFor(found)}`;
  if (hasMore) {
    const order = asked.sort === 'date' ? 'newest first' : 'best first';
    return `More than ${stories} for ${quoted(q)}${where}: the newest of them, ${order}. Add words to find older ones.`;
  }
  if (by === 'words') {
    return `${stories} for ${quoted(q)}${where}${since === null ? '' : `. ${NOT_ALL}`}`;
  }
  const begin = total === 1 ? 'holds a word that begins' : 'hold words that begin';
  const begun = `No story${where} answers ${quoted(q)} word for word; ${stories} ${begin} like its last one.`;
  return since === null ? begun : `${begun} ${NOT_ALL}`;
}

/** Where other help is at hand, that comes first. */
function adviceFor({ respelt, elsewhere, since }: SearchRecord): string {
  if (since !== null) return ` ${NOT_ALL}`;
  return respelt === null && elsewhere === null
    ? ' Try fewer or other words, or choose a topic below.'
    : '';
}

/** " in World, on Ukraine, from 1 January 2025"; empty when the whole paper was searched. */
function whereOf({ from, to }: SearchAddress, { section, tag }: SearchRecord): string {
  const parts = [
    ...(section === null ? [] : [`in ${section.name}`]),
    ...(tag === null ? [] : [`on ${tag.name}`]),
    ...daysOf(from, to),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(', ')}`;
}

function daysOf(from: string, to: string): string[] {
  if (from !== '' && from === to) return [`of ${wordDay(from)}`];
  if (from !== '' && to !== '') return [`from ${wordDay(from)} to ${wordDay(to)}`];
  if (from !== '') return [`from ${wordDay(from)} on`];
  return to === '' ? [] : [`up to ${wordDay(to)}`];
}

function wordDay(day: string): string {
  const instant = dayOf(day);
  return instant === null ? day : formatDay(instant);
}

/** A question within a sentence; one that has quotation marks of its own needs no others. */
export function quoted(question: string): string {
  return question.includes('"') ? question : `“${question}”`;
}

/** What was left out of the question, and why. */
export function listNotes(
  { section, tag, from, to, sort }: SearchAddress,
  found: SearchRecord,
): readonly string[] {
  return [
    ...(section !== '' && found.section === null
      ? [`There is no section “${section}”: all were searched.`]
      : []),
    ...(tag !== '' && found.tag === null ? [`There is no topic “${tag}”: all were searched.`] : []),
    ...[from, to]
      .filter((day) => day === UNREADABLE)
      .map(() => 'A day is written as 2025-12-22: what was given was left out.'),
    ...(sort === UNREADABLE
      ? ['Stories can be sorted by relevance or by date: here by relevance.']
      : []),
  ].filter((note, index, all) => all.indexOf(note) === index);
}

/** Where answers would be without the filters; null when nowhere. */
export function wordElsewhere({ elsewhere }: SearchRecord): string | null {
  if (elsewhere === null) return null;
  const stories = formatCount(elsewhere.stories, 'story', 'stories');
  return elsewhere.orMore ? `${stories} or more` : stories;
}
