import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { fetchRaw, fetchSettled } from '../fetch';
import { type Figure, show } from '../figure';
import type { Stage } from '../stage';
import { MIAMI } from './cached';

type Element = DefaultTreeAdapterTypes.Element;

/** One page of every type. */
const PAGES = [
  ...['/', MIAMI, '/science/the-keeling-curve', '/world', '/tag/diplomacy', '/author/world-desk'],
  ...[
    '/archive',
    '/archive/2025',
    '/archive/2025/12',
    '/archive/2025/12/22',
    '/archive/2026?page=2',
  ],
  ...['/corrections', '/tags', '/about', '/search', '/search?q=ceasefire', '/world/no-such-story'],
];

/** Scripts that hold data and never run. */
const DATA = ['application/ld+json', 'speculationrules'];

/** What a reader's connection carries. */
export async function measureWeight(stage: Stage): Promise<readonly Figure[]> {
  const { databaseUrl } = await stage.paper();
  const { port } = await stage.openSite(databaseUrl);
  let scripts = 0;
  for (const page of PAGES) {
    const { body } = await fetchRaw(port, page);
    for (const element of elementsOf(body.toString('utf8')))
      scripts += await scriptBytes(port, element);
  }
  const { first, settled: miami } = await fetchSettled(port, MIAMI, { 'accept-encoding': 'br' });
  if (miami.headers['content-encoding'] !== 'br') throw new Error('no brotli');
  const sheets = elementsOf((await fetchRaw(port, MIAMI)).body.toString('utf8')).filter(
    (element) => attribute(element, 'rel') === 'stylesheet',
  );
  if (sheets.length > 0) throw new Error('the styles are not in the page');
  return [
    {
      id: 'javascript',
      title: 'JavaScript on any page type',
      value: scripts,
      unit: 'bytes',
      detail: `inline, linked, preloaded and in attributes, on ${PAGES.length} pages`,
    },
    {
      id: 'miami html',
      title: 'The Miami story with all CSS, brotli',
      value: miami.body.length,
      unit: 'bytes',
      detail: `no other style sheet is needed; ${show(first.body.length)} bytes for its very first readers`,
    },
    {
      id: 'miami answer',
      title: 'The same with its headers: one first flight of TCP',
      value: miami.body.length + miami.headBytes,
      unit: 'bytes',
      detail: `${show(miami.headBytes)} bytes of headers`,
    },
  ];
}

async function scriptBytes(port: number, element: Element): Promise<number> {
  let bytes = 0;
  for (const { name, value } of element.attrs) if (/^on/.test(name)) bytes += value.length;
  if (element.tagName === 'script' && !DATA.includes(attribute(element, 'type') ?? '')) {
    bytes += element.childNodes.reduce(
      (sum, child) => sum + ('value' in child ? Buffer.byteLength(child.value) : 0),
      0,
    );
    bytes += await lengthOf(port, attribute(element, 'src'));
  }
  const preloaded =
    attribute(element, 'rel') === 'modulepreload' || attribute(element, 'as') === 'script';
  if (element.tagName === 'link' && preloaded) {
    bytes += await lengthOf(port, attribute(element, 'href'));
  }
  return bytes;
}

async function lengthOf(port: number, address: string | undefined): Promise<number> {
  if (address === undefined) return 0;
  return (await fetchRaw(port, address)).body.length;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((found) => found.name === name)?.value;
}

function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      found.push(child);
      walk(child);
    }
  };
  walk(parse(html));
  return found;
}
