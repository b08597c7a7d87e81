/** Help that cannot wait: from every place of a case, on three facts, with nothing else asked (Care Act 2014 s.19(3), I-21). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import { isGoing, MOST_URGENT, UrgentSupportContent } from '../../lib/domain/urgent-support.ts';
import { caseAt, follow, type Place, type Step, WAY_TO } from '../support/case-so-far.ts';
import { expectThat, outcomeOf, type Then } from '../support/given-when-then.ts';
import { ada, ben, glenda, priya, sam, small } from '../support/small-council.ts';

const TODAY = '2026-11-02';
const FACTS = { what: 'Two visits a day.', who: 'Larks', startsOn: TODAY };
const begin = (startsOn = TODAY, by: Actor = priya): Step => ({
  by,
  command: { type: 'start-urgent-support', content: { ...FACTS, startsOn } },
});
const end = (number = 1, reasons = 'Her sister is here now.', by: Actor = priya): Step => ({
  by,
  command: { type: 'end-urgent-support', number, reasons },
});
const STARTED: Then = ['UrgentSupportStarted'];
const PLACES = (Object.keys(WAY_TO) as Place[]).filter((place): place is Exclude<Place, 'nobody yet'> => place !== 'nobody yet');

describe('it starts', () => {
  test.each(PLACES)('at “%s”, and nothing else changes', (place) => {
    const before = caseAt(place);
    if (before.state === 'closed') return expectThat(before, begin(), 'case-closed');
    expectThat(before, begin(), STARTED);
    const after = follow([begin()], before);
    expect({ ...after, urgent: before.urgent, version: before.version }).toEqual(before);
    expect(after?.urgent).toMatchObject([{ ...FACTS, number: 1, lookAgainBy: '2026-11-16', startedBy: { id: priya.id } }]);
  });

  test('with no figures of charging, no model and no ways to hold the money in the bundle', () => {
    const { model: _model, ...bare } = small;
    expectThat(caseAt('a story just begun'), begin(), STARTED, bare);
  });

  const five = follow(
    Array.from({ length: MOST_URGENT }, () => begin()),
    caseAt('planning'),
  ) as Case;
  test.each<[sentence: string, given: Case, when: Step, then: Then]>([
    ['by an approver', caseAt('an assessment'), begin(TODAY, glenda), STARTED],
    ['not by the person: they call', caseAt('an assessment'), begin(TODAY, ada), 'not-allowed'],
    ['not by a stranger', caseAt('an assessment'), begin(TODAY, ben), 'not-allowed'],
    ['not by whoever sets up the forms', caseAt('an assessment'), begin(TODAY, sam), 'not-allowed'],
    ['not by the machine', caseAt('an assessment'), begin(TODAY, SYSTEM), 'not-allowed'],
    ['two weeks on', caseAt('an assessment'), begin('2026-11-16'), STARTED],
    ['not a day later', caseAt('an assessment'), begin('2026-11-17'), 'urgent-not-valid'],
    ['a week ago, written down late', caseAt('an assessment'), begin('2026-10-26'), STARTED],
    ['not a day earlier', caseAt('an assessment'), begin('2026-10-25'), 'urgent-not-valid'],
    ['not a sixth at once', five, begin(), 'urgent-not-valid'],
    ['a sixth, once one has ended', follow([end(2)], five) as Case, begin(), STARTED],
  ])('%s', (_, given, when, then) => expectThat(given, when, then));

  test.each([
    ['a start still to come', '2026-11-10', '2026-11-24'],
    ['a start that is past', '2026-10-30', '2026-11-16'],
  ])('and is looked at again two weeks on: %s', (_, startsOn, by) => {
    expect(follow([begin(startsOn)], caseAt('planning'))?.urgent[0]?.lookAgainBy).toBe(by);
  });
});

test.each(['what', 'who', 'startsOn'])('there are three facts, and “%s” is one of them', (fact) => {
  expect(UrgentSupportContent.safeParse(FACTS).success).toBe(true);
  expect(UrgentSupportContent.safeParse({ ...FACTS, [fact]: ' ' }).success).toBe(false);
  expect(UrgentSupportContent.safeParse({ ...FACTS, [fact]: undefined }).success).toBe(false);
});

describe('it ends', () => {
  const going = follow([begin()], caseAt('an assessment')) as Case;
  const withdrawn = follow([{ by: ada, command: { type: 'withdraw', reasons: '' } }], going) as Case;
  test.each<[sentence: string, given: Case, when: Step, then: Then]>([
    ['with reasons', going, end(), ['UrgentSupportEnded']],
    ['by an approver', going, end(1, 'Done.', glenda), ['UrgentSupportEnded']],
    ['not without', going, end(1, ' '), 'reasons-needed'],
    ['not by the person', going, end(1, 'No.', ada), 'not-allowed'],
    ['not one there is not', going, end(2), 'nobody-by-that-name'],
    ['once', follow([end()], going) as Case, end(), []],
    ['not again where it ended with the case', withdrawn, end(), []],
  ])('%s', (_, given, when, then) => expectThat(given, when, then));

  test('with its case, for the same reasons, and never by itself: not by moving on, not by time', () => {
    expect(withdrawn.urgent).toMatchObject([{ ended: { id: ada.id, reasons: 'No reason was given.' } }]);
    const months = follow([{ ...begin('2027-03-01'), at: '2027-03-01T09:00:00.000Z' }], going);
    expect(months?.urgent.filter(isGoing)).toHaveLength(2);
  });

  test('no number is given twice, and none that goes on is dropped', () => {
    const planning = caseAt('planning');
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 12 })), { maxLength: 30 }), (asked) => {
        let state = planning;
        let given = 0;
        const open = new Set<number>();
        for (const number of asked) {
          const step = number === null ? begin() : end(number);
          const then = outcomeOf(state, step);
          if (typeof then === 'string' || then.length === 0) continue;
          state = follow([step], state) as Case;
          if (number !== null) open.delete(number);
          else {
            given += 1;
            open.add(given);
          }
        }
        expect(state.urgent.filter(isGoing).map(({ number }) => number)).toEqual([...open]);
        expect(new Set(state.urgent.map(({ number }) => number)).size).toBe(state.urgent.length);
      }),
      { numRuns: 300 },
    );
  });
});
