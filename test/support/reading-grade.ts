/** How hard words are to read, for tests of what people read. The measure itself is the domain's, because editors show it too. */
export { readingGrade, sentencesIn, syllablesIn, wordsIn } from '../../lib/domain/reading-grade.ts';
