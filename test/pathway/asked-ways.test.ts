/** Who is asked what on ways that part: a question elsewhere, later, or behind what this way does not come to is not asked on it. */
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../lib/domain/condition.ts';
import type { AskingForm } from '../../lib/domain/form.ts';
import { bankOf } from '../../lib/domain/question.ts';
import { unaskedFaults } from '../../lib/pathway/check-asked.ts';
import { DutyRegister } from '../../lib/pathway/duty.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { formStage, inShort, isTrue } from './adult-care.ts';
import { form, type Line, question } from './made-up-forms.ts';

const LAW = 'Made-up Act 2014, s.1';
const register = (when?: Condition): DutyRegister =>
  DutyRegister.parse({
    jurisdiction: 'ENG',
    reviewed: '2026-01-01',
    duties: [
      {
        id: 'told',
        law: LAW,
        source: 'https://example.org/act',
        message: 'Somebody can be assessed and never be asked.',
        asks: [{ q: 'told' }],
        ...(when && { when }),
        byTheEndOf: { kind: 'assessment' },
      },
    ],
  });

const human = { title: 'T', forThePerson: 'T', promise: { workingDays: 5 } };
const to = (stage: string) => ({ stage });

/** The given stages, then an assessment (id `assessment`) and one stage after it. */
const pathway = (stages: readonly object[], includes: readonly string[] = []): Pathway =>
  Pathway.parse({
    $schema: '',
    id: 'made-up',
    title: 'Made up',
    jurisdiction: 'ENG',
    start: 'door',
    review: 'review',
    stages: [
      ...stages,
      {
        ...human,
        kind: 'assessment',
        id: 'assessment',
        who: 'assessor',
        includes,
        outcomes: { eligible: to('later'), 'not-eligible': { end: 'advice-given' } },
      },
      formStage('later', { done: { end: 'support-in-place' } }),
      {
        ...human,
        kind: 'review',
        id: 'review',
        who: 'assessor',
        outcomes: { 'no-change': { end: 'support-in-place' } },
      },
    ],
  });

const DOOR = formStage('door', { one: to('left'), other: to('right') });
const asking = (id: string, ...lines: Line[]): AskingForm => form(id, lines);

const SIXTEEN = Array.from({ length: 16 }, (_, at) => `o${at}`);
const bank = bankOf([
  ...['told', 'else', 'carer', 'other', 'door', 'a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9'].map((id) =>
    question(id),
  ),
  question('many', { type: 'choose-many', options: SIXTEEN.map((id) => ({ id, text: id })) }),
]);
const faultsOf = (on: Pathway, forms: readonly AskingForm[], when?: Condition) =>
  unaskedFaults(on, forms, bank, undefined, register(when));

const TOLD_IF_OTHER: Line = { q: 'told', showIf: { q: 'other', is: true } };
const BRANCHES = [DOOR, formStage('left', { on: to('assessment') }), formStage('right', { on: to('assessment') })];

describe('a miss is found', () => {
  test('behind a condition on one way, though another way always asks', () => {
    const on = pathway(BRANCHES);
    const faults = faultsOf(on, [asking('left', 'other', TOLD_IF_OTHER), asking('right', 'told')]);
    expect(faults).toMatchObject([{ law: LAW, where: 'forms/left/left-part/told/told' }]);
    expect(inShort(on, faults[0]?.path)).toBe('door (one) → left → assessment');
    expect(isTrue(on, faults[0]?.path ?? [])).toBe(true);
  });

  test('behind a condition, though it is always asked once it is too late', () => {
    const on = pathway([formStage('door', { on: to('assessment') })], ['sheet']);
    const faults = faultsOf(on, [asking('door', 'other'), asking('sheet', TOLD_IF_OTHER), asking('later', 'told')]);
    expect(faults).toMatchObject([{ law: LAW, where: 'forms/sheet/sheet-part/told/told' }]);
  });

  test('behind a condition, though another way does not ask at all and nobody on that is owed it', () => {
    const on = pathway([DOOR, ...BRANCHES.slice(1)]);
    const forms = [asking('left', 'carer', 'other', TOLD_IF_OTHER), asking('right', 'else')];
    const faults = faultsOf(on, forms, { q: 'carer', is: true });
    expect(faults).toMatchObject([{ law: LAW, where: 'forms/left/left-part/told/told' }]);
    expect(inShort(on, faults[0]?.path)).toBe('door (one) → left → assessment');
  });

  test('behind an answer on a form that is open at any time', () => {
    const on = pathway([formStage('door', { on: to('assessment') })]);
    const hidden: Line = { q: 'told', showIf: { q: 'other', answered: false } };
    const faults = faultsOf(on, [form('always-open', ['other'], { anytime: true }), asking('door', hidden)]);
    expect(faults).toMatchObject([{ law: LAW, where: 'forms/door/door-part/told/told' }]);
  });

  test('on a way past several of many stages', () => {
    const some = Array.from({ length: 6 }, (_, at) => at);
    const on = pathway([
      ...some.map((at) =>
        formStage(at === 0 ? 'door' : `s${at}`, { ask: to(`q${at}`), skip: to(at === 5 ? 'assessment' : `s${at + 1}`) }),
      ),
      ...some.map((at) => formStage(`q${at}`, { on: to(at === 5 ? 'assessment' : `s${at + 1}`) })),
    ]);
    const forms = some.map((at) => asking(`q${at}`, ...(at % 2 ? ['other', TOLD_IF_OTHER] : ['told'])));
    const faults = faultsOf(on, forms);
    expect(faults).toMatchObject([{ law: LAW }]);
    expect(isTrue(on, faults[0]?.path ?? [])).toBe(true);
  });
});

describe('what cannot be told is refused, with the place and the law', () => {
  test('an answer with more options than can be gone through', () => {
    const on = pathway([formStage('door', { on: to('assessment') })]);
    const any = SIXTEEN.map((id): Condition => ({ q: 'many', in: [id] }));
    const faults = faultsOf(on, [asking('door', 'many', { q: 'told', showIf: { any } })]);
    expect(faults).toMatchObject([{ code: 'too-many-ways', law: LAW, where: 'forms/door/door-part/told/told' }]);
    expect(faults[0]?.message).toMatch(/cannot be told.*never be asked\. \(Made-up Act 2014, s\.1\)$/);
  });

  /** Each stage asks something the question looks at, and may be gone round; whatever is answered or not, the question shows. */
  const skippable = (count: number) => {
    const each = Array.from({ length: count }, (_, at) => at);
    const next = (at: number) => to(at === count - 1 ? 'assessment' : `s${at + 1}`);
    const stages = each.flatMap((at) => [
      formStage(at === 0 ? 'door' : `s${at}`, { ask: to(`q${at}`), skip: next(at) }),
      formStage(`q${at}`, { on: next(at) }),
    ]);
    const any = each.flatMap((at): Condition[] => [
      { q: `a${at}`, answered: true },
      { q: `a${at}`, answered: false },
    ]);
    return faultsOf(pathway(stages, ['sheet']), [
      ...each.map((at) => asking(`q${at}`, `a${at}`)),
      asking('sheet', { q: 'told', showIf: { any } }),
    ]);
  };

  test('more stages to go round than can be tried', () => {
    expect(skippable(9)).toMatchObject([{ code: 'too-many-ways', law: LAW, where: 'forms/sheet/sheet-part/told/told' }]);
  });
  test('as many as can be tried are', () => expect(skippable(5)).toEqual([]));
});

describe('nobody is refused who asks', () => {
  test('on each way, by a form of its own or the same', () => {
    const on = pathway(BRANCHES);
    expect(faultsOf(on, [asking('left', 'told'), asking('right', 'told')])).toEqual([]);
  });
  test('once, behind a condition that the other way meets', () => {
    const on = pathway(BRANCHES, ['sheet']);
    const unlessAsked: Line = { q: 'told', showIf: { q: 'told', answered: false } };
    expect(faultsOf(on, [asking('left', 'told'), asking('right', 'else'), asking('sheet', unlessAsked)])).toEqual([]);
  });
  test('those who are owed it, on the only way where they say so', () => {
    const on = pathway(BRANCHES);
    const owed: Condition = { q: 'carer', is: true };
    expect(faultsOf(on, [asking('left', 'carer', { q: 'told', showIf: owed }), asking('right', 'else')], owed)).toEqual([]);
  });
});
