/**
 * The national template asks each thing once: every form of the default pathway walked in every order of its conditions, and again by
 * people made up at random who answer, skip, and say they would rather talk.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TALK, type Value } from '../../lib/domain/answer.ts';
import { checkAnswer } from '../../lib/domain/answer-rules.ts';
import { addDays } from '../../lib/domain/calendar.ts';
import { testsIn } from '../../lib/domain/condition.ts';
import { type Facts, heldIn, withConfirmation, withStatement } from '../../lib/domain/fact.ts';
import { pagesOf, questionsOf } from '../../lib/domain/form.ts';
import { leftToDo, leftToSend, minutesFor, pagesShown, type Shown, shownIn, type Walk } from '../../lib/domain/form-walk.ts';
import { bankOf, type Question } from '../../lib/domain/question.ts';
import { foldWays } from '../../lib/pathway/branches.ts';
import { burdenOf } from '../../lib/pathway/burden.ts';
import { checkForms } from '../../lib/pathway/check-forms.ts';
import { unusedOptionNotes } from '../../lib/pathway/check-questions.ts';
import { isAsked, journeyOf, journeysOf, placesOf, type Stop, stopsOf, whereIs } from '../../lib/pathway/form-order.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { tellingAnswers } from '../../lib/pathway/telling-answers.ts';
import { strip } from './adult-care.ts';
import { own, template } from './national-template.ts';

const { forms, questions, model, pathways } = template;
const bank = bankOf(questions);
const conditions = forms
  .flatMap(pagesOf)
  .flatMap(({ showIf, items }) => [showIf, ...items.map((item) => item.showIf)].flatMap((each) => each ?? []));

test('the template has no fault', () => expect(checkForms(template)).toEqual([]));

describe('every order of conditions', () => {
  test('asks nothing twice: 0 % repeats in the default pathway', () => {
    const asks: string[] = [];
    const again = foldWays<readonly string[]>(
      { stops: journeyOf(own, forms), bank, model },
      {
        end: [],
        at: (step, after) => {
          if (step.shown?.standing === 'ask') asks.push(step.shown.question.id);
          return step.again ? [...after, whereIs(step.place)] : after;
        },
        either: (ways) => [...new Set(ways.flat())],
      },
    );
    expect(asks.length).toBeGreaterThan(50);
    expect(again).toEqual([]);
    for (const { actor, repeats } of burdenOf({ ...template, pathway: own }).actors) expect([actor, repeats]).toEqual([actor, 0]);
  });

  test('comes to every question and every word of guidance in every form', () => {
    const journeys = journeysOf(pathways, forms);
    const met = new Set<object>();
    const note = (item: object): true => met.add(item) && true;
    for (const stops of journeys)
      foldWays<true>({ stops, bank, model }, { end: true, at: ({ place }) => note(place.item), either: () => true });
    expect(
      placesOf(journeys.flat())
        .filter(({ item }) => !met.has(item))
        .map(whereIs),
    ).toEqual([]);
  });

  test('every question of the bank is in a form, or a field of a group that is', () => {
    const asked = new Set(forms.flatMap(questionsOf));
    const fields = questions.flatMap((each) => (each.type === 'group' && asked.has(each.id) ? each.of : []));
    const reached = new Set([...asked, ...fields]);
    expect(questions.filter(({ id, retired }) => !retired && !reached.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('every condition looks at a question and an answer that are there', () => {
    expect(conditions.length).toBeGreaterThan(5);
    for (const each of conditions.flatMap(testsIn)) {
      const question = bank.get(each.q);
      expect(question, each.q).toBeDefined();
      // Some answer makes it true: it names nothing that cannot be.
      const answers = question ? tellingAnswers(question, [each], { bank, model }) : [];
      expect('answered' in each || answers.length === 2, JSON.stringify(each)).toBe(true);
    }
  });

  test('every option is named by a condition, read whole, or says why it is there', () => {
    const bare = questions.map((each) =>
      'options' in each ? { ...each, options: each.options.map(({ unusedBecause: _why, ...option }) => option) } : each,
    );
    // The check is not idle: without their reasons some options would be noted.
    expect(unusedOptionNotes(bare, forms).map(({ code }) => code)).toContain('unused-option');
    expect(unusedOptionNotes(questions, forms)).toEqual([]);
  });
});

test.each(['quality-check', 'resource-allocation', 'arranging-support'])(
  'a council may strip %s, and the forms that stay still ask each thing once',
  (id) => {
    const stripped: Pathway = structuredClone(own);
    const outcome = Object.keys(stripped.stages.find((stage) => stage.id === id)?.outcomes ?? {})[0] ?? '';
    strip(stripped, id, outcome);
    expect(checkForms({ ...template, pathways: pathways.map((each) => (each.id === own.id ? stripped : each)) })).toEqual([]);
  },
);

type Mood = 'answer' | 'skip' | 'talk';
const valuesOf = (question: Question): readonly Value[] => {
  const tests = conditions.flatMap(testsIn).filter(({ q }) => q === question.id);
  return tellingAnswers(question, tests, { bank, model });
};

const BY = { id: 'P-ADA', name: 'Ada Made-up' };
type Asked = { readonly facts: Facts; readonly asked: readonly string[] };

/** One stop, page by page as the pages lead: forward, whatever shows by then, skipping as the mood has it. */
const through = (
  stop: Stop,
  day: string,
  start: Asked,
  mood: (question: Question) => { mood: Mood; pick: number },
): Asked & { readonly walk: Walk } => {
  const at = `${day}T10:00:00.000Z`;
  const walkWith = (facts: Facts): Walk => ({ forms: stop.forms, bank, facts, since: `${day}T00:00:00.000Z`, today: day });
  let { facts, asked } = start;
  const met = new Set<object>();
  const next = (): Shown | undefined =>
    pagesShown(shownIn(walkWith(facts)))
      .flatMap(({ shown }) => leftToDo(shown))
      .find(({ item }) => !met.has(item));
  for (let shown = next(); shown; shown = next()) {
    met.add(shown.item);
    const { question, standing } = shown;
    if (standing === 'confirm') facts = withConfirmation(facts, question.id, { by: BY, at });
    else {
      asked = [...asked, question.id];
      const { mood: how, pick } = mood(question);
      const values = valuesOf(question);
      const value = how === 'talk' ? TALK : values[pick % values.length];
      const checked = checkAnswer(question, value, { bank, model, today: day });
      expect(checked, question.id).toHaveProperty('value');
      if (how !== 'skip' && 'value' in checked)
        facts = withStatement(facts, question.id, {
          value: checked.value,
          by: BY,
          role: 'person',
          at,
          form: 'f',
          configuration: 'c',
        });
    }
  }
  return { facts, asked, walk: walkWith(facts) };
};

const mood: fc.Arbitrary<(question: Question) => { mood: Mood; pick: number }> = fc
  .array(fc.record({ mood: fc.constantFrom<Mood>('answer', 'answer', 'answer', 'skip', 'talk'), pick: fc.nat(50) }), {
    minLength: 120,
    maxLength: 120,
  })
  .map((moods) => {
    let at = 0;
    return ({ required }) => {
      const taken = moods[at++ % moods.length] ?? { mood: 'answer' as const, pick: 0 };
      return required && taken.mood === 'skip' ? { ...taken, mood: 'answer' } : taken;
    };
  });

describe('people made up at random, through the whole default pathway', () => {
  test('are asked each thing once, keep every fact, and end with nothing in the way of sending', () => {
    fc.assert(
      fc.property(mood, (how) => {
        let state: Asked = { facts: {}, asked: [] };
        for (const [place, stop] of stopsOf(own, forms).entries()) {
          const before = state.facts;
          const after = through(stop, addDays('2026-11-23', place), state, how);
          expect(leftToSend(shownIn(after.walk))).toEqual([]);
          for (const id of Object.keys(before)) expect(heldIn(after.facts)(id)).toEqual(heldIn(before)(id));
          state = after;
        }
        expect(state.asked.length).toBeGreaterThan(50);
        expect(state.asked.filter((id, index) => state.asked.indexOf(id) !== index)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('and on the very next time through only what does not keep is looked at again; nothing that was answered is asked', () => {
    fc.assert(
      fc.property(mood, (how) => {
        const everything = (question: Question) => ({ ...how(question), mood: 'answer' as const });
        const stops = stopsOf(own, forms);
        const first = stops.reduce<Asked>(
          (state, stop, place) => through(stop, addDays('2026-11-23', place), state, everything),
          { facts: {}, asked: [] },
        );
        const second = stops.reduce<Asked>(
          (state, stop, place) => through(stop, addDays('2026-12-15', place), state, everything),
          { facts: first.facts, asked: [] },
        );
        expect(second.asked).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

test('the minutes the person is told lie within those of the burden meter', () => {
  const [first] = stopsOf(own, forms);
  const story = first?.forms.filter((form) => form.for === 'person') ?? [];
  const told = minutesFor(shownIn({ forms: story, bank, facts: {}, since: '', today: '2026-11-23' }));
  const loads = burdenOf({ ...template, pathway: own }).forms.filter(({ stage }) => stage === first?.stage?.id);
  const sum = (of: 'always' | 'atMost') => loads.reduce((total, { minutes }) => total + minutes[of], 0);
  // Each form is rounded up by itself.
  expect(told).toBeGreaterThan(sum('always') - story.length);
  expect(told).toBeLessThanOrEqual(sum('atMost'));
});

test('what is asked of staff beside the person is theirs: no form for the person has a finding', () => {
  const theirs = forms.filter((form) => form.for === 'person').flatMap(questionsOf);
  expect(theirs.filter((id) => bank.get(id)?.type === 'finding')).toEqual([]);
  expect(placesOf(journeyOf(own, forms)).filter(({ item }) => isAsked(item)).length).toBeGreaterThan(60);
});
