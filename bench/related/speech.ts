/** The words of synthetic stories: of no language, and as common as their kind. */

/**
 * How a reporter tells an event.
 * @property names numbers of its people and places
 * @property terms numbers of its things and deeds
 * @property share of names and terms that this reporter uses, from 0 to 1
 * @property dialect from 0: of three words for each thing, which one this reporter takes
 */
export type Speech = Readonly<{
  names: readonly number[];
  terms: readonly number[];
  share: number;
  dialect: number;
}>;

type Words = Readonly<{ headline: string; standfirst: string; paragraphs: readonly string[] }>;

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi'];

/** Where the numbers of each kind of word begin: no two kinds share a word. */
const [GENERAL, SECTION, TOPIC, NAME, TERM] = [0, 10_000, 20_000, 40_000, 60_000];
const [GENERALS, SECTIONALS, TOPICALS] = [6_000, 250, 60];
/** Words for one thing. */
const SYNONYMS = 3;

export function speak(speech: Speech, section: number, topic: number, next: () => number): Words {
  const pick = (limit: number) => Math.floor(next() * limit);
  const zipf = (size: number) => Math.floor(size ** next()) - 1;
  const used = <T>(values: readonly T[]) => values.filter(() => next() < speech.share);
  const names = used(speech.names).map((name) => capital(wordOf(NAME + name)));
  const terms = used(speech.terms).map((term) => {
    // Half of all things have one name that everybody uses.
    const synonym = term % 2 === 0 ? 0 : (speech.dialect + pick(2)) % SYNONYMS;
    return wordOf(TERM + term * SYNONYMS + synonym);
  });
  const general = () => wordOf(GENERAL + zipf(GENERALS));
  const sectional = () => wordOf(SECTION + section * SECTIONALS + zipf(SECTIONALS));
  const topical = () => wordOf(TOPIC + topic * TOPICALS + zipf(TOPICALS));
  const told = (words: readonly string[]) => words[pick(words.length)] ?? topical();
  const word = () => {
    const kind = next();
    if (kind < 0.6) return general();
    if (kind < 0.72) return sectional();
    if (kind < 0.84) return topical();
    return kind < 0.93 ? told(terms) : told(names);
  };
  const sentence = (count: number) => {
    const text = Array.from({ length: count }, word).join(' ');
    return `${capital(text)}.`;
  };
  const headline = [told(names), told(terms), topical(), told(terms), general(), general()];
  return {
    headline: capital(headline.join(' ')),
    standfirst: sentence(18),
    paragraphs: Array.from({ length: 4 + pick(7) }, () =>
      [sentence(14), sentence(20), sentence(8)].join(' '),
    ),
  };
}

function wordOf(number: number): string {
  let word = '';
  for (let rest = number + SYLLABLES.length ** 2; rest > 0; rest = Math.floor(rest / 13)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
