import { heading, paragraph, picture, text } from '@/components/sample';
import type { Block } from '@/lib/page-models/model';

const everyBlock: readonly Block[] = [
  {
    type: 'keyPoints',
    title: 'Key points',
    points: [
      text('Envoys of the United States and Ukraine talked for three days in Miami.'),
      text('Both sides call the meetings “productive and constructive.”'),
      text('No breakthrough is in sight, and the attacks go on.'),
    ],
  },
  {
    type: 'paragraph',
    children: [
      ...text(
        'The U.S. and Ukrainian envoys who talked for three days in Miami describe their meetings as “productive and constructive.” Yet the major breakthrough that would end a war with Russia now nearly four years long continues to elude them, as ',
      ),
      {
        type: 'link',
        href: '/world/novorossiysk-and-the-krasnodar-coast',
        children: text('attacks on the Krasnodar coast'),
      },
      ...text(' continue. '),
      { type: 'emphasis', children: text('European allies also took part') },
      ...text(', in the '),
      { type: 'foreign', language: 'fr', children: text('dernière étape') },
      ...text(' of a '),
      { type: 'strong', children: text('recent burst') },
      ...text(' of diplomatic activity, filed under '),
      { type: 'code', text: 'UKR-20' },
      ...text('.'),
    ],
  },
  {
    type: 'context',
    title: 'Context',
    blocks: [
      paragraph(
        'The push began weeks ago, when a 28-point U.S. peace plan was leaked. It shocked Ukraine and its European allies because it appeared to favor Russia, whose full-scale invasion began in early 2022.',
      ),
    ],
  },
  paragraph(
    'Steve Witkoff, Donald Trump’s special envoy, and Rustem Umerov, the top Ukrainian negotiator, confirmed in a joint statement that the meeting had concentrated on bringing positions into line on four matters: a 20-point plan, a “multilateral security guarantee framework,” a “U.S. Security guarantee framework for Ukraine,” and an “economic & prosperity plan.”',
  ),
  {
    type: 'pullQuote',
    children: text(
      'Our shared priority is to stop the killing, ensure guaranteed security, and create conditions for Ukraine’s recovery, stability, and long-term prosperity.',
    ),
    attribution: text('Joint Statement from Steve Witkoff and Rustem Umerov'),
  },
  heading('Conflicting Signals from Moscow', 'conflicting-signals-from-moscow'),
  paragraph(
    'Miami has also been the scene of separate talks. Witkoff confirmed having met the Russian envoy, Kirill Dmitriev, together with other U.S. officials, among them Jared Kushner, Trump’s son-in-law.',
  ),
  {
    type: 'timeline',
    title: 'Diplomacy in Wartime',
    id: 'diplomacy-in-wartime',
    entries: [
      {
        id: 'nearly-4-years-ago',
        label: 'Nearly 4 Years Ago',
        when: { from: '2022-02-24', to: null },
        children: text('Russia begins its full-scale invasion of Ukraine.'),
      },
      {
        id: 'recent-weeks',
        label: 'Recent Weeks',
        when: null,
        children: text('A 28-point U.S. peace plan leaks, and controversy follows.'),
      },
      {
        id: 'dec-19-21-2025',
        label: 'Dec. 19–21, 2025',
        when: { from: '2025-12-19', to: '2025-12-21' },
        children: text('Envoys from the United States, Ukraine and Europe meet in Miami.'),
      },
      {
        id: 'dec-22-2025',
        label: 'Dec. 22, 2025',
        when: { from: '2025-12-22', to: 'ongoing' },
        children: text('A Ukrainian drone attack is reported in Russia’s Krasnodar region.'),
      },
    ],
  },
  paragraph(
    'That public commitment does not match the assessments of U.S. intelligence, which go on warning that Vladimir Putin, the Russian president, still aims to take all of Ukraine.',
  ),
  {
    type: 'quotation',
    paragraphs: [
      text(
        'There won’t be any operations if you treat us with respect, if you respect our interests.',
      ),
    ],
    attribution: text('Vladimir Putin to the BBC'),
    source: 'https://www.bbc.com/news',
    language: null,
  },
  {
    type: 'quotation',
    paragraphs: [text('La paix n’est pas l’absence de guerre.'), text('C’est une vertu.')],
    attribution: null,
    source: null,
    language: 'fr',
  },
  heading('Who signed what', 'who-signed-what', 3),
  {
    type: 'table',
    caption: text('Agreements before these talks'),
    align: [null, 'right', 'center'],
    header: [text('Agreement'), text('Year'), text('In force')],
    rows: [
      [text('Budapest Memorandum on Security Assurances'), text('1994'), text('no')],
      [text('Minsk Protocol'), text('2014'), text('no')],
      [
        text('Package of Measures for the Implementation of the Minsk Agreements'),
        text('2015'),
        [],
      ],
    ],
  },
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      { children: text('A plan of 20 points.'), nested: null },
      {
        children: text('Two frameworks:'),
        nested: {
          ordered: false,
          items: [text('multilateral guarantees,'), text('American guarantees.')],
        },
      },
    ],
  },
  {
    type: 'image',
    picture,
    alt: 'Two piers after a fire.',
    caption: text('The piers on Monday.'),
    credit: 'PRISM News',
    rights: 'CC BY 4.0',
  },
  {
    type: 'embed',
    href: 'https://treaties.un.org/',
    title: 'Text of the agreement',
    provider: 'United Nations',
  },
  paragraph(
    'Oil infrastructure was the target, some reports suggest – a reminder of the grim reality that persists away from the negotiating table.',
  ),
];

export const examples = {
  'every block': { blocks: everyBlock },
  'one short paragraph': { blocks: [paragraph('The talks ended on Sunday.')] },
  'a line of the story’s own, lifted out': {
    blocks: [
      paragraph('The curve rose again the next year.'),
      {
        type: 'pullQuote',
        children: text('The line did not come back to where it had begun.'),
        attribution: null,
      },
    ],
  },
  'a table without a caption': {
    blocks: [
      {
        type: 'table',
        caption: null,
        align: [null, 'right', 'right', 'right', 'right', 'right'],
        header: ['Country', '2020', '2021', '2022', '2023', '2024'].map(text),
        rows: [['United Kingdom', '1,204', '1,318', '2,001', '2,114', '2,390'].map(text)],
      },
    ],
  },
} satisfies Record<string, { blocks: readonly Block[] }>;
