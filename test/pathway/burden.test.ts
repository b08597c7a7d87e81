/** The burden meter: numbers worked out by hand on small forms, and what must hold of any. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONFIRM_SECONDS, SECONDS } from '../../lib/domain/form-walk.ts';
import { type Burden, burdenOf, burdenOfBundle, type Load } from '../../lib/pathway/burden.ts';
import type { FormsToCheck } from '../../lib/pathway/check-forms.ts';
import { choose, form, pathway, question, sound } from './made-up-forms.ts';

const [sane] = sound.pathways;
if (!sane) throw new Error('The sound forms have a pathway');
const burden = (set: FormsToCheck): Burden => burdenOf({ ...set, pathway: set.pathways[0] ?? sane });
const of = ({ actors }: Burden, actor: string): Load | undefined => actors.find((each) => each.actor === actor);

describe('by hand', () => {
  const counted = burden(sound);

  test('the person: their parts and their story, and the review’s', () => {
    // about.who, age, difficulty, helpers, washing, going-out, how-is-it; on some ways the name, and help with speaking up.
    // going-out is not asked of somebody who wants us to speak quietly, which the form open at any time can say.
    const always =
      SECONDS['choose-one'] +
      SECONDS.number +
      SECONDS['choose-many'] +
      SECONDS.group +
      SECONDS['life-area'] +
      SECONDS['long-text'];
    const atMost = always + SECONDS.text + SECONDS['yes-no'] + SECONDS['life-area'];
    expect(of(counted, 'person')).toEqual({
      actor: 'person',
      questions: { always: 6, atMost: 9 },
      repeats: 0,
      confirmOnly: 0,
      freeText: 3,
      required: 3,
      minutes: { always: Math.ceil(always / 60), atMost: Math.ceil(atMost / 60) },
    });
  });

  test('the assessor: the findings, the name to look at again, and one look at each area on the page of the assessment', () => {
    const seconds = 14 * SECONDS.finding + 2 * CONFIRM_SECONDS;
    expect(of(counted, 'assessor')).toEqual({
      actor: 'assessor',
      questions: { always: 14, atMost: 14 },
      repeats: 0,
      confirmOnly: 3,
      freeText: 0,
      required: 0,
      minutes: { always: Math.ceil(seconds / 60), atMost: Math.ceil((seconds + CONFIRM_SECONDS) / 60) },
    });
  });

  test('the approver: for whom the form on one page waits', () => {
    expect(of(counted, 'approver')).toMatchObject({ questions: { always: 1, atMost: 1 }, minutes: { always: 1, atMost: 1 } });
  });

  test('everybody together is the sum of them, and the work goes on from hand to hand twice', () => {
    // 6 + 14 + 1 and 9 + 14 + 1; what is looked at again only the assessor looks at.
    expect(counted.everybody).toMatchObject({ questions: { always: 21, atMost: 24 }, confirmOnly: 3, freeText: 3 });
    const minutes = counted.actors.reduce((total, { minutes: { atMost } }) => total + atMost, 0);
    expect(counted.everybody.minutes.atMost).toBe(minutes);
    expect(counted.handOffs).toEqual({ shortest: 2, everything: 2 });
    expect(counted.approvals).toEqual({ shortest: 1, everything: 1 });
  });

  test('a whole bundle: each of its pathways with the model the council names', () => {
    const [one] = sound.pathways;
    if (!one || !sound.model) throw new Error('The sound forms have a pathway and a model');
    const bundle = { ...sound, pathways: [one, { ...one, id: 'other' }], allocation: [sound.model] };
    const [first, second] = burdenOfBundle({ ...bundle, council: { allocation: 'MADE-UP' } });
    expect(first).toEqual(counted);
    expect(second).toEqual({ ...counted, pathway: 'other' });
    // Without a model the page of the assessment has no areas of life to agree on.
    const [bare] = burdenOfBundle({ ...bundle, council: {} });
    expect(bare?.forms.at(-1)).toMatchObject({ form: 'assessment page', confirmOnly: 0 });
  });

  test('the same content is counted once, and any change of it is seen', () => {
    expect(burden(JSON.parse(JSON.stringify(sound)))).toBe(burden(sound));
    const fewer = { ...sound, forms: sound.forms.filter(({ id }) => id !== 'last') };
    expect(of(burden(fewer), 'approver')).toMatchObject({ questions: { always: 0, atMost: 0 } });
    // Many others in between push the oldest out, and nothing else changes.
    for (let each = 0; each < 40; each++) burden({ ...sound, pathways: [{ ...sane, id: `made-up-${each}` }] });
    expect(burden(sound)).toEqual(counted);
  });

  test('each form in the order cases come to it, and the page that is not a form', () => {
    expect(counted.forms.map(({ stage, form: id, actor }) => [stage, id, actor])).toEqual([
      ['telling', 'about', 'person'],
      ['telling', 'story', 'person'],
      ['assessment', 'found', 'assessor'],
      ['last', 'last', 'approver'],
      ['review', 'after', 'person'],
      ['assessment', 'assessment page', 'assessor'],
    ]);
  });

  test('the weights are told, and so is what is left out', () => {
    expect(counted.weights).toEqual({ secondsToAnswer: SECONDS, secondsToConfirm: CONFIRM_SECONDS });
    expect(counted.notCounted.map(({ stage, what }) => stage ?? what)).toEqual([
      'review',
      'last',
      'assessment',
      'The form “comm”, which can be opened at any time.',
    ]);
  });

  test('each use with how many questions it has, most first', () => {
    const uses = (id: string, ...usedBy: object[]) => question(id, { why: { reason: 'R', sees: 'S', usedBy } });
    const [decision, letter] = [
      { kind: 'decision', ref: 'planning' },
      { kind: 'letter', ref: 'the plan' },
    ];
    const set = {
      ...sound,
      questions: [uses('a', decision, letter), uses('b', decision), uses('unasked', letter)],
      forms: [form('story', ['a', 'b'], { page: 'story' })],
      pathways: [pathway()],
    };
    expect(burden(set).uses).toEqual([
      { kind: 'decision', ref: 'planning', questions: 2 },
      { kind: 'letter', ref: 'the plan', questions: 1 },
    ]);
  });
});

describe('repeats', () => {
  const story = (ids: readonly string[], after: readonly string[], ...questions: Parameters<typeof question>[]) => ({
    ...sound,
    pathways: [pathway({ review: ['after'] })],
    questions: questions.map((each) => question(...each)),
    forms: [form('story', ids, { page: 'story' }), form('after', after)],
  });

  test('a question that was skipped is asked again where another form asks it too', () => {
    expect(of(burden(story(['a'], ['a'], ['a'])), 'person')).toMatchObject({ questions: { always: 1, atMost: 2 }, repeats: 1 });
    expect(of(burden(story(['a'], ['a'], ['a', { required: true }])), 'person')).toMatchObject({
      questions: { always: 1, atMost: 1 },
      repeats: 0,
    });
  });

  test('another question in the same words is the same question to whoever answers it', () => {
    const twice = story(['a'], ['b'], ['a', { ask: 'Do you live alone?' }], ['b', { ask: 'Do you live alone' }]);
    expect(of(burden(twice), 'person')).toMatchObject({ questions: { always: 2, atMost: 2 }, repeats: 1 });
  });
});

test('of ways that part, each number is that of the way with most of it', () => {
  const boxes = form(
    'story',
    [
      'which',
      ...['a', 'b'].map((q) => ({ q, showIf: { q: 'which', is: 'long' } })),
      ...['c', 'd', 'e'].map((q) => ({ q, showIf: { q: 'which', is: 'short' } })),
    ],
    { page: 'story' },
  );
  const long = ['a', 'b'].map((id) => question(id, { type: 'long-text' }));
  const short = ['c', 'd', 'e'].map((id) => question(id, { required: true }));
  const set = {
    ...sound,
    pathways: [pathway()],
    forms: [boxes],
    questions: [choose('which', ['long', 'short']), ...long, ...short],
  };
  expect(of(burden(set), 'person')).toMatchObject({
    questions: { always: 1, atMost: 4 },
    freeText: 2,
    required: 3,
    minutes: { always: 1, atMost: Math.ceil((10 + 180) / 60) },
  });
});

describe('laws', () => {
  const shown = fc.array(fc.record({ required: fc.boolean(), hangs: fc.boolean(), is: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  });

  test('always is never more than at most, and one more question never makes it less', () => {
    fc.assert(
      fc.property(shown, (list) => {
        const ids = list.map((_each, place) => `q${place}`);
        const lines = list.map(({ hangs, is }, place) => ({
          q: `q${place}`,
          ...(hangs && place > 0 && { showIf: { q: `q${place - 1}`, is } }),
        }));
        const questions = list.map(({ required }, place) => question(`q${place}`, { required }));
        const loads = ids.map((_id, last) =>
          of(
            burden({
              ...sound,
              pathways: [pathway()],
              questions,
              forms: [form('story', lines.slice(0, last + 1), { page: 'story' })],
            }),
            'person',
          ),
        );
        for (const [place, load] of loads.entries()) {
          const less = loads[place - 1];
          expect(load?.questions.always).toBeLessThanOrEqual(load?.questions.atMost ?? -1);
          expect(load?.minutes.always).toBeLessThanOrEqual(load?.minutes.atMost ?? -1);
          expect(load?.questions.atMost).toBeGreaterThanOrEqual(less?.questions.atMost ?? 0);
          expect(load?.questions.always).toBeGreaterThanOrEqual(less?.questions.always ?? 0);
        }
      }),
      { numRuns: 50 },
    );
  });
});
