/**
 * Every word a council may change: plain English, Easy Read, about someone else, and Welsh where it is given. Not which words a
 * person sees (that follows from their communication profile and who is reading); only what there is and the nearest to it.
 */
import * as z from 'zod';

const Line = z.string().min(1).max(1200);

/** One language. `easy` is Easy Read; `about` is for somebody answering about another person, where “you” would be wrong. */
const Wording = z.object({ plain: Line, easy: Line.optional(), about: Line.optional() }).strict();

/** Words in every register there is of them. A bare string is plain English and nothing else yet. */
export const Text = z.union([Line, z.object({ en: Wording, cy: Wording.partial().optional() }).strict()]);
export type Text = z.infer<typeof Text>;

/** Who is reading, and how: the reader's register, language and whether they answer about themselves. */
export type Reader = {
  readonly easy?: boolean | undefined;
  readonly language?: 'en' | 'cy' | undefined;
  /** Answering about somebody else: a helper, a carer or a worker. */
  readonly about?: boolean | undefined;
};

/**
 * The nearest words there are. Somebody else's story goes before Easy Read: the wrong “you” confuses more than a longer sentence.
 * Welsh falls back on English, which a page marks with its language.
 * @example say({ en: { plain: 'Do you live alone?', about: 'Do they live alone?' } }, { about: true }) // 'Do they live alone?'
 */
export const say = (text: Text | undefined, reader: Reader = {}): string => {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  const { en, cy } = text;
  const own = reader.language === 'cy' && cy ? cy : en;
  return (reader.about && own.about) || (reader.easy && !reader.about && own.easy) || own.plain || en.plain;
};

/** Whether `say` has to use another language than the reader's. */
export const fallsBack = (text: Text, { language, about, easy }: Reader): boolean => {
  if (language !== 'cy') return false;
  if (typeof text === 'string' || !text.cy) return true;
  return !((about && text.cy.about) || (easy && !about && text.cy.easy) || text.cy.plain);
};

export type Missing = 'easy' | 'about' | 'cy';

/** Which of the registers in `wanted` these words lack. */
export const missingFrom = (text: Text, wanted: readonly Missing[]): Missing[] => {
  const has: Record<Missing, boolean> =
    typeof text === 'string'
      ? { easy: false, about: false, cy: false }
      : { easy: text.en.easy !== undefined, about: text.en.about !== undefined, cy: text.cy?.plain !== undefined };
  return wanted.filter((register) => !has[register]);
};
