/** The made-up people: every move is one the council would accept, on any day of the year, and between them they show everything. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../../bin/app.ts';
import { carers } from '../../../bin/demo/caring.ts';
import { everyone } from '../../../bin/demo/everyone.ts';
import { caseIdOf, type Played, play } from '../../../bin/demo/timetable.ts';
import { configurationOf } from '../../../lib/app/configuration.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { planWeeklyPence } from '../../../lib/domain/plan-cost.ts';

const workflows = new URL('../../../workflows', import.meta.url).pathname;
const configuration = configurationOf(readBundle(workflows, 'larkshire'));

const played = (now: string): Played[] =>
  everyone.map((life) => {
    const result = play(life, configuration, new Date(now));
    if (!result) throw new Error(`${life.person} is not in the council's file`);
    return result;
  });
const stateOf = (all: readonly Played[], person: string): Case => {
  const state = all.find((each) => each.person === person)?.state;
  if (!state) throw new Error(person);
  return state;
};

/** A working day, a Sunday, Christmas week, Easter Monday, the days the clocks change, a leap day. */
const DAYS = ['2026-11-21', '2026-11-23', '2026-12-27', '2027-01-01', '2027-03-29', '2027-03-28', '2026-10-25', '2028-02-29'];

describe.each(DAYS)('on %s', (day) => {
  const now = `${day}T10:00:00Z`;
  const all = played(now);

  test('nothing anybody does is refused', () => {
    expect(
      all.flatMap(({ person, refused }) => refused.map(({ refused: code, message }) => `${person}: ${code}: ${message}`)),
    ).toEqual([]);
  });

  test('everything happened before now, in order', () => {
    for (const { moments } of all) {
      const times = moments.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(Math.max(...times)).toBeLessThanOrEqual(Date.parse(now));
      expect(moments.map(({ step }) => step)).toEqual(moments.map((_, place) => place));
    }
  });

  test('no promise that passed is passed over in silence', () => {
    const overdue = all.filter(
      ({ state }) => state?.state === 'underway' && (state.at.promise?.dueOn ?? '9999') < toIsoDate(new Date(now)),
    );
    expect(overdue.map(({ person }) => person)).toEqual([]);
  });

  test('Edwin’s promise was missed, and hardly anybody else’s', () => {
    const missed = all.filter(({ moments }) => moments.some(({ command }) => command.type === 'miss-promise'));
    expect(missed.map(({ person }) => person)).toContain('P-05-EDWIN');
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  test('every stage of the pathway has somebody at it', () => {
    const at = new Set(all.flatMap(({ state }) => (state?.state === 'underway' ? [state.at.stage] : [])));
    const human = configuration.route.stages.filter(({ kind }) => kind !== 'resource-allocation').map(({ id }) => id);
    expect(human.filter((id) => !at.has(id))).toEqual([]);
  });
});

describe('between them they show', () => {
  const all = played('2026-11-21T10:00:00Z');

  test('Ada, the worked example: £180.11, and a plan of £214.00 that waits to be agreed', () => {
    const ada = stateOf(all, 'P-01-ADA');
    expect(ada).toMatchObject({ at: { stage: 'plan-approval' }, allocation: { weeklyPence: 18_011, grossWeeklyPence: 31_050 } });
    expect(ada.plan && planWeeklyPence(ada.plan)).toBe(21_400);
  });

  test.each<[string, string, object]>([
    ['a story half told', 'P-03-CARYS', { at: { stage: 'self-assessment' } }],
    ['one that waits for a worker', 'P-11-KULWINDER', { at: { stage: 'assessment' } }],
    ['one that is taken', 'P-12-LEONARD', { at: { stage: 'assessment', takenBy: { id: 'S-TOM' } } }],
    [
      'a missed promise, with the new date',
      'P-05-EDWIN',
      { at: { stage: 'assessment', promise: { missed: [expect.any(String)] } } },
    ],
    ['not eligible', 'P-06-FATOU', { state: 'closed', end: 'advice-given' }],
    ['a figure and no plan', 'P-04-DOROTA', { at: { stage: 'planning' }, allocation: { needsIndividualCosting: false } }],
    ['a plan sent back', 'P-10-JAREK', { at: { stage: 'planning' }, returned: { reasons: expect.stringContaining('engines') } }],
    ['a plan with changes suggested', 'P-19-SUNIL', { at: { stage: 'planning' } }],
    ['a plan in its quality check', 'P-09-IMANI', { at: { stage: 'quality-check' } }],
    [
      'individual costing',
      'P-16-PERPETUA',
      { at: { stage: 'plan-approval' }, allocation: { weeklyPence: null, needsIndividualCosting: true } },
    ],
    ['support being arranged', 'P-22-VERNON', { at: { stage: 'arranging-support' } }],
    ['a review coming up', 'P-02-BASHIR', { state: 'supported' }],
    ['a review that fell due', 'P-07-GWEN', { at: { stage: 'review' }, reviewing: 'due' }],
    ['a review somebody asked for', 'P-24-XANTHE', { at: { stage: 'review' }, reviewing: 'requested' }],
    ['a review done and the next date', 'P-13-MAUD', { state: 'supported', agreed: { reviewDueOn: '2027-10-09' } }],
    ['needs that changed', 'P-29-CORMAC', { at: { stage: 'assessment' }, run: 2 }],
    ['somebody who stopped', 'P-14-NADIA', { state: 'closed', end: 'withdrawn' }],
    ['support that did its work', 'P-28-BLESSING', { state: 'closed', end: 'support-ended' }],
  ])('%s', (_, person, expected) => expect(stateOf(all, person)).toMatchObject(expected));

  test('about thirty people, nobody twice, each with a case number that pages accept', () => {
    const people = everyone.map(({ person }) => person);
    expect(new Set(people).size).toBe(people.length);
    expect(people.length).toBeGreaterThanOrEqual(28);
    for (const person of people) expect(caseIdOf(person)).toMatch(/^C-[A-Z0-9]{4,20}$/);
    expect(new Set(people.map((person) => caseIdOf(person))).size).toBe(people.length);
  });

  test('reasons that say more or less than the up-front figure are true', () => {
    const agreed = all.flatMap(({ person, state }) => (state?.agreed ? [{ person, ...state.agreed }] : []));
    expect(agreed.length).toBeGreaterThan(8);
    for (const { person, reasons, budget } of agreed) {
      const difference = Math.sign(budget.totalPence - (budget.indicativePence ?? 0));
      if (/^(More|Less) than the up-front/.test(reasons)) expect(difference, person).toBe(reasons.startsWith('More') ? 1 : -1);
    }
  });

  test('only made-up telephone numbers and nobody’s real name or address', () => {
    const words = JSON.stringify(all.map(({ moments }) => moments.map(({ command }) => command)));
    const numbers = words.match(/\b0\d[\d ]{8,12}\b/g) ?? [];
    expect(numbers.filter((number) => !/^(01632 960 \d{3}|07700 900 \d{3})$/.test(number.trim()))).toEqual([]);
    expect(words).not.toMatch(/@|https?:/);
  });
});

test('the council’s file and the lives are about the same people', () => {
  const file = JSON.parse(readFileSync(`${workflows}/councils/larkshire.json`, 'utf8')) as { demo: { people: { id: string }[] } };
  const without = file.demo.people
    .map(({ id }) => id)
    .filter((id) => ![...everyone, ...carers].some(({ person }) => person === id));
  expect(without).toEqual(['P-30-DELPHINE']);
});

describe('carers', () => {
  const bundle = readBundle(workflows, 'larkshire');
  const forCarers = configurationOf(bundle, bundle.council.carerPathway);
  const own = (day: string): Played[] =>
    carers.map((life) => play(life, forCarers, new Date(`${day}T10:00:00Z`))).flatMap((each) => each ?? []);

  test.each(DAYS)('nothing a carer does is refused, on %s', (day) => {
    expect(own(day).map(({ refused }) => refused)).toEqual(carers.map(() => []));
  });
  test('one waits for her assessment, one has a plan of her own, and the case of each is hers alone', () => {
    const [rosalind, shirin] = own('2026-11-21');
    expect(rosalind?.state).toMatchObject({ at: { stage: 'assessment', takenBy: { id: 'S-TOM' } }, pathway: 'carer-support' });
    expect(shirin?.state).toMatchObject({ state: 'supported', agreed: { budget: { totalPence: 3_400, indicativePence: null } } });
    const adults = new Set(everyone.map(({ person }) => caseIdOf(person)));
    expect(own('2026-11-21').filter(({ caseId }) => adults.has(caseId))).toEqual([]);
    expect(stateOf(played('2026-11-21T10:00:00Z'), 'P-18-ROSALIND').pathway).toBe('adult-care');
  });
});
