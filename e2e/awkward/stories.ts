/** Stories that are hard to show, as files beside those of the real paper. */

type Fields = Readonly<Record<string, unknown>>;

/** Straight marks would be set as in print; letters are what is tried here. */
const yaml = (value: unknown) => JSON.stringify(value);

function file(fields: Fields, body: string): string {
  const all: Fields = {
    standfirst: 'What is hard to show is shown.',
    authors: ['culture-desk'],
    tags: ['awkward'],
    firstPublishedAt: '2026-02-03T10:00:00Z',
    sources: [{ name: 'Nobody' }],
    ...fields,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${yaml(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

const long = 'The Headline That Never Seems to End '.repeat(6).slice(0, 200).trim();
const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const arabic = 'قال المفاوضون إنّ المحادثات في ميامي كانت مثمرة، 2025';

const corrections = Array.from({ length: 10 }, (_, index) => ({
  at: `2026-02-0${4 + Math.floor(index / 5)}T0${index % 5}:00:00Z`,
  text: `Correction ${index}: an earlier version said that 1 < ${index} & that ]]> ends something.`,
}));

const chapter = (index: number) =>
  `## Chapter ${index}\n\n${`Sentence number ${index} says what many others have said before it. `.repeat(60)}`;

export const files: Readonly<Record<string, string>> = {
  'articles/culture/awkward-long-headline.md': file({ headline: long, standfirst: long }, long),
  'articles/culture/awkward-long-word.md': file(
    { headline: `${word} ${word}`, kicker: word.slice(0, 60), standfirst: word },
    `${word}\n\n- ${word}\n\n> ${word}`.replace('> ', ''),
  ),
  'articles/culture/awkward-right-to-left.md': file(
    { headline: arabic, standfirst: arabic, kicker: 'تحليل', language: 'ar' },
    `${arabic}.\n\n:::quote{by="المفاوض"}\n${arabic}\n:::\n\n:::timeline{title="${arabic}"}\n- :at[2022]{date="2022-02-24"} ${arabic}\n:::`,
  ),
  'articles/culture/awkward-emoji.md': file(
    { headline: '👩🏽‍🚀 and 🇺🇦: 𠮷野家, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﷽', standfirst: '👨‍👩‍👧‍👦' },
    '👩🏽‍🚀 🇺🇦 𠮷野家 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  ),
  'articles/culture/awkward-chinese.md': file(
    {
      headline: '米亚米会谈在没有协议的情况下结束',
      standfirst: '双方同意下周再次会面。',
      language: 'zh-Hans',
    },
    '双方同意下周再次会面。',
  ),
  'articles/culture/awkward-thai.md': file(
    { headline: 'การเจรจาที่ไมอามีสิ้นสุดลง', standfirst: 'ทั้งสองฝ่ายจะพบกันอีกครั้ง', language: 'th' },
    'ทั้งสองฝ่ายจะพบกันอีกครั้งในสัปดาห์หน้า',
  ),
  'articles/culture/awkward-markup.md': file(
    {
      headline: '<b>Tags</b> &amp; entities ]]> <![CDATA[ x ]]> <!-- --> {{ x }}',
      standfirst: '</script><script>ran()</script> &lt;p&gt;',
    },
    'Some \\<b\\>tags\\</b\\> \\&amp; entities ]]\\> \\<!\\[CDATA\\[ x \\]\\]\\> `<i>&lt;</i>` \\# 1. \\*a\\*',
  ),
  'articles/culture/awkward-nothing-much.md': file(
    { headline: 'No', standfirst: 'Yes.', tags: [] },
    'Two words.',
  ),
  'articles/culture/awkward-ten-corrections.md': file(
    {
      headline: 'A story corrected ten times',
      contentUpdatedAt: '2026-02-05T04:00:00Z',
      corrections,
    },
    'At last it is right.',
  ),
  'articles/culture/awkward-very-long.md': file(
    { headline: 'A story of thirty thousand words' },
    Array.from({ length: 50 }, (_, index) => chapter(index)).join('\n\n'),
  ),
  'articles/culture/awkward-forty-tags.md': file(
    {
      headline: 'A story about everything',
      tags: Array.from({ length: 40 }, (_, index) => `awkward-${index}`),
    },
    'It is about this, that and the other.',
  ),
};

const tag = (slug: string, name: string) =>
  `\n${slug}:\n  name: ${yaml(name)}\n  description: ${yaml(`${name} & <more>`)}\n`;

/** What is added at the end of the lists. */
export const additions: Readonly<Record<string, string>> = {
  'tags.yaml': [
    tag('awkward', 'Awkward ]]> & <tags>'),
    ...Array.from({ length: 40 }, (_, index) => tag(`awkward-${index}`, `Tag ${index} “${index}”`)),
  ].join(''),
};
