import { expect, test } from 'playwright/test';
import { htmlErrors } from '../page-checks';
import { publishedPaper } from './published-stories';
import { listStories } from './served';

test('an HTML checker finds no error in any story, or in the lists that name it', async ({
  request,
}) => {
  test.setTimeout(240_000);
  const { sections, tags, authors } = await publishedPaper();
  const lists = [
    ...sections.map((slug) => `/${slug}`),
    ...tags.map((slug) => `/tag/${slug}`),
    ...authors.map((slug) => `/author/${slug}`),
    ...['/', '/archive', '/corrections', '/tags', '/search?q=the'],
  ];
  const wrong: string[] = [];
  for (const path of [...(await listStories(request)), ...lists]) {
    const response = await request.get(path);
    const errors = await htmlErrors(await response.text());
    wrong.push(...errors.map((error) => `${path}: ${error}`));
  }
  expect(wrong).toEqual([]);
});
