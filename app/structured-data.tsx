import type { Frame } from '@/lib/page-models/model';
import type { Page } from '@/lib/page-models/page';
import { buildGraph } from '@/lib/syndication/json-ld/graph';
import { renderScriptJson } from '@/lib/syndication/json-ld/script-json';

type Props = Readonly<{ page: Page; frame: Frame }>;

/** The page in schema.org's words, after all that readers see. Data: no policy need allow it. */
export function StructuredData({ page, frame }: Props) {
  const graph = buildGraph(page, frame);
  if (graph === null) return null;
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React writes quotation marks as references, which scripts do not resolve
      dangerouslySetInnerHTML={{ __html: renderScriptJson(graph) }}
    />
  );
}
