/**
 * How hard a page is to read: the Flesch–Kincaid grade of its visible text. It leans to the harder side: labels and other scraps of
 * fewer than four words are no sentences, and a colon ends none. A figure counts as a word of one syllable; what somebody typed is
 * left out.
 */
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>' };

/** Tags after which a sentence is over, even without a full stop. */
const BLOCK = /<\/?(p|h\d|li|dt|dd|legend|label|caption|th|td|div|summary|button|figcaption|title)\b[^>]*>/gi;

/** What a person reads in the main part of the page, a sentence to a line. */
export const sentencesOf = (html: string): string[] => {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  const text = main
    .replace(/<textarea[\s\S]*?<\/textarea>/gi, ' ')
    .replace(/<span class="[^"]*ow-typed[^"]*">[\s\S]*?<\/span>/gi, ' ')
    .replace(/<p class="[^"]*ow-typed[^"]*">[\s\S]*?<\/p>/gi, ' ')
    .replace(BLOCK, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[#a-z0-9]+;/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? ' ');
  return text
    .split(/\n+|[.!?]+[”)]*(?=\s|$)/)
    .map((sentence) => sentence.replace(/\S*[\d£@%]\S*/g, 'ten').replace(/[^A-Za-z’' -]/g, ' '))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.split(' ').length >= 4);
};

const syllables = (word: string): number => {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const trimmed = plain.replace(/(?:[^laeiouy]es|[^aeiouy]ed|e)$/, (end) => (/[td]ed$/.test(plain) ? end : '')).replace(/^y/, '');
  return Math.max(1, trimmed.match(/[aeiouy]{1,2}/g)?.length ?? 1);
};

/** @example readingGrade(['The cat sat on the mat']) // below 1 */
export const readingGrade = (sentences: readonly string[]): number => {
  const words = sentences.flatMap((sentence) => sentence.split(/[\s-]+/).filter((word) => /[a-z]/i.test(word)));
  if (words.length === 0) return 0;
  const all = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (all / words.length) - 15.59;
};
