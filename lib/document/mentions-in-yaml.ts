import { fieldName } from './check-fields';
import { isRecord } from './explain-issue';
import type { Mention } from './mentions';
import type { Path, YamlSource } from './yaml-source';

/**
 * The slugs that stand at a path, alone or in a list. They are taken from the YAML as written, so
 * that references are checked even where another field of the file is wrong.
 */
export function mentionsIn(yaml: YamlSource, kind: Mention['kind'], path: Path): Mention[] {
  const found = path.reduce<unknown>(
    (value, step) => (isRecord(value) ? value[String(step)] : undefined),
    yaml.value,
  );
  const at = (value: unknown, where: Path): Mention[] =>
    typeof value === 'string'
      ? [{ kind, value, field: fieldName(where), ...yaml.place(where) }]
      : [];
  return Array.isArray(found)
    ? found.flatMap((value: unknown, index) => at(value, [...path, index]))
    : at(found, path);
}
