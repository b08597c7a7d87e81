/** Who steers for now, who holds the pen because of it, and what everybody else can do: propose (I-16). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { Invitation } from '../../lib/domain/circle.ts';
import type { LeadContent } from '../../lib/domain/lead.ts';
import { isWaiting, LONGEST_PROPOSAL, MOST_PROPOSALS } from '../../lib/domain/proposal.ts';
import { caseAt, follow, offer, type Place, plan, type Step, save, WAY_TO } from '../support/case-so-far.ts';
import { expectThat, outcomeOf, type Then } from '../support/given-when-then.ts';
import { ada, ben, glenda, priya, tom } from '../support/small-council.ts';

const someone = (id: string): Actor => ({ id, name: `${id} Someone`, roles: ['person'] });
/** Asked to help with one part only. */
const cai = someone('P-CAI');
/** Acts for Ada, because Ada says so. */
const dot = someone('P-DOT');
/** An advocate. */
const eve = someone('P-EVE');
const stranger = someone('P-FAY');

const invite = ({ id, name }: Actor, change: Partial<Invitation>): Step => ({
  by: ada,
  command: {
    type: 'invite-person',
    invitation: {
      id,
      name,
      as: 'helper',
      sections: 'all',
      until: '2027-06-30',
      contact: { by: 'email', to: 'a@x.example' },
      ...change,
    },
  },
});
const CIRCLE = [
  invite(ben, {}),
  invite(cai, { sections: ['areas'] }),
  invite(dot, { as: 'representative', authority: 'consent' }),
  invite(eve, { as: 'advocate' }),
];
const at = (place: Exclude<Place, 'nobody yet'>, ...more: Step[]): Case => follow([...CIRCLE, ...more], caseAt(place)) as Case;

const CHECK_IN = '2026-11-30';
const lead = (by: Actor, content: Partial<LeadContent>): Step => ({
  by,
  command: { type: 'arrange-lead', content: { mode: 'person', words: '', canDecide: true, ...content } },
});
const over = (who: Actor, checkInBy = CHECK_IN, rest: Partial<LeadContent> = {}): Partial<LeadContent> => ({
  mode: 'someone-for-now',
  who: { id: who.id, name: who.name },
  checkInBy,
  ...rest,
});
const SAID = { words: 'Let Ben do it for a bit.' };
const on = (day: string, step: Step): Step => ({ ...step, at: `${day}T09:00:00.000Z` });
const LED: Then = ['LeadArranged'];
const planning = at('planning');

test.each<[sentence: string, when: Step, then: Then]>([
  ['the person leads', lead(ada, { mode: 'person' }), LED],
  ['the person and the worker lead together', lead(ada, { mode: 'shared' }), LED],
  ['the person asks somebody to take over', lead(ada, over(ben)), LED],
  ['whoever acts for them asks somebody, with their words', lead(dot, over(ben, CHECK_IN, SAID)), LED],
  ['and not without', lead(dot, over(ben)), 'lead-not-valid'],
  ['an advocate takes over with the person’s words', lead(eve, over(eve, CHECK_IN, SAID)), LED],
  ['and not of their own accord', lead(eve, over(eve)), 'lead-not-valid'],
  ['nobody leads longer than they were invited for', lead(ada, over(ben, '2026-12-24', {})), LED],
  ['a worker writes down what the person said', lead(priya, over(ben, CHECK_IN, SAID)), LED],
  ['a worker takes over because the person asked', lead(priya, over(priya, CHECK_IN, SAID)), LED],
  ['a worker without the person’s words', lead(priya, over(ben)), 'lead-not-valid'],
  ['a worker without words, to share', lead(priya, { mode: 'shared' }), 'lead-not-valid'],
  ['a person who cannot decide it', lead(priya, over(ben, CHECK_IN, { ...SAID, canDecide: false })), 'lead-not-valid'],
  ['a worker for a colleague', lead(priya, over(tom, CHECK_IN, SAID)), 'lead-not-valid'],
  ['the person for a worker who is not there', lead(ada, over(priya)), 'lead-not-valid'],
  ['the person for themself', lead(ada, over(ada)), 'lead-not-valid'],
  ['somebody nobody let in', lead(ada, over(stranger)), 'lead-not-valid'],
  ['somebody who was let in on one part', lead(ada, over(cai)), 'lead-not-valid'],
  ['a helper who was not asked', lead(ben, over(ben)), 'not-allowed'],
  ['an approver', lead(glenda, over(ben, CHECK_IN, SAID)), 'not-allowed'],
  ['the machine', lead(SYSTEM, { mode: 'person' }), 'not-allowed'],
  ['nobody named', lead(ada, { mode: 'someone-for-now', checkInBy: CHECK_IN }), 'lead-not-valid'],
  ['no day to check in', lead(ada, { mode: 'someone-for-now', who: { id: ben.id, name: ben.name } }), 'lead-not-valid'],
  ['a day that is past', lead(ada, over(ben, '2026-11-01')), 'lead-not-valid'],
  ['today', lead(ada, over(ben, '2026-11-02')), 'lead-not-valid'],
  ['tomorrow', lead(ada, over(ben, '2026-11-03')), LED],
  ['twelve weeks on', lead(ada, over(ben, '2027-01-25')), LED],
  ['a day more', lead(ada, over(ben, '2027-01-26')), 'lead-not-valid'],
])('%s', (_, when, then) => expectThat(planning, when, then));

describe('while somebody leads for now', () => {
  const led = at('planning', lead(ada, over(ben)));
  const alone = at('planning', lead(ada, { mode: 'person' }));
  const worker = at('planning', lead(priya, over(priya, CHECK_IN, SAID)));

  test.each<[sentence: string, given: Case, when: Step, then: Then]>([
    ['they hold the pen', led, save(plan, 0, ben), ['PlanSaved']],
    ['they offer the plan', at('a plan written', lead(ada, over(ben))), offer(1, ben), ['PlanOffered', 'StageFinished']],
    ['they hand it back', led, lead(ben, { mode: 'person' }), LED],
    ['they hand it back to both', led, lead(ben, { mode: 'shared' }), LED],
    ['they do not make it longer', led, lead(ben, over(ben, '2026-12-31')), 'not-your-pen'],
    ['they pass it on to nobody', led, lead(ben, over(dot)), 'not-your-pen'],
    ['the person writes all the same', led, save(plan, 0, ada), ['PlanSaved']],
    ['whoever acts for them writes all the same', led, save(plan, 0, dot), ['PlanSaved']],
    ['a worker does not write', led, save(plan, 0, priya), 'not-your-pen'],
    ['a worker does not offer', at('a plan written', lead(ada, over(ben))), offer(1, priya), 'not-your-pen'],
    ['where the person leads, a worker does not write', alone, save(plan, 0, priya), 'not-your-pen'],
    ['where the person leads, they write', alone, save(plan, 0, ada), ['PlanSaved']],
    ['a worker who leads writes', worker, save(plan, 0, priya), ['PlanSaved']],
    ['a colleague of hers does not', worker, save(plan, 0, tom), 'not-your-pen'],
    ['the person ends what a worker leads', worker, lead(ada, { mode: 'person' }), LED],
    ['on the day to check in it still holds', led, on(CHECK_IN, save(plan, 0, ben)), ['PlanSaved']],
    ['and on that day a worker still does not write', led, on(CHECK_IN, save(plan, 0, priya)), 'not-your-pen'],
    ['the day after it is over by itself', led, on('2026-12-01', save(plan, 0, ben)), 'not-allowed'],
    ['and a worker writes again', led, on('2026-12-01', save(plan, 0, priya)), ['PlanSaved']],
    ['of a worker too: her colleague writes', worker, on('2026-12-01', save(plan, 0, tom)), ['PlanSaved']],
    ['whoever was sent away leads nothing', follow([remove(ben)], led) as Case, save(plan, 0, ben), 'not-allowed'],
    [
      'who led alone before leads alone again',
      follow([remove(ben)], at('planning', lead(ada, { mode: 'person' }), lead(ada, over(ben)))) as Case,
      save(plan, 0, priya),
      'not-your-pen',
    ],
    [
      'also when the day to check in is past',
      at('planning', lead(ada, { mode: 'person' }), lead(ada, over(ben))),
      on('2026-12-01', save(plan, 0, priya)),
      'not-your-pen',
    ],
    [
      'also when it is handed back',
      follow([lead(ben, { mode: 'shared' })], at('planning', lead(ada, { mode: 'person' }), lead(ada, over(ben)))) as Case,
      save(plan, 0, priya),
      'not-your-pen',
    ],
    ['and the worker writes with the person again', follow([remove(ben)], led) as Case, save(plan, 0, priya), ['PlanSaved']],
  ])('%s', (_, given, when, then) => expectThat(given, when, then));

  test('what does not belong to a mode is not kept', () => {
    const state = follow([lead(ada, over(ben)), lead(ada, { ...over(ben), mode: 'shared' })], planning);
    expect(state?.lead).toMatchObject({ mode: 'shared', arrangedBy: { id: ada.id } });
    expect(state?.lead).not.toHaveProperty('who');
    expect(state?.lead).not.toHaveProperty('checkInBy');
  });
});

function remove({ id }: Actor): Step {
  return { by: ada, command: { type: 'remove-person', id } };
}

const PLACES = (Object.keys(WAY_TO) as Place[]).filter((place) => place !== 'nobody yet');
test.each(PLACES)('the person takes it back on any day: at “%s”', (place) => {
  const takeBack = lead(ada, { mode: 'person' });
  if (caseAt(place).state === 'closed') return expectThat(place, takeBack, 'case-closed');
  const led = at(place, lead(ada, over(ben)));
  expectThat(led, takeBack, LED);
  const back = follow([takeBack], led);
  expect(back?.lead?.mode).toBe('person');
  expect({ ...back, lead: led.lead, version: led.version }).toEqual(led);
});

describe('proposals', () => {
  const propose = (by: Actor, words: string, about = ''): Step => ({ by, command: { type: 'propose-change', about, words } });
  const settle = (by: Actor, taken: boolean, words = '', number = 1): Step => ({
    by,
    command: { type: 'settle-proposal', number, taken, words },
  });
  const MADE: Then = ['ChangeProposed'];
  const proposed = at('a plan written', propose(tom, 'Sundays too.', 'Morning visits'));
  const inTheirHands = follow([lead(ada, { mode: 'person' })], proposed) as Case;
  const many = at('planning', ...Array.from({ length: MOST_PROPOSALS }, () => propose(ada, 'More.')));
  const settled = follow([settle(ada, true)], proposed) as Case;

  test.each<[sentence: string, given: Place | Case, when: Step, then: Then]>([
    ['by the person', planning, propose(ada, 'More.'), MADE],
    ['by whoever acts for them', planning, propose(dot, 'More.'), MADE],
    ['by a worker', planning, propose(tom, 'More.'), MADE],
    ['by a worker, after support is in place', at('support in place'), propose(tom, 'More.'), MADE],
    ['not by somebody who helps with a part', planning, propose(cai, 'More.'), 'not-allowed'],
    ['not by whoever will agree the plan', planning, propose(glenda, 'Less.'), 'not-allowed'],
    ['not without a word', planning, propose(tom, '  '), 'answer-not-valid'],
    ['as long as it may be', planning, propose(tom, 'x'.repeat(LONGEST_PROPOSAL)), MADE],
    ['not longer', planning, propose(tom, 'x'.repeat(LONGEST_PROPOSAL + 1)), 'answer-not-valid'],
    ['not about more than a line', planning, propose(tom, 'More.', 'x'.repeat(201)), 'answer-not-valid'],
    ['not while too many wait', many, propose(tom, 'More.'), 'already-done'],
    ['not on a closed case', 'a withdrawn case', propose(priya, 'More.'), 'case-closed'],
    ['taken up without a word', proposed, settle(ada, true), ['ProposalSettled']],
    ['taken up by a worker, while they write together', proposed, settle(priya, true), ['ProposalSettled']],
    ['not by a worker, while the person leads', inTheirHands, settle(priya, true), 'not-your-pen'],
    ['not taken up, with a word', inTheirHands, settle(ada, false, 'I sleep then.'), ['ProposalSettled']],
    ['not taken up, without', inTheirHands, settle(ada, false, ' '), 'reasons-needed'],
    ['at great length', proposed, settle(ada, false, 'x'.repeat(LONGEST_PROPOSAL + 1)), 'answer-not-valid'],
    ['one there is not', proposed, settle(ada, true, '', 2), 'nobody-by-that-name'],
    ['once is enough', settled, settle(ada, false, 'No.'), []],
  ])('%s', (_, given, when, then) => expectThat(given, when, then));

  test('change nothing by themselves, whatever becomes of them', () => {
    const before = at('a plan written');
    for (const state of [proposed, settled]) {
      expect({ ...state, proposals: [], version: 0 }).toEqual({ ...before, proposals: [], version: 0 });
    }
    expect(settled.proposals).toMatchObject([{ number: 1, about: 'Morning visits', settled: { id: ada.id, taken: true } }]);
  });

  test('no number is ever given twice, none that waits is dropped, and few that are settled are kept', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 20 })), { maxLength: 40 }), (asked) => {
        let state = planning;
        let given = 0;
        const open = new Set<number>();
        for (const number of asked) {
          const step = number === null ? propose(tom, 'More.') : settle(ada, true, '', number);
          const then = outcomeOf(state, step);
          if (typeof then === 'string' || then.length === 0) continue;
          state = follow([step], state) as Case;
          if (number !== null) open.delete(number);
          else {
            given += 1;
            open.add(given);
            expect(state.proposals.at(-1)?.number).toBe(given);
          }
        }
        expect(state.proposals.filter(isWaiting).map(({ number }) => number)).toEqual([...open].sort((a, b) => a - b));
        expect(state.proposals.length).toBeLessThanOrEqual(MOST_PROPOSALS + 6);
      }),
      { numRuns: 300 },
    );
  });
});
