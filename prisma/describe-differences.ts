import process from 'node:process';
import { styleText } from 'node:util';
import type { FieldDifference } from '@/lib/store/publish-differences';
import type { ArticleDifference, PublishReport } from '@/lib/store/publish-report';
import type { DiffLine } from '@/lib/text/word-diff';

/** Words around a change that are shown with it. */
const AROUND = 40;

/** Everything that would become different, story by story and field by field. */
export function* describeDifferences({ articles }: PublishReport): Generator<string> {
  const told = new Map(articles.differences.map((difference) => [difference.slug, difference]));
  const fields = (slug: string) => told.get(slug)?.fields.flatMap(describeField) ?? [];
  for (const slug of articles.created) yield `  new        ${slug}`;
  for (const slug of articles.updated) yield* [`  changed    ${slug}`, ...fields(slug)];
  for (const { from, to } of articles.renamed) {
    yield* [`  renamed    ${from} is now ${to}`, ...fields(to)];
  }
  for (const slug of articles.withdrawn) yield `  withdrawn  ${slug}`;
  yield* articles.differences.flatMap(describeReturn);
}

/** Said once more in words, since it is what matters most of such a change. */
function describeReturn({ slug, fields }: ArticleDifference): string[] {
  return fields.flatMap((difference) => {
    if (difference.field !== 'withdrawn' || 'lines' in difference) return [];
    if (difference.before === null) return [`  ${slug} is taken back`];
    return difference.after === null ? [`  ${slug} is restored`] : [];
  });
}

function describeField(difference: FieldDifference): string[] {
  if ('lines' in difference) return describeText(difference.lines);
  const { field, before, after } = difference;
  const [old, now] = [before ?? 'nothing', after ?? 'nothing'];
  return [`    ${field}: ${removed(old)} → ${added(now)}`];
}

function describeText(lines: readonly DiffLine[]): string[] {
  if (lines.length === 0) return ['    text: the words are the same; links or forms are not'];
  return lines
    .filter(({ kind }) => kind !== 'same')
    .map(({ parts }) => {
      const shown = parts.map(({ kind, text }, index) => {
        if (kind === 'added') return added(text);
        if (kind === 'removed') return removed(text);
        return shorten(text, index > 0, index < parts.length - 1);
      });
      return `    text: ${shown.join('')}`;
    });
}

/** Of words that stayed, those beside the ones that did not. */
function shorten(text: string, hasBefore: boolean, hasAfter: boolean): string {
  if (text.length <= 2 * AROUND) return text;
  const start = hasBefore ? text.slice(0, AROUND) : '';
  const end = hasAfter ? text.slice(-AROUND) : '';
  return `${start} … ${end}`;
}

const colours = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

function added(text: string): string {
  return colours ? styleText('green', text) : `{+${text}+}`;
}

function removed(text: string): string {
  return colours ? styleText(['red', 'strikethrough'], text) : `[-${text}-]`;
}
