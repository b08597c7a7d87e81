/**
 * The words of the national template, as a person, somebody helping them and an Easy Read reader meet them: how hard they are, and
 * whether each reader is spoken to as themselves. What the words should say is not here.
 */
import { describe, expect, test } from 'vitest';
import { missingFrom, type Text } from '../../lib/domain/text.ts';
import { readingGrade, sentencesIn, wordsIn } from '../support/reading-grade.ts';
import {
  askedIn,
  citizenForms,
  citizenQuestions,
  citizenTexts,
  formCalled,
  forms,
  inRegister,
  questions,
  type REGISTERS,
  type Said,
  textsOfForm,
  textsOfQuestion,
} from './national-template.ts';

const registers = ['plain', 'easy', 'about'] as const satisfies (keyof typeof REGISTERS)[];
/** Names people know as they stand, and have no shorter word for. */
const NAMES = /National Insurance|British Sign Language|Employment and Support Allowance/g;
const graded = (text: string): number => readingGrade(sentencesIn(text.replace(NAMES, 'It')));

type Graded = { readonly grade: number; readonly what: string };
/** The hardest five of those above the limit, to be read by whoever broke it. */
const worst = (all: readonly Graded[], limit: number): string[] =>
  all
    .filter(({ grade }) => grade > limit)
    .sort((a, b) => b.grade - a.grade)
    .slice(0, 5)
    .map(({ grade, what }) => `${grade.toFixed(1)} ${what}`);

describe('the reading grade', () => {
  /** A life area's title is the allocation model's and no sentence: it is measured with its question, below. */
  const lifeAreas = new Set(questions.filter(({ type }) => type === 'life-area').map(({ id }) => `${id} ask`));
  /** One, two or three words are a label and no sentence. */
  const sentences = citizenTexts.filter(({ at }) => !lifeAreas.has(at));

  test.each(registers)('of every text for citizens is 6 or lower: %s', (register) => {
    const all = sentences
      .map((said) => ({ at: said.at, words: inRegister(said, register) }))
      .filter(({ words }) => wordsIn(words).length > 3)
      .map(({ at, words }) => ({ grade: graded(words), what: `${at}: ${words}` }));
    expect(all.length).toBeGreaterThan(200);
    expect(worst(all, 6)).toEqual([]);
  });

  test.each<[(typeof registers)[number], number]>([
    ['plain', 5],
    ['easy', 4],
    ['about', 5],
  ])('of everything said on a question’s page is low: %s, %d', (register, limit) => {
    const all = citizenQuestions.map((question) => {
      const said = textsOfQuestion(question).flatMap((text) => sentencesIn(inRegister(text, register)));
      return { grade: readingGrade(said), what: question.id };
    });
    expect(worst(all, limit)).toEqual([]);
  });

  test('sees a hard text', () => {
    const hard = 'Eligibility determinations necessitate comprehensive consideration of individual circumstances.';
    expect(worst([{ grade: graded(hard), what: 'x' }], 6)).toHaveLength(1);
  });
});

describe('Easy Read', () => {
  test('has very short sentences', () => {
    const all = citizenTexts.flatMap((said) =>
      sentencesIn(inRegister(said, 'easy')).map((sentence) => ({
        grade: wordsIn(sentence).length,
        what: `${said.at}: ${sentence}`,
      })),
    );
    expect(worst(all, 11)).toEqual([]);
  });
});

describe('who is spoken to', () => {
  const SPOKEN_TO = /\b(you|your|yours|yourself)\b/i;
  const I = /\b(I|me|my|mine|myself)\b/;

  test('somebody answering about another person is never called “you”, nor are words put in their mouth', () => {
    const wrong = citizenTexts.map((said) => ({ at: said.at, words: inRegister(said, 'about') }));
    expect(wrong.filter(({ words }) => SPOKEN_TO.test(words) || I.test(words))).toEqual([]);
  });
  test('a person is never called “the person”, but the one they look after is', () => {
    const own = citizenTexts.filter(({ at }) => !/^about-you\/name guidance/.test(at));
    const words = own.flatMap((said) => (['plain', 'easy'] as const).map((register) => inRegister(said, register)));
    expect(words.filter((each) => /\bthe person\b(?! (who|you))/i.test(each))).toEqual([]);
  });
});

describe('each register is there', () => {
  const lacking = (all: readonly Said[], wanted: readonly ('easy' | 'about' | 'cy')[]): string[] =>
    all.flatMap(({ at, text }) => missingFrom(text, wanted).map((register) => `${at}: ${register}`));
  const part = (name: string, all: readonly Said[]): Said[] => all.filter(({ at }) => at.endsWith(` ${name}`));
  const said = citizenQuestions.flatMap(textsOfQuestion);

  test('every question a person answers, in plain words, in Easy Read and about somebody else', () => {
    expect(lacking(part('ask', said), ['easy', 'about'])).toEqual([]);
  });
  test('every hint, reason and reader of an answer, in Easy Read', () => {
    const hints = part('hint', said).filter(({ at }) => !at.includes('option'));
    expect(lacking([...hints, ...part('reason', said), ...part('sees', said)], ['easy'])).toEqual([]);
  });
  test('every form and part of a person’s, in Easy Read, about somebody else, and its title in Welsh', () => {
    const own = citizenForms.flatMap(textsOfForm);
    expect(lacking([...part('intro', own)], ['easy', 'about'])).toEqual([]);
    const titles = part('title', own).filter(({ at }) => !at.startsWith('how-we-talk/'));
    expect(lacking(titles, ['easy', 'about', 'cy'])).toEqual([]);
  });
  test('how we should talk, in Welsh: question, hint for choosing, and options', () => {
    const talk = askedIn(formCalled('how-we-talk')).flatMap(textsOfQuestion);
    const options = talk.filter(({ at }) => / option [a-z-]+$/.test(at));
    expect(lacking([...part('ask', talk), ...options], ['cy'])).toEqual([]);
  });
  test('Welsh speaks about somebody else wherever English does', () => {
    const differs = (text: Text) =>
      typeof text === 'object' && text.cy !== undefined && text.en.about !== undefined && text.en.about !== text.en.plain;
    const wrong = citizenTexts.filter(({ text }) => differs(text) && typeof text === 'object' && !text.cy?.about);
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});

describe('house sentences', () => {
  const every = [...questions.flatMap(textsOfQuestion), ...forms.flatMap(textsOfForm)];
  const written = JSON.stringify(every.map(({ text }) => text));
  test.each(['!', 'please note', 'in order to', 'service user', 'client', 'e.g.', 'i.e.', "'"])('never %s', (words) => {
    expect(written.toLowerCase()).not.toContain(words);
  });
  test('end as they should: a question is asked, a reason is a sentence', () => {
    const open = every.filter(({ at, text }) => / (reason|sees|guidance|intro)$/.test(at) && !endsWell(text));
    expect(open.map(({ at }) => at)).toEqual([]);
  });
});

const endsWell = (text: Text): boolean =>
  (typeof text === 'string' ? [text] : [...Object.values(text.en), ...Object.values(text.cy ?? {})]).every(
    (words) => words === undefined || /[.?”]$/.test(words),
  );
