import { HtmlValidate } from 'html-validate';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // React writes attributes, entities and void elements in one way of its own.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // A headline may be as long as the editors make it.
    'long-title': 'off',
  },
});

/** Renders a fragment of a page and refuses HTML that a checker would. */
export async function renderChecked(element: ReactElement): Promise<string> {
  const html = renderToStaticMarkup(element);
  const report = await validator.validateString(html);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, column }) =>
        `${ruleId}: ${message} near ${html.slice(column - 1, column + 80)}`,
    ),
  );
  expect(faults).toEqual([]);
  return html;
}

/** The levels of the headings, in order. */
export function headingLevels(html: string): number[] {
  return [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
}

/** A page has one `h1`, first of its headings, and never goes down by more than one level. */
export function expectSoundOutline(html: string): void {
  const levels = headingLevels(html);
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect(skips).toEqual([]);
}
