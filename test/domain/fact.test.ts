/** Facts: who said what, what counts now, how long it keeps. Neither side ever overwrites the other. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../lib/domain/actor.ts';
import { TALK, type Value } from '../../lib/domain/answer.ts';
import { addDays } from '../../lib/domain/calendar.ts';
import {
  current,
  type Facts,
  goodUntil,
  heldIn,
  lifeAreasOf,
  type Statement,
  statementOf,
  stoodAt,
  voiceOf,
  withConfirmation,
  withStatement,
} from '../../lib/domain/fact.ts';
import { FreshFor } from '../../lib/domain/question.ts';

const ADA = { id: 'P-ADA', name: 'Ada' };
const PRIYA = { id: 'S-PRIYA', name: 'Priya' };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();
const said = (value: Value, minute: number, role: Role = 'person'): Statement => ({
  value,
  by: voiceOf(role) === 'staff' ? PRIYA : ADA,
  role,
  at: at(minute),
  form: 'story',
  configuration: 'v1',
});

test.each<[Role, 'person' | 'staff']>([
  ['person', 'person'],
  ['helper', 'person'],
  ['representative', 'person'],
  ['assessor', 'staff'],
  ['approver', 'staff'],
  ['configurer', 'staff'],
  ['system', 'staff'],
])('a %s speaks on the side of: %s', (role, voice) => expect(voiceOf(role)).toBe(voice));

describe('two sides', () => {
  const facts = withStatement(withStatement({}, 'q', said('mine', 1)), 'q', said('theirs', 2, 'assessor'));

  test('stand beside each other; the later one counts', () => {
    expect(facts.q).toEqual({ person: said('mine', 1), staff: said('theirs', 2, 'assessor') });
    expect(statementOf(facts, 'q')?.value).toBe('theirs');
    expect(statementOf(withStatement(facts, 'q', said('mine again', 3)), 'q')?.value).toBe('mine again');
  });

  test('whoever confirms says that what stands is right, in the words and the name of who said it', () => {
    const confirmed = withConfirmation(facts, 'q', { by: ADA, at: at(5) });
    expect(confirmed.q?.staff).toEqual({ ...said('theirs', 2, 'assessor'), confirmed: { by: ADA, at: at(5) } });
    expect(confirmed.q?.person).toEqual(said('mine', 1));
    // An older statement of the other side does not come back by it; a newer one does count.
    expect(statementOf(confirmed, 'q')?.value).toBe('theirs');
    expect(statementOf(withStatement(confirmed, 'q', said('mine after all', 6)), 'q')?.value).toBe('mine after all');
  });

  test('saying it anew ends the confirmation, which was of other words', () => {
    const confirmed = withConfirmation(facts, 'q', { by: ADA, at: at(5) });
    expect(withStatement(confirmed, 'q', said('new', 6, 'assessor')).q?.staff).toEqual(said('new', 6, 'assessor'));
  });

  test('nothing there is nothing to confirm', () => expect(withConfirmation(facts, 'other', { by: ADA, at: at(5) })).toBe(facts));
});

test('“I would rather talk” is an answer, and says nothing that a condition could read', () => {
  const facts = withStatement({}, 'q', said(TALK, 1));
  expect(statementOf(facts, 'q')?.value).toEqual(TALK);
  expect(heldIn(facts)('q')).toBeUndefined();
});

test('names that every object has are not facts', () => {
  expect(statementOf({}, 'constructor')).toBeUndefined();
  expect(heldIn({})('constructor')).toBeUndefined();
  expect(statementOf(withStatement({}, 'constructor', said('x', 1)), 'constructor')?.value).toBe('x');
});

describe('how long an answer keeps', () => {
  test.each([
    ['forever', '2026-11-21T10:00:00Z', undefined],
    ['each-time', '2026-11-21T10:00:00Z', '2026-11-21'],
    ['P30D', '2026-11-21T10:00:00Z', '2026-12-21'],
    ['P2W', '2026-12-25T10:00:00Z', '2027-01-08'],
    ['P6M', '2026-08-31T10:00:00Z', '2027-02-28'],
    ['P1Y', '2024-02-29T10:00:00Z', '2025-02-28'],
    // Said after midnight in London, in summer time.
    ['P1D', '2026-06-30T23:30:00Z', '2026-07-02'],
  ] as const)('%s from %s', (freshFor, when, until) => expect(goodUntil(freshFor, when)).toBe(until));

  const length = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('D', 'W', 'M', 'Y'))
    .map(([count, unit]) => `P${count}${unit}`);
  const instant = fc
    .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString());

  test('law: what was said later keeps at least as long, and more of a unit is never less', () => {
    fc.assert(
      fc.property(length, instant, instant, fc.integer({ min: 1, max: 99 }), (freshFor, one, other, more) => {
        expect(FreshFor.safeParse(freshFor).success).toBe(true);
        const [early, late] = [one, other].sort();
        const [first, second] = [goodUntil(freshFor, early ?? ''), goodUntil(freshFor, late ?? '')];
        expect((first ?? '') <= (second ?? '')).toBe(true);
        const longer = `P${Number(freshFor.slice(1, -1)) + more}${freshFor.slice(-1)}`;
        expect((first ?? '') < (goodUntil(longer, early ?? '') ?? '')).toBe(true);
        // It is good on the day it was said and the day after.
        expect((first ?? '') >= addDays((early ?? '').slice(0, 10), 1)).toBe(true);
      }),
    );
  });
});

describe('laws', () => {
  const step = fc.oneof(
    fc.record({ say: fc.constantFrom('a', 'b', 'c'), role: fc.constantFrom<Role>('person', 'helper', 'assessor', 'approver') }),
    fc.record({ confirm: fc.constantFrom<Role>('person', 'assessor') }),
  );

  test('whatever happens, a side’s words change only when that side speaks, and the last word counts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let facts: Facts = {};
        for (const [minute, each] of steps.entries()) {
          const before = facts.q;
          if ('say' in each) {
            facts = withStatement(facts, 'q', said(each.say, minute, each.role));
            const other = voiceOf(each.role) === 'staff' ? 'person' : 'staff';
            expect(facts.q?.[other]).toEqual(before?.[other]);
            expect(statementOf(facts, 'q')?.value).toBe(each.say);
          } else {
            facts = withConfirmation(facts, 'q', { by: each.confirm === 'person' ? ADA : PRIYA, at: at(minute) });
            for (const side of ['person', 'staff'] as const) expect(facts.q?.[side]?.value).toBe(before?.[side]?.value);
            expect(statementOf(facts, 'q')?.by).toEqual(current(before)?.by);
          }
          const stands = statementOf(facts, 'q');
          if (stands) expect(stoodAt(stands)).toBe(at(minute));
        }
      }),
    );
  });
});

describe('the story as the assessment reads it', () => {
  const area = (option: string): Value => ({ option, informalShare: 0, willingAndAble: false, ownWords: `${option} words` });

  test('areas of life only, by whom and when', () => {
    const facts = withStatement(withStatement({}, 'washing', said(area('p6'), 1)), 'about.name', said('Ada', 1));
    expect(lifeAreasOf(facts)).toEqual({ washing: { ...(area('p6') as object), by: ADA, at: at(1) } });
  });

  test('where a worker spoke later, what the person said stays beside it', () => {
    const facts = withStatement(withStatement({}, 'washing', said(area('p6'), 1)), 'washing', said(area('p12'), 2, 'assessor'));
    expect(lifeAreasOf(facts).washing).toEqual({
      ...(area('p12') as object),
      by: PRIYA,
      at: at(2),
      personSaid: { ...(area('p6') as object), at: at(1) },
    });
    expect(lifeAreasOf(withStatement(facts, 'washing', said(area('p0'), 3))).washing).toEqual({
      ...(area('p0') as object),
      by: ADA,
      at: at(3),
    });
  });

  test('“I would rather talk” is no statement to work with', () => {
    expect(lifeAreasOf(withStatement({}, 'washing', said(TALK, 1)))).toEqual({});
  });
});
