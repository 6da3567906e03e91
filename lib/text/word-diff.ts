import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words that is in both texts, in the later alone, or in the earlier alone. */
export type DiffPart = Readonly<{ kind: 'same' | 'added' | 'removed'; text: string }>;

/** A line of the later text, or of the earlier where it is gone, as the runs that it consists of. */
export type DiffLine = Readonly<{
  kind: 'same' | 'changed' | 'added' | 'removed';
  parts: readonly DiffPart[];
}>;

/** Steps after which two lines count as different from end to end. */
const MOST_EDITS = 2_000;

/**
 * What is different between two texts, line by line, and word by word in lines that changed. Of
 * lines that stand in each other's place the first changed into the first, and so on.
 */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let removed: readonly string[] = [];
  const flush = (added: readonly string[]) => {
    const pairs = Math.max(removed.length, added.length);
    for (let index = 0; index < pairs; index += 1) {
      lines.push(diffLine(removed[index], added[index]));
    }
    removed = [];
  };
  for (const change of diffArrays([...before], [...after])) {
    if (change.removed) removed = change.value;
    else if (change.added) flush(change.value);
    else {
      flush([]);
      for (const text of change.value)
        lines.push({ kind: 'same', parts: [{ kind: 'same', text }] });
    }
  }
  flush([]);
  return lines;
}

function diffLine(before: string | undefined, after: string | undefined): DiffLine {
  if (before === undefined) return { kind: 'added', parts: [{ kind: 'added', text: after ?? '' }] };
  if (after === undefined) return { kind: 'removed', parts: [{ kind: 'removed', text: before }] };
  return { kind: 'changed', parts: diffWords(before, after) };
}

/** Word by word; words are what the language of most letters takes for words. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const changes = diffWordsWithSpace(before, after, {
    intlSegmenter: SEGMENTER,
    maxEditLength: MOST_EDITS,
  });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return inPhrases(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  );
}

/** Changed words with nothing but a space between them are read together, the earlier ones first. */
function inPhrases(parts: readonly DiffPart[]): readonly DiffPart[] {
  const phrases: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') phrases.push({ kind: 'removed', text: removed });
    if (added !== '') phrases.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const [index, part] of parts.entries()) {
    const isBetween = index > 0 && index < parts.length - 1 && /^\s+$/.test(part.text);
    if (part.kind === 'same' && !isBetween) {
      flush();
      phrases.push(part);
      continue;
    }
    if (part.kind !== 'added') removed += part.text;
    if (part.kind !== 'removed') added += part.text;
  }
  flush();
  return phrases;
}

/** Finds words where no spaces part them, too. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });
