/** The table of lexemes knows of one story of so many. */
export const SAMPLED = 8;
