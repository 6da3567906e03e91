import { describe, expect, test } from 'vitest';
import { Stylesheet } from './stylesheet';

const cut = (css: string, ...names: string[]) => new Stylesheet(css).cutTo(new Set(names));

describe('A style sheet cut to a document', () => {
  test.each([
    ['p{color:red}', ['p'], 'p{color:red}'],
    ['p{color:red}', ['a'], ''],
    ['.a .b{color:red}', ['.a', '.b'], '.a .b{color:red}'],
    ['.a .b{color:red}', ['.b'], ''],
    ['.a,.b{color:red}', ['.b'], '.b{color:red}'],
    ['A:hover{color:red}', ['a'], 'A:hover{color:red}'],
    [':is(.a,.b) p{color:red}', ['.b', 'p'], ':is(.a,.b) p{color:red}'],
    [':is(.a,.b) p{color:red}', ['.c', 'p'], ''],
    ['body:has(.front) p{color:red}', ['body', 'p'], ''],
    ['p:has(+.a){color:red}', ['p', '.a'], 'p:has(+.a){color:red}'],
    ['p:not(.a){color:red}', ['p'], 'p:not(.a){color:red}'],
    ['[lang],*,::before,:root,#a{margin:0}', [], '[lang],*,::before,:root,#a{margin:0}'],
    ['@media print{p{color:red}.a{color:red}}', ['p'], '@media print{p{color:red}}'],
    ['@media print{.a{color:red}}', ['p'], ''],
    ['@supports (a:b){@media print{.a{color:red}}}', ['p'], ''],
  ])('%s in one with %j is “%s”', (css, names, expected) => {
    expect(cut(css, ...names)).toBe(expected);
  });

  test('keeps what is no rule for elements', () => {
    const css =
      '@font-face{font-family:A;src:url(/a.woff2)}@page{margin:2cm}@view-transition{navigation:auto}@import "a.css";';
    expect(cut(css)).toBe(css);
  });

  test('keeps the order of layers, though nothing of the first is left', () => {
    expect(
      cut('@layer one{.a{margin:0}}@layer two{p{margin:1px}}@layer one{.b{margin:0}}', 'p'),
    ).toBe('@layer one{}@layer two{p{margin:1px}}');
  });

  test('keeps values as they stand', () => {
    const css =
      'p{--a: ;--b:"x\\"y";content:" (" attr(href) ")" / "";width:calc(100% - 2*var(--c));margin:0!important}';
    expect(cut(css, 'p')).toBe(css);
  });
});
