/** The forms of a letter that somebody has to make, in words for staff. Which they are is `lib/domain/letter.ts`. */
import type { MadeByHand } from '../../../lib/domain/letter.ts';

const WORDS: Readonly<Record<MadeByHand, string>> = {
  audio: 'a recording to listen to',
  bsl: 'a British Sign Language video',
  braille: 'braille',
};

/** @example byHandWords(['bsl', 'braille']) // 'a British Sign Language video and braille' */
export const byHandWords = (formats: readonly MadeByHand[]): string => formats.map((format) => WORDS[format]).join(' and ');
