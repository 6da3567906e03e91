/** A paper whose every field holds an attack, as files over those of the real one. */

/** Fields that take few characters. */
const brief = ['kicker', 'section', 'tag', 'author', 'role', 'provider'];

/** Breaks out of every place that a page could put it in. Begins with the field's name. */
export function attack(field: string): string {
  if (brief.includes(field)) return `${field} "'><script>ran()</script><svg onload=ran()>`;
  return `${field} "'>--></script></style></title><script>ran()</script><img src=x onerror=ran()><svg onload=ran()>`;
}

/** The same, to be kept as typed: marks that would be set as in print stand behind a backslash. */
const asTyped = (field: string) => attack(field).replaceAll(/["'.-]/g, '\\$&');

/** The same for Markdown, where every mark may mean something. */
const inMarkdown = (field: string) => attack(field).replaceAll(/[^\w ]/g, '\\$&');

const asReferences = (text: string) =>
  text.replaceAll(/[^\w ]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The same for the attribute of a directive, one that is plain text and one that is Markdown. */
const inAttribute = (field: string) => asReferences(asTyped(field));
const inMarkdownAttribute = (field: string) => asReferences(inMarkdown(field));

const yaml = (field: string) => JSON.stringify(asTyped(field));

export const story = '/world/attacks';
export const withdrawn = '/world/attacks-withdrawn';

const url = `https://example.org/?q="'><script>ran()</script>`;

const withEveryField = `---
headline: ${yaml('headline')}
kicker: ${yaml('kicker')}
standfirst: ${yaml('standfirst')}
authors: [attacker]
tags: [attacks]
firstPublishedAt: 2026-10-01T10:00:00Z
contentUpdatedAt: 2026-10-02T10:00:00Z
minor: true
changeNote: ${yaml('changenote')}
sources:
  - name: ${yaml('source')}
    url: ${JSON.stringify(url)}
    note: ${yaml('note')}
corrections:
  - at: 2026-10-02T10:00:00Z
    text: ${yaml('correction')}
related: [how-a-ceasefire-is-watched]
image:
  file: attacks.webp
  alt: ${yaml('alt')}
  caption: ${yaml('caption')}
  credit: ${yaml('credit')}
  rights: ${yaml('rights')}
seoTitle: ${yaml('seo')}
socialTitle: ${yaml('social')}
---

:::keypoints{title="${inAttribute('keypoints')}"}
- ${inMarkdown('keypoint')}
- Second.
- Third.
:::

${inMarkdown('paragraph')} *${inMarkdown('emphasis')}* **${inMarkdown('strong')}** \`${attack('code').replace('code', '')}\`
[${inMarkdown('link')}](<https://example.org/?q="'%3E%3Cscript>) :lang[${inMarkdown('words')}]{lang=fr}

## ${inMarkdown('heading')}

- ${inMarkdown('item')}

:::table{caption="${inMarkdownAttribute('tablecaption')}"}
| ${inMarkdown('columnhead')} | B |
| --- | ---: |
| ${inMarkdown('cell')} | 1 |
:::

::image[${inMarkdown('bodycaption')}]{file="attacks.webp" alt="${inAttribute('bodyalt')}" credit="${inAttribute('bodycredit')}" rights="${inAttribute('bodyrights')}"}

:::quote{by="${inMarkdownAttribute('quoteby')}" source="https://example.org/?q=&#34;&#39;&#62;"}
${inMarkdown('quote')}
:::

:::pullquote{by="${inMarkdownAttribute('pullquoteby')}"}
${inMarkdown('pullquote')}
:::

:::context{title="${inAttribute('contexttitle')}"}
${inMarkdown('context')}
:::

:::timeline{title="${inAttribute('timelinetitle')}"}
- :at[${inMarkdown('timelinedate')}]{date="2022-02-24"} ${inMarkdown('timelineentry')}
:::

::embed[${inMarkdown('embed')}]{url="https://example.org/?q=&#34;&#39;&#62;" provider="${inAttribute('provider')}"}
`;

const takenBack = `---
headline: ${yaml('goneheadline')}
standfirst: ${yaml('gonestandfirst')}
authors: [attacker]
tags: [attacks]
firstPublishedAt: 2026-10-01T10:00:00Z
sources:
  - name: Nobody
withdrawn:
  at: 2026-10-02T10:00:00Z
  reason: ${yaml('reason')}
---

Nothing.
`;

/** Whole files, by their path in the content folder. */
export const files: Readonly<Record<string, string>> = {
  'articles/world/attacks.md': withEveryField,
  'articles/world/attacks-withdrawn.md': takenBack,
  'authors/attacker.md': `---
name: ${yaml('author')}
role: ${yaml('role')}
---

${inMarkdown('biography')}
`,
  'pages/attack.md': `---
title: ${yaml('title')}
description: ${yaml('description')}
contentUpdatedAt: 2026-10-01T10:00:00Z
---

${inMarkdown('standing')}
`,
  'front.yaml': 'lead: attacks\n',
};

/** What is added at the end of the lists. */
export const additions: Readonly<Record<string, string>> = {
  'tags.yaml': `
attacks:
  name: ${yaml('tag')}
  description: ${yaml('tagdescription')}
`,
  'sections.yaml': `
- slug: attacked
  name: ${yaml('section')}
  description: ${yaml('sectiondescription')}
`,
};
