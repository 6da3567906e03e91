/** The publication's constants: what is the same on every page of this newspaper. */
export const publication = {
  name: 'PRISM News',
  description: 'News and background in full, with sources named and corrections shown.',
  /** Who publishes it; `home` is the words of the link to the publisher's own site. */
  publisher: { name: 'Liabooks', home: 'Liabooks Home', url: 'https://liabooks.com/' },
  /**
   * Where to report a hole in the site, and until when that is sure to hold: whoever answers there
   * looks at both once a year, and from that instant on nothing is said (RFC 9116, 2.5.5).
   */
  security: { contact: 'mailto:site@prism-news.example', expires: '2027-11-01T00:00:00Z' },
  /** The paper by day and by night, as sRGB: `--paper` in components/styles/tokens.css. */
  colour: { light: '#fcfaf6', dark: '#161310' },
  /** BCP 47: stories are in this language unless they say otherwise. */
  language: 'en',
  /** Locale of dates and numbers in text. */
  locale: 'en-GB',
  /** IANA zone in which dates are worded and archive days begin. */
  timeZone: 'UTC',
  /** Stories on one page of a list. */
  pageSize: 20,
  /** Related stories under a story. */
  relatedCount: 4,
  /** Stories in a feed. */
  feedSize: 30,
  /** Words a minute, for the reading time. Brysbaert 2019, doi:10.1016/j.jml.2019.104047: 238. */
  readingPace: 238,
} as const;
