import { checkFields } from './check-fields';
import type { FrontDocument, SectionDocument, TagDocument } from './documents';
import { isRecord } from './explain-issue';
import { frontSchema, sectionsSchema, tagsSchema } from './list-schemas';
import type { Mention } from './mentions';
import { mentionsIn } from './mentions-in-yaml';
import type { Report } from './report';
import { parseYaml, type YamlSource } from './yaml-source';

/** One of the YAML files read by itself; `slugs` are known even when a field is wrong. */
export type ParsedList<Document> = Readonly<{
  report: Report;
  document: Document | null;
  /** What the file defines (sections, tags), with its places; null when it cannot be read. */
  slugs: readonly Mention[] | null;
  /** Other slugs for the same things (aliases of tags), and what each leads to. */
  aliases: readonly Readonly<Mention & { of: string }>[];
  mentions: readonly Mention[];
}>;

export function parseSections(
  text: string,
  report: Report,
): ParsedList<readonly SectionDocument[]> {
  const yaml = parseYaml(text, 1, 'sections', report);
  if (yaml === null) return nothing(report);
  const document = checkFields(sectionsSchema, yaml, report);
  const count = Array.isArray(yaml.value) ? yaml.value.length : 0;
  const slugs = Array.from({ length: count }, (_, index) =>
    mentionsIn(yaml, 'section', [index, 'slug']),
  ).flat();
  return { ...nothing(report), document, slugs };
}

export function parseTags(text: string, report: Report): ParsedList<readonly TagDocument[]> {
  const yaml = parseYaml(text, 1, 'tags', report);
  if (yaml === null) return nothing(report);
  const fields = checkFields(tagsSchema, yaml, report);
  const keys = isRecord(yaml.value) ? Object.keys(yaml.value) : [];
  return {
    report,
    document:
      fields === null
        ? null
        : Object.entries(fields).map(([slug, tag]) => ({
            slug,
            name: tag.name,
            description: tag.description,
            parent: tag.parent ?? null,
            includesChildren: tag.includesChildren ?? false,
            aliases: tag.aliases ?? [],
            iptc: tag.iptc ?? null,
            wikidata: tag.wikidata ?? null,
          })),
    slugs: keys.map((key) => keyMention(yaml, key)),
    aliases: keys.flatMap((key) =>
      mentionsIn(yaml, 'tag', [key, 'aliases']).map((alias) => ({ ...alias, of: key })),
    ),
    mentions: keys.flatMap((key) => mentionsIn(yaml, 'tag', [key, 'parent'])),
  };
}

export function parseFront(text: string, report: Report): ParsedList<FrontDocument> {
  const yaml = parseYaml(text, 1, 'front', report);
  if (yaml === null) return nothing(report);
  const fields = checkFields(frontSchema, yaml, report);
  return {
    ...nothing(report),
    document: fields && { lead: fields.lead ?? null, featured: fields.featured ?? [] },
    mentions: [...mentionsIn(yaml, 'story', ['lead']), ...mentionsIn(yaml, 'story', ['featured'])],
  };
}

function keyMention(yaml: YamlSource, key: string): Mention {
  return { kind: 'tag', value: key, field: key, ...yaml.place([key], 'key') };
}

/** What is known of a file that is missing or that cannot be read. */
export function nothing(report: Report) {
  return { report, document: null, slugs: null, aliases: [], mentions: [] };
}
