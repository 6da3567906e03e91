import type { PushTarget } from '@/lib/site/push-targets';
import type { TargetRecord } from '@/lib/store/outbox';
import { formatInstant } from '@/lib/text/dates';

const COLUMNS = ['due', 'ahead', 'sent', 'refused', 'exhausted'] as const;

const EMPTY = { due: 0, ahead: 0, sent: 0, refused: 0, exhausted: 0, failure: null, retryAt: null };

/** How the outbox stands, as a table with a line for each target that something is wrong with. */
export function describeOutbox(
  targets: readonly PushTarget[],
  records: readonly TargetRecord[],
): readonly string[] {
  const configured = new Set(targets.map(({ url }) => url));
  const known = new Set(records.map(({ target }) => target));
  const all = [
    ...records,
    ...[...configured].filter((url) => !known.has(url)).map((target) => ({ ...EMPTY, target })),
  ];
  if (all.length === 0) {
    return ['Nobody is told of anything: neither INDEXNOW_KEY nor WEBSUB_HUBS is set.'];
  }
  const width = Math.max(...all.map(({ target }) => target.length));
  const row = (name: string, cells: readonly (string | number)[]) =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(9))].join('  ');
  return [
    row('target', COLUMNS),
    ...all.map((record) =>
      row(
        record.target,
        COLUMNS.map((column) => record[column]),
      ),
    ),
    ...all.flatMap((record) => remarksOn(record, configured.has(record.target))),
  ];
}

function remarksOn(
  { target, due, ahead, refused, exhausted, failure, retryAt }: TargetRecord,
  isConfigured: boolean,
): readonly string[] {
  const because = failure === null ? '' : ` (${failure})`;
  return [
    !isConfigured && due + ahead > 0
      ? [`${target} is not in this program’s settings: nothing is sent there.`]
      : [],
    refused > 0 ? [`${target} refused what it was told${because}. Mend it, then --retry.`] : [],
    exhausted > 0
      ? [`${target} was given up${refused > 0 ? '' : because}; --retry tries again.`]
      : [],
    refused === 0 && retryAt !== null
      ? [`${target} is left alone until ${formatInstant(retryAt)}${because}.`]
      : [],
  ].flat();
}
