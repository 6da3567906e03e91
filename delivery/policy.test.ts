import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from './policy';

const nothing = { styles: [], scripts: [] };
const sha256 = (text: string) =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('the policy of a page', () => {
  test('allows no script, no style and no foreign origin', () => {
    expect(directives(contentSecurityPolicy(nothing, false))).toEqual({
      'default-src': "'none'",
      'script-src': "'none'",
      'style-src': "'none'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  test('allows the styles and scripts that stand in the page, and no others', () => {
    const policy = directives(
      contentSecurityPolicy({ styles: ['a{}', 'é{}', 'a{}'], scripts: ['let a'] }, false),
    );
    expect(policy['style-src']).toBe(`${sha256('a{}')} ${sha256('é{}')}`);
    expect(policy['script-src']).toBe(sha256('let a'));
    expect(Object.values(policy).join()).not.toContain('unsafe');
  });

  test('hashes a text with the line ends that a browser sees', () => {
    const policy = contentSecurityPolicy({ styles: ['a{}\r\nb{}\rc{}'], scripts: [] }, false);
    expect(policy).toContain(sha256('a{}\nb{}\nc{}'));
  });

  test('asks for https only where the site has it', () => {
    expect(contentSecurityPolicy(nothing, true)).toMatch(/; upgrade-insecure-requests$/);
    expect(contentSecurityPolicy(nothing, false)).not.toContain('upgrade');
  });
});
