/** The forms of the national template: what they ask exists, nothing is asked twice, and nothing hangs on what comes later. */
import { describe, expect, test } from 'vitest';
import { testsIn } from '../../lib/domain/condition.ts';
import { asksOf, Form, type FormPage, pagesOf, questionsOf, sectionsOf } from '../../lib/domain/form.ts';
import { askedIn, bank, conditionsOf, filesOf, formCalled, forms, optionsOf, questionCalled } from './national-template.ts';

const twice = <T>(all: readonly T[]): T[] => all.filter((each, place) => all.indexOf(each) !== place);

/** The order in which a person and their case meet the forms. A carer's own case stands apart: neither sees the other's answers. */
const CARERS = [
  'how-we-talk',
  'about-the-carer',
  'carers-self-assessment',
  'carers-assessment',
  'support-plan',
  'arranging-support',
  'three-questions',
];
const ORDER = [
  'how-we-talk',
  'about-you',
  'self-assessment',
  'needs-assessment',
  'money-information',
  'support-plan',
  'quality-check',
  'arranging-support',
  'three-questions',
];
const named = (ids: readonly string[]): Form[] => ids.flatMap((id) => forms.find((each) => each.id === id) ?? []);
/** On the way a form belongs to: an adult's, or else a carer's. */
const askedBefore = (id: string): string[] => {
  const way = ORDER.includes(id) ? ORDER : CARERS;
  return named(way.slice(0, Math.max(0, way.indexOf(id)))).flatMap(questionsOf);
};

describe('each form', () => {
  test.each(filesOf('forms'))('$name is a form', ({ content }) => expect(Form.safeParse(content).error?.issues).toBeUndefined());
  test('has the name of its file, and its place in the order', () => {
    expect(filesOf('forms').map(({ name }) => name)).toEqual(forms.map(({ id }) => `${id}.json`));
    expect(forms.map(({ id }) => id).sort()).toEqual([...new Set([...ORDER, ...CARERS])].sort());
  });
  test('has sections of its own, and pages that are told apart', () => {
    expect(twice(forms.flatMap((form) => sectionsOf(form).map(({ id }) => id)))).toEqual([]);
    expect(forms.filter((form) => twice(pagesOf(form).map(({ id }) => id)).length > 0).map(({ id }) => id)).toEqual([]);
  });
  test('asks questions of the bank', () => {
    expect(forms.flatMap(questionsOf).filter((id) => !bank.has(id))).toEqual([]);
  });
  test('says what a page of several questions is about', () => {
    const several = (page: FormPage) => asksOf(page).length > 1 && !page.title;
    expect(
      forms
        .filter(({ page }) => page === 'part' || page === 'story')
        .flatMap(pagesOf)
        .filter(several),
    ).toEqual([]);
  });
  test('for a person has one question a page', () => {
    const pages = forms.filter((form) => form.for === 'person').flatMap(pagesOf);
    expect(pages.filter((page) => asksOf(page).length !== 1).map(({ id }) => id)).toEqual([]);
  });
});

describe('ask once', () => {
  test.each([
    ['an adult’s', ORDER],
    ['a carer’s', CARERS],
  ])('no question is asked in two places on %s way', (_whose, way) =>
    expect(
      twice(
        named(way)
          .flatMap(askedIn)
          .map(({ id }) => id),
      ),
    ).toEqual([]),
  );
  test('what is shown again has been asked before', () => {
    const again = forms.flatMap((form) =>
      pagesOf(form)
        .flatMap(asksOf)
        .filter(({ confirmOnly }) => confirmOnly)
        .map(({ q }) => ({ form: form.id, q })),
    );
    expect(again.length).toBeGreaterThan(3);
    expect(again.filter(({ form, q }) => !askedBefore(form).includes(q))).toEqual([]);
  });
});

describe('each condition', () => {
  const tests = forms.flatMap((form) =>
    conditionsOf(form).flatMap(({ at, condition, before: here }) =>
      testsIn(condition).map((each) => ({ at, each, held: [...askedBefore(form.id), ...here] })),
    ),
  );
  test('is there to be looked at', () => expect(tests.length).toBeGreaterThan(10));
  test('asks about what came before', () => {
    expect(tests.filter(({ each, held }) => !held.includes(each.q)).map(({ at, each }) => `${at}: ${each.q}`)).toEqual([]);
  });
  test('names options that the question has, and asks numbers of numbers', () => {
    const wrong = tests.filter(({ each }) => {
      const question = questionCalled(each.q);
      const options = optionsOf(question).map(({ id }) => id);
      if ('in' in each) return !each.in.every((option) => options.includes(option));
      if ('is' in each) return typeof each.is === 'boolean' ? question.type !== 'yes-no' : !options.includes(each.is);
      return 'answered' in each ? false : !['money', 'number'].includes(question.type);
    });
    expect(wrong.map(({ at, each }) => `${at}: ${each.q}`)).toEqual([]);
  });
});

describe('how much is asked', () => {
  const always = (id: string): number =>
    pagesOf(formCalled(id))
      .filter((page) => !page.showIf)
      .flatMap(asksOf)
      .filter(({ showIf, confirmOnly }) => !showIf && !confirmOnly).length;

  test.each<[string, number, number]>([
    ['how-we-talk', 4, 5],
    ['about-you', 9, 11],
    ['self-assessment', 15, 20],
    ['about-the-carer', 5, 6],
    ['carers-self-assessment', 12, 16],
    ['money-information', 6, 8],
    ['three-questions', 3, 3],
  ])('%s always asks %d to %d questions', (id, least, most) => {
    expect(always(id)).toBeGreaterThanOrEqual(least);
    expect(always(id)).toBeLessThanOrEqual(most);
  });
  test('of the story, all that must be answered is the day-to-day and a name', () => {
    const must = ['how-we-talk', 'about-you', 'self-assessment']
      .flatMap((id) => askedIn(formCalled(id)))
      .filter((q) => q.required);
    expect(must.filter(({ type }) => type !== 'life-area').map(({ id }) => id)).toEqual(['about.name']);
  });
  test('nobody who fills in about money, or about their care of somebody, must answer anything', () => {
    const must = ['money-information', 'carers-self-assessment', 'three-questions'].flatMap((id) => askedIn(formCalled(id)));
    expect(must.filter(({ required }) => required).map(({ id }) => id)).toEqual([]);
  });
  test('of a carer’s story, all that must be answered is a name', () => {
    const must = named(CARERS)
      .filter((form) => form.for === 'person')
      .flatMap(askedIn);
    expect(must.filter(({ required }) => required).map(({ id }) => id)).toEqual(['about.name']);
  });
  test('a carer says who speaks up for them, and whether they are safe, before the first question about their life', () => {
    const early = ['about.safe', 'about.difficulty', 'about.speak-up'];
    expect(early.filter((id) => !askedBefore('carers-self-assessment').includes(id))).toEqual([]);
  });
  test('help is settled before the first question of substance: urgent, safe, and who speaks up', () => {
    const early = ['about.urgent', 'about.safe', 'about.difficulty', 'about.self-assessment-wanted', 'about.carer'];
    expect(early.filter((id) => !askedBefore('self-assessment').includes(id))).toEqual([]);
  });
});
