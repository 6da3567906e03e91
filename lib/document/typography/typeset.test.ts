import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset, typesetLine } from './typeset';

/** `_` stands for a no-break space, `~` for a narrow one. */
function shown(text: string): string {
  return text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');
}

function set(text: string, language = 'en'): string {
  return shown(typesetLine(text, language));
}

describe('quotation marks', () => {
  it.each([
    ['"Yes," he said.', '“Yes,” he said.'],
    ['He said "yes".', 'He said “yes”.'],
    ['"He said \'no\' twice"', '“He said ‘no’ twice”'],
    ['"He said \'no\'"', '“He said ‘no’”'],
    ['"\'No,\' he said"', '“‘No,’ he said”'],
    ['("So")', '(“So”)'],
    ['["So"]', '[“So”]'],
    ['the "a"/"b" choice', 'the “a”/“b” choice'],
    ['he stopped–"no"–and went', 'he stopped–“no”–and went'],
    ['"But I–" he began', '“But I–” he began'],
    ['"…and then"', '“…and then”'],
    ['"Why?" "Because."', '“Why?” “Because.”'],
    ['the class of "1999"', 'the class of “1999”'],
    ['"It began in 1999" he said', '“It began in 1999” he said'],
    ['"An unclosed beginning', '“An unclosed beginning'],
    ['an end from above."', 'an end from above.”'],
    ['a lone " mark', 'a lone " mark'],
    ['“Set” and "not yet"', '“Set” and “not yet”'],
    ['“Set ‘well’ already”', '“Set ‘well’ already”'],
  ])('are turned by what stands beside them: %s', (typed, printed) => {
    expect(set(typed)).toBe(printed);
  });

  it.each([
    ['en', '“a ‘b’ c”'],
    ['en-GB', '“a ‘b’ c”'],
    ['de', '„a ‚b‘ c“'],
    ['fr', '«~a “b” c~»'],
    ['es-MX', '«a “b” c»'],
    ['uk', '«a „b“ c»'],
    ['ru', '«a „b“ c»'],
    ['pl', '„a «b» c”'],
    ['sv', '”a ’b’ c”'],
    ['ar', '"a \'b\' c"'],
    ['cy', '"a \'b\' c"'],
  ])('are those of the language: %s', (language, printed) => {
    expect(set('"a \'b\' c"', language)).toBe(printed);
  });

  it.each([
    ['ar', '«السلام» و "الحرب"'],
    ['he', 'צה"ל ו-צ\'ק'],
    ['en', 'the army, צה"ל, said'],
    ['ja', '「はい」"x"'],
  ])('stay as written where no custom is known: %s', (language, text) => {
    expect(set(text, language)).toBe(text);
  });
});

describe('apostrophes', () => {
  it.each([
    ["don't, O'Brien's, l'été", 'don’t, O’Brien’s, l’été'],
    ["the '90s and the 1990's", 'the ’90s and the 1990’s'],
    ["the summer of '68", 'the summer of ’68'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["'rock 'n' roll' is dead", '‘rock ’n’ roll’ is dead'],
    ["'Tis the season", '’Tis the season'],
    ["the dogs' bowls", 'the dogs’ bowls'],
    ["he called it 'the dogs' twice", 'he called it ‘the dogs’ twice'],
    ["the '60s and '70s' music", 'the ’60s and ’70s’ music'],
    ["'20 dead' in crash", '‘20 dead’ in crash'],
    ["'Was it '68?' she asked", '‘Was it ’68?’ she asked'],
  ])('are told from quotation marks: %s', (typed, printed) => {
    expect(set(typed)).toBe(printed);
  });

  it.each([
    ['fr', 'l\'"amour" d\'une mère', 'l’«~amour~» d’une mère'],
    ['de', "wie geht's 'Ihnen'", 'wie geht’s ‚Ihnen‘'],
    ['uk', "п'ять і м'ята", 'п’ять і м’ята'],
    ['cy', "mae'r", 'mae’r'],
  ])('stand within words of %s', (language, typed, printed) => {
    expect(set(typed, language)).toBe(printed);
  });
});

describe('signs of measures', () => {
  it.each([
    ['5\'11" tall', '5′11″ tall'],
    ['"He is 6\'2" tall," she said', '“He is 6′2″ tall,” she said'],
    ["40°26'46\"N and 79°58'W", '40°26′46″N and 79°58′W'],
    ['a 12" record', 'a 12″ record'],
    ["a 6' wall", 'a 6′ wall'],
    ["1'000'000", '1’000’000'],
  ])('follow their numbers: %s', (typed, printed) => {
    expect(set(typed)).toBe(printed);
  });
});

describe('dashes', () => {
  it.each([
    ['They came - and left.', 'They came – and left.'],
    ['They came -- and left.', 'They came – and left.'],
    ['They came--and left.', 'They came – and left.'],
    ['They came --- and left.', 'They came – and left.'],
    ['"But I--" he began', '“But I–” he began'],
    ['he said--"no"', 'he said – “no”'],
    ['from 2019-2021', 'from 2019–2021'],
    ['(1914-18)', '(1914–18)'],
    ['pp. 12-34', 'pp._12–34'],
    ['pages 7-9', 'pages 7–9'],
    ['Dec. 19-21, 2025', 'Dec._19–21, 2025'],
    ['19-21 December', '19–21_December'],
  ])('come of hyphens between words and in sure ranges: %s', (typed, printed) => {
    expect(set(typed)).toBe(printed);
  });

  it.each([
    'a well-known son-in-law',
    '2022-02-24',
    '2022-02 and 2009-10',
    'they won 3-2',
    '10 - 3 = 7',
    '+1 202-555-0143',
    '555-1234',
    '020 1914-1918',
    'ISBN 978-0-14-311526-7',
    'ISSN 1536-1985',
    'loi n°_1985-1999',
    'run it --check only',
    '- 5 degrees',
    "see https://example.org/2019-2021/a--b...c/it's?x=1-2",
    'mail first--last@example.org',
    '2021-2019',
  ])('do not come of other hyphens: %s', (text) => {
    expect(set(text.replaceAll('_', '\u00a0'))).toBe(text);
  });

  it.each([
    ['de', 'er kam - und ging', 'er kam – und ging'],
    ['fr', 'il vint - et partit', 'il vint – et partit'],
    ['es', 'vino - y se fue', 'vino — y se fue'],
    ['uk', 'Київ - столиця', 'Київ_— столиця'],
    ['ru', 'Киев — столица', 'Киев_— столица'],
    ['cy', 'daeth - ac aeth', 'daeth - ac aeth'],
  ])('are those of the language: %s', (language, typed, printed) => {
    expect(set(typed, language)).toBe(printed);
  });
});

describe('an ellipsis', () => {
  it.each([
    ['Wait... what?', 'Wait… what?'],
    ['"...and [...]"', '“…and […]”'],
    ['a....b ../c', 'a....b ../c'],
    ['.../x', '.../x'],
  ])('comes of three dots: %s', (typed, printed) => {
    expect(set(typed)).toBe(printed);
  });
});

describe('a space at which no line breaks', () => {
  it.each([
    ['5 km, 80 % and 3 °C', '5_km, 80_% and 3_°C'],
    ['2 per cent of 3.5 million', '2_per cent of 3.5_million'],
    ['299,792,458 m/s', '299,792,458_m/s'],
    ['J. K. Rowling, J. R. R. Tolkien', 'J._K. Rowling, J._R._R. Tolkien'],
    ['on Dec. 22, on 22 December, May 9', 'on Dec._22, on 22_December, May_9'],
    ['December 2025', 'December 2025'],
    ['p. 4, No. 5, § 6, vol. 2', 'p._4, No._5, §_6, vol._2'],
    ['U.S. $5 and US $5', 'U.S._$5 and US_$5'],
    ['in 1990 most of 5 men', 'in 1990 most of 5 men'],
  ])('stands beside numbers and initials: %s', (typed, printed) => {
    expect(set(typed)).toBe(printed);
  });

  it.each([
    ['de', 'am 3. Oktober, 5 Prozent, Nr. 5', 'am 3._Oktober, 5_Prozent, Nr._5'],
    ['fr', 'le 14 juillet, 3 millions', 'le 14_juillet, 3_millions'],
    ['uk', '24 серпня, 5 млн', '24_серпня, 5_млн'],
    ['pl', '1 maja, 5 mln', '1_maja, 5_mln'],
  ])('knows the months and measures of %s', (language, typed, printed) => {
    expect(set(typed, language)).toBe(printed);
  });

  it.each([
    ['Quoi? Non!', 'Quoi~? Non~!'],
    ['Quoi ?! Il dit : « oui » ; bon', 'Quoi~?! Il dit_: «~oui~»~; bon'],
    ['à 10:30, «oui»', 'à 10:30, «~oui~»'],
    ['déjà_: «_là_»', 'déjà_: «_là_»'],
  ])('sets marks off in French: %s', (typed, printed) => {
    expect(set(typed.replaceAll('_', '\u00a0'), 'fr')).toBe(printed);
  });

  it('never joins more than a line of 320 pixels holds', () => {
    const busy =
      'On Dec. 22 J. R. R. T. paid U.S. $5 million for 20 km of No. 5, p. 4, 3 per cent.';
    const longest = Math.max(
      ...set(busy)
        .split(' ')
        .map((word) => word.length),
    );
    expect(longest).toBeLessThanOrEqual(15);
  });
});

describe('what its author wants kept', () => {
  it.each([
    [String.raw`a \"straight\" mark, don\'t`, 'a "straight" mark, don\'t'],
    [String.raw`2019\-2021, wait\...`, '2019-2021, wait...'],
    [String.raw`C:\new`, String.raw`C:\new`],
  ])('stays behind a backslash: %s', (typed, printed) => {
    expect(set(typed)).toBe(printed);
  });
});

describe('a paragraph of several runs', () => {
  it.each<[string, (readonly [string, string | null])[], string[]]>([
    [
      'emphasis',
      [
        ['"', 'en'],
        ['word', 'en'],
        ['" he said', 'en'],
      ],
      ['“', 'word', '” he said'],
    ],
    [
      'a link',
      [
        ['He read "', 'en'],
        ['it', 'en'],
        [' all," he said', 'en'],
      ],
      ['He read “', 'it', ' all,” he said'],
    ],
    [
      'an owner',
      [
        ['Bob', 'en'],
        ['\'s "stuff"', 'en'],
      ],
      ['Bob', '’s “stuff”'],
    ],
    [
      'code',
      [
        ['"', 'en'],
        ['\ufffc', null],
        ['" and "x"', 'en'],
      ],
      ['“', '\ufffc', '” and “x”'],
    ],
    [
      'code that holds marks',
      [
        ['a ', 'en'],
        ['"x--y"', null],
        [' "b"', 'en'],
      ],
      ['a ', '"x--y"', ' “b”'],
    ],
    [
      'another language',
      [
        ['He said "', 'en'],
        ['l\'"ami"', 'fr'],
        ['"', 'en'],
      ],
      ['He said “', 'l’«~ami~»', '”'],
    ],
    [
      'a line’s end',
      [
        ['"One', 'en'],
        ['\n', null],
        ['two"', 'en'],
      ],
      ['“One', '\n', 'two”'],
    ],
    [
      'a space at a bound',
      [
        ['5', 'en'],
        [' km', 'en'],
      ],
      ['5', '_km'],
    ],
    [
      'signs that two runs share, which stay',
      [
        ['so -', 'en'],
        [' and.', 'en'],
        ['..', 'en'],
      ],
      ['so -', ' and.', '..'],
    ],
  ])('is read as one text, through %s', (_, runs, printed) => {
    const set = typeset(runs.map(([text, language]) => ({ text, language })));
    expect(set.map(shown)).toEqual(printed);
  });
});

describe('any text', () => {
  const languages = fc.constantFrom('en', 'de', 'fr', 'es', 'uk', 'ru', 'pl', 'sv', 'ar', 'cy');
  const piece = fc.oneof(
    fc.constantFrom(
      ...['"', "'", '-', '--', '.', '...', ' ', '\u00a0', '\u202f', '“', '”', '„', '‘', '’', '‚'],
      ...['«', '»', '–', '—', '…', ':', ';', '!', '?', '(', ')', '′', '°', 'n', 's', 'J.', 'Dec.'],
      ...['5', '20', '1914', '2019', 'km', 'tis', 'é', 'я', 'م', 'ש', '\n', '\\', '/', '\ufffc'],
    ),
    fc.string({ maxLength: 3, unit: 'grapheme' }),
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  const runs = fc.array(fc.record({ text, language: fc.option(languages, { freq: 8 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  const characters = (texts: readonly string[]) => texts.join('').replace(/[^\p{L}\p{N}]/gu, '');

  it('is the same when it is set twice', () => {
    fc.assert(
      fc.property(runs, (runs) => {
        const once = typeset(runs);
        const again = typeset(
          runs.map(({ language }, run) => ({ text: once[run] ?? '', language })),
        );
        expect(again).toEqual(once);
      }),
      {
        numRuns: 2000,
        // Its second mark is understood only when the first is set.
        examples: [
          [
            [
              { text: ':""', language: 'de' },
              { text: 'ø', language: null },
            ],
          ],
        ],
      },
    );
  });

  it('keeps its letters and digits in their order', () => {
    fc.assert(
      fc.property(runs, (runs) => {
        expect(characters(typeset(runs))).toBe(characters(runs.map(({ text }) => text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a no-break space wherever one was written', () => {
    const count = (texts: readonly string[]) => texts.join('').split(/[\u00a0\u202f]/).length;
    fc.assert(
      fc.property(runs, (runs) => {
        expect(count(typeset(runs))).toBeGreaterThanOrEqual(count(runs.map(({ text }) => text)));
      }),
    );
  });
});
