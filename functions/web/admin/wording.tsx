/**
 * The boxes for one piece of wording in every register there is, and how hard the words are to read. What is typed becomes the
 * domain's `Text`; where the words stand, and which change puts them there, is the page's.
 */
import { readingGrade, sentencesIn } from '../../../lib/domain/reading-grade.ts';
import { type Missing, say, type Text } from '../../../lib/domain/text.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Words } from '../kit/html.ts';
import { Details } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';

const LONGEST = 1200;

const REGISTERS = [
  { name: 'plain', label: 'Plain English', hint: 'What most people read.' },
  { name: 'easy', label: 'Easy Read', hint: 'Short sentences, everyday words. For people who asked for it.' },
  { name: 'about', label: 'About someone else', hint: 'For a helper or worker who answers: “they”, not “you”.' },
  { name: 'cy', label: 'Welsh', hint: 'Shown to people who asked for Welsh.' },
  { name: 'cy-easy', label: 'Welsh, Easy Read', hint: undefined },
  { name: 'cy-about', label: 'Welsh, about someone else', hint: undefined },
] as const;
type Register = (typeof REGISTERS)[number]['name'];

/** A sentence with placeholders is read as one with names in it. */
const spoken = (words: string): string => words.replaceAll(/\{[^{}]*\}/g, 'Sam');

/** The school year somebody has to have finished to read it with ease; whole years, never below 0. @example gradeOf('The cat sat on the mat.') // 0 */
export const gradeOf = (words: string): number => Math.max(0, Math.round(readingGrade(sentencesIn(spoken(words)))));

/** Above it, most people we write to have to read twice. */
const HARD = 8;
export const gradeWords = (words: string): string => {
  const grade = gradeOf(words);
  return grade > HARD ? `Grade ${grade}: hard to read` : `Grade ${grade}`;
};

const MISSING: Readonly<Record<Missing, string>> = { easy: 'Easy Read', about: 'words about someone else', cy: 'Welsh' };
/** @example lacksWords(['easy', 'cy']) // 'No Easy Read, no Welsh' */
export const lacksWords = (lacks: readonly Missing[]): string => {
  const words = lacks.map((each) => `no ${MISSING[each]}`).join(', ');
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const valuesOf = (words: Text | undefined): Partial<Record<Register, string | undefined>> => {
  if (words === undefined) return {};
  if (typeof words === 'string') return { plain: words };
  const { en, cy } = words;
  return { plain: en.plain, easy: en.easy, about: en.about, cy: cy?.plain, 'cy-easy': cy?.easy, 'cy-about': cy?.about };
};

/** What stands in the boxes of words that are there. */
export const typedWords = (words: Text | undefined, prefix = 'words'): Typed =>
  Object.fromEntries(Object.entries(valuesOf(words)).map(([name, value]) => [`${prefix}-${name}`, value ?? '']));

type WordingProps = {
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** Of the first box; the others say their register. */
  readonly label?: Words | undefined;
  readonly prefix?: string | undefined;
  /** Only the first two boxes, as for something new; the others can be filled in later. */
  readonly few?: boolean | undefined;
};

export const WordingFields = ({ typed, errors, label, prefix = 'words', few }: WordingProps) => {
  const box = ({ name, label: own, hint }: (typeof REGISTERS)[number]) => {
    const field = `${prefix}-${name}`;
    const value = text(typed, field);
    return (
      <Textarea
        name={field}
        label={label ? `${label}: ${own}` : own}
        hint={name === 'plain' || name === 'easy' ? `${hint} ${value ? `${gradeWords(value)}.` : ''}`.trim() : hint}
        rows={value.length > 160 ? 5 : 2}
        value={value}
        error={errors[field]}
      />
    );
  };
  return (
    <>
      {REGISTERS.slice(0, few ? 2 : undefined).map(box)}
      {few ? null : <GradeNote />}
    </>
  );
};

export const GradeNote = () => (
  <Details summary="What the reading grade is">
    <p>
      A school year: 6 is a child of eleven. It counts how long the sentences and words are, and cannot tell good words from bad
      ones. Aim for 8 or less. It is counted for plain English and Easy Read.
    </p>
  </Details>
);

/** A browser's line breaks are spaces: words of a form are one line. */
const boxOf = (typed: Typed, field: string): string | undefined => text(typed, field).replaceAll(/\s+/g, ' ').trim() || undefined;

/** `text`: the words; `null` where every box is empty. */
export type ReadWords = { readonly text: Text | null } | { readonly errors: FieldErrors };

const assembled = (at: (name: Register) => string | undefined, plain: string, was: Text | undefined): Text => {
  const [easy, about, cy, cyEasy, cyAbout] = [at('easy'), at('about'), at('cy'), at('cy-easy'), at('cy-about')];
  // Words that were a bare line stay one, so that a file differs only where the words do.
  if (!easy && !about && !cy && !cyEasy && !cyAbout && typeof was !== 'object') return plain;
  const welsh = { ...(cy && { plain: cy }), ...(cyEasy && { easy: cyEasy }), ...(cyAbout && { about: cyAbout }) };
  return {
    en: { plain, ...(easy && { easy }), ...(about && { about }) },
    ...(Object.keys(welsh).length > 0 && { cy: welsh }),
  };
};

/** The words in the boxes. `was`: what they were, so that the way they are written stays. */
export const readWords = (typed: Typed, was?: Text, prefix = 'words'): ReadWords => {
  const at = (name: Register) => boxOf(typed, `${prefix}-${name}`);
  const long = REGISTERS.filter(({ name }) => (at(name)?.length ?? 0) > LONGEST);
  if (long.length > 0)
    return { errors: Object.fromEntries(long.map(({ name }) => [`${prefix}-${name}`, `Use at most ${LONGEST} characters.`])) };
  const plain = at('plain');
  if (plain) return { text: assembled(at, plain, was) };
  if (REGISTERS.every(({ name }) => at(name) === undefined)) return { text: null };
  return { errors: { [`${prefix}-plain`]: 'Write the words in plain English first.' } };
};

/** Some words with how hard they are to read. `only`: the grade alone, where the words stand elsewhere. */
export const WordsShown = ({ words, only }: { readonly words: Text; readonly only?: 'grade' | undefined }) => (
  <>
    {only ? gradeWords(say(words)) : say(words)}
    {only ? null : <span class="ow-working__detail">{gradeWords(say(words))}</span>}
  </>
);
