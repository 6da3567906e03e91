import { expect, test } from 'vitest';
import { buildHead } from '@/lib/page-models/head';
import { buildNewsroom, newsroomReference } from './newsroom';

const head = buildHead({ title: null, description: 'News.', path: '/' });
const pages = (...slugs: readonly string[]) => ({
  sections: [],
  pages: slugs.map((slug) => ({ href: `/${slug}`, text: slug })),
});
const pathOf = (address: unknown) => new URL(String(address)).pathname;

test('names the policies and the contact that have a page', () => {
  const newsroom = buildNewsroom(head, pages('about', 'contact', 'corrections-policy', 'ethics'));
  expect(pathOf(newsroom.publishingPrinciples)).toBe('/about');
  expect(pathOf(newsroom.correctionsPolicy)).toBe('/corrections-policy');
  expect(pathOf(newsroom.ethicsPolicy)).toBe('/ethics');
  expect(newsroom.contactPoint).toMatchObject({ url: expect.stringMatching(/\/contact$/) });
});

test('is silent of those that have none', () => {
  const newsroom = buildNewsroom(head, pages('privacy'));
  expect(Object.keys(newsroom)).not.toContain('contactPoint');
  expect(Object.keys(newsroom).filter((name) => /Policy|Principles/.test(name))).toEqual([]);
});

test('elsewhere it is name, address and identity', () => {
  expect(Object.keys(newsroomReference(head))).toEqual(['@type', '@id', 'name', 'url']);
});
