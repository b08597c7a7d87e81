/**
 * How hard English is to read: the Flesch–Kincaid grade, a school year. A measure of sentence and word length, not of sense: it
 * warns of a hard sentence and does not make a good one. Text in, never a page. Used by the editors and by the tests of what people read.
 */

/** Endings that are written as a syllable and not said: “care”, “while”, “hours”, “asked”; but not “little”, “changes” or “wanted”. */
const SILENT = /(?:(?<![laeiouyszxcg]|ch|sh)es|(?<![laeiouytd])ed|(?<![laeiouy]|^)e|(?<=[aeiouy]l)e)$/;

/** Two vowels that are two sounds: “being”, “reptilian”, “client”, “idea”, “usual”, “create”; but not “special” or “friend”. */
const APART =
  /(?<![aeiouy])[aeiouy](?=ing)|(?<![ctru])i(?=a[nlr]|e[nt])|(?<=[aeiou][a-z])e(?=as?$)|(?<!q)u(?=al)|(?<=cr)e(?=at[ei])/g;

/**
 * How many syllables a word has, by its letters. Right for nine words in ten, and wrong by one for the rest.
 * @example syllablesIn('assessment') // 3
 */
export const syllablesIn = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const said = letters.replace(SILENT, '').replace(/^y/, '');
  return Math.max(1, (said.match(/[aeiouy]{1,2}/g)?.length ?? 1) + (letters.match(APART)?.length ?? 0));
};

/** Sentences end at a full stop or a question mark; a colon or a semicolon ends none. What is left open ends with the text. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/[.!?]+[”’)]*(?:\s+|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/i.test(sentence));

/** Words with at least one letter. A figure is read as one short word, and so makes no text harder. */
export const wordsIn = (sentence: string): string[] => sentence.split(/[\s–-]+/).filter((word) => /[a-z\d]/i.test(word));

/**
 * The Flesch–Kincaid grade of some sentences together; 0 of none. Below 1 is a book for small children, 6 a child of eleven.
 * @example readingGrade(['The cat sat on the mat']) // -1.45
 */
export const readingGrade = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsIn);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
};
