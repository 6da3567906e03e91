import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

const folder = 'scripts/testing/sitemap-schemas';

/**
 * What a validator says against a file of a sitemap; nothing, if it is as the protocol wants it.
 * A file of pages is held against the schema that sitemaps.org publishes, and against ours, which
 * wants dates with a time and a zone. An index is held against ours alone: no package brings the
 * published one, of which ours allows a part.
 */
export async function checkSitemap(xml: string): Promise<readonly string[]> {
  const roots = /<sitemapindex\b/.test(xml) ? ['siteindex.xsd'] : ['protocol.xsd', 'sitemap.xsd'];
  const preload = [
    ...(await Promise.all(['common.xsd', 'image.xsd', 'news.xsd'].map(read))),
    {
      fileName: 'published.xsd',
      contents: await readFile('node_modules/sitemap/schema/sitemap.xsd', 'utf8'),
    },
  ];
  const results = await Promise.all(
    roots.map(async (root) =>
      validateXML({
        xml: { fileName: 'sitemap.xml', contents: xml },
        schema: [await read(root)],
        preload,
      }),
    ),
  );
  return results.flatMap(({ errors }) => errors.map(({ message }) => message));
}

async function read(fileName: string) {
  return { fileName, contents: await readFile(path.join(folder, fileName), 'utf8') };
}
