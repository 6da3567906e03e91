import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

const folder = 'scripts/testing/sitemap-schemas';

/** What a validator says against a file of a sitemap; nothing, if it is as the protocol wants it. */
export async function checkSitemap(xml: string): Promise<readonly string[]> {
  const root = /<sitemapindex\b/.test(xml) ? 'siteindex.xsd' : 'sitemap.xsd';
  const result = await validateXML({
    xml: { fileName: 'sitemap.xml', contents: xml },
    schema: [await read(root)],
    preload: await Promise.all(['common.xsd', 'image.xsd', 'news.xsd'].map(read)),
  });
  return result.errors.map(({ message }) => message);
}

async function read(fileName: string) {
  return { fileName, contents: await readFile(path.join(folder, fileName), 'utf8') };
}
