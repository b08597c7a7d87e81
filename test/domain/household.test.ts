/** Planning together: who says yes to what and takes it back, who reads and writes, what carers keep apart, and what one item can hold. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../lib/domain/calendar.ts';
import { decideHousehold, MOST_EVENTS, MOST_MEMBERS } from '../../lib/domain/decide-household.ts';
import { MOST_POOLS } from '../../lib/domain/decide-pool.ts';
import {
  combinedAllowed,
  evolveHousehold,
  type Household,
  memberOf,
  membersIn,
  messagesFor,
  type NewMember,
  poolOf,
  poolsFor,
  replayHousehold,
  Shared,
} from '../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../lib/domain/household-command.ts';
import { balancesOf, settledOn } from '../../lib/domain/pool-ledger.ts';
import { isRefusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import {
  ADA,
  advocate,
  agree,
  approver,
  BEN,
  CAI,
  content,
  type Deed,
  DOT,
  go,
  MONDAY,
  openFor,
  outcomeOf,
  own,
  pooled,
  start,
  TODAY,
  together,
  worker,
} from '../support/households.ts';

type Then = RefusalCode | string[];
const yes = (what: Shared, words = ''): HouseholdCommand => ({ type: 'agree-to', what, words });
const back = (what: Shared, words = ''): HouseholdCommand => ({ type: 'take-back', what, words });
const say = (words = 'Hello'): HouseholdCommand => ({ type: 'write-to-household', words });
const leave = (words = ''): HouseholdCommand => ({ type: 'leave-household', words });
const leavePool = (from: string, words = ''): HouseholdCommand => ({ type: 'leave-pool', number: 1, from, words });
const money = (kind: 'in' | 'spent', pence: number, change: object = {}): HouseholdCommand => ({
  type: 'record-pool-money',
  number: 1,
  movement: { kind, on: TODAY, pence, what: 'Driver', ...(kind === 'in' && { caseId: ADA.caseId }), ...change },
});
const both = [ADA, BEN].map((each) => ({ ...each, words: 'Yes.' }));
const opening = (members: readonly NewMember[] = both, name = 'Us'): HouseholdCommand => ({
  type: 'open-household',
  id: 'H-NEW1',
  name,
  members,
});

test.each<[string, Deed, Then]>([
  ['by a worker who asked each', [opening(), worker(ADA)], ['HouseholdOpened']],
  ['by a worker who asked nobody', [opening([ADA, BEN]), worker(ADA)], 'reasons-needed'],
  ['by a person, who says yes for themself', [opening(), own(ADA)], ['HouseholdOpened', 'MemberJoined']],
  ['by somebody who is not in it', [opening(), own(CAI)], 'not-in-household'],
  ['by an approver', [opening(), approver(ADA)], 'not-allowed'],
  ['by an advocate', [opening(), advocate(ADA)], 'not-allowed'],
  ['of one', [opening([{ ...ADA, words: 'Yes' }]), worker(ADA)], 'answer-not-valid'],
  ['of one, twice', [opening(both.map((each) => ({ ...each, caseId: ADA.caseId }))), worker(ADA)], 'already-done'],
  ['without a name', [opening(both, '  '), worker(ADA)], 'answer-not-valid'],
])('opened %s', (_, deed, then) => expect(outcomeOf(undefined, deed)).toEqual(then));

test('opened by a person, the other is only asked: no name is a member, and no yes is theirs, before they said it', () => {
  const opened = go(undefined, [opening(), own(ADA)]);
  expect(membersIn(opened).map(({ caseId }) => caseId)).toEqual([ADA.caseId]);
  expect(outcomeOf(opened, [yes('conversation'), own(BEN)])).toBe('not-in-household');
  const joined = go(opened, [{ type: 'join-household', words: '' }, own(BEN)]);
  expect(membersIn(joined)).toHaveLength(2);
  expect(outcomeOf(opened, [{ type: 'join-household', words: '' }, own(CAI)])).toBe('not-in-household');
  expect(outcomeOf(go(opened, [leave(), own(BEN)]), [{ type: 'join-household', words: '' }, own(BEN)])).toBe('not-in-household');
});

describe('one more person', () => {
  const eve = { ...CAI, caseId: 'C-EVE2026AAA', person: { id: 'P-EVE', name: 'Eve Moss' } };
  test.each<[string, Deed, Then]>([
    ['asked by a worker', [{ type: 'add-member', member: { ...eve, words: 'Yes' } }, worker(ADA)], ['MemberAsked']],
    ['added by a worker without asking', [{ type: 'add-member', member: eve }, worker(ADA)], 'reasons-needed'],
    ['who is here', [{ type: 'add-member', member: { ...BEN, words: 'Yes' } }, worker(ADA)], 'already-done'],
    ['asked by a stranger', [{ type: 'add-member', member: eve }, own(eve)], 'not-in-household'],
  ])('%s', (_, deed, then) => expect(outcomeOf(together, deed)).toEqual(then));

  test('asked by a person has said nothing yet, whatever words were sent', () => {
    const asked = go(together, [{ type: 'add-member', member: { ...eve, words: 'Forged' } }, own(ADA)]);
    expect(memberOf(asked, eve.caseId)?.joinedAt).toBeUndefined();
  });

  test(`is not taken beyond ${MOST_MEMBERS}`, () => {
    const many = Array.from(
      { length: MOST_MEMBERS - 4 },
      (_, at): Deed => [{ type: 'add-member', member: { ...eve, caseId: `C-MANY${at}`, words: 'Yes' } }, worker(ADA)],
    );
    expect(outcomeOf(go(together, ...many), [{ type: 'add-member', member: { ...eve, words: 'Yes' } }, worker(ADA)])).toBe(
      'no-more-room',
    );
  });
});

describe('saying yes, and taking it back', () => {
  test.each<[string, Deed, Then]>([
    ['by the person', [yes('conversation'), own(ADA)], ['AgreementGiven']],
    ['written down by a worker', [yes('combinedPlan', 'Fine by me'), worker(ADA)], ['AgreementGiven']],
    ['by a worker without their words', [yes('combinedPlan'), worker(ADA)], 'reasons-needed'],
    ['in too many words', [yes('combinedPlan', 'x'.repeat(1001)), worker(ADA)], 'answer-not-valid'],
    ['by an advocate in their place', [yes('sharedFacts', 'Yes'), advocate(ADA)], 'not-allowed'],
    ['by whoever steers for now', [yes('sharedFacts', 'Yes'), { ...advocate(ADA), as: 'companion' }], 'not-allowed'],
    [
      'by whoever may decide for them',
      [yes('sharedFacts', 'Yes'), { ...advocate(ADA), as: 'representative' }],
      ['AgreementGiven'],
    ],
    ['by a stranger', [yes('sharedFacts'), own({ ...ADA, caseId: 'C-NOBODY' })], 'not-in-household'],
    ['by an approver', [yes('sharedFacts', 'Yes'), approver(ADA)], 'not-allowed'],
    ['back, what was never given', [back('sharedFacts'), own(ADA)], []],
  ])('%s', (_, deed, then) => expect(outcomeOf(together, deed)).toEqual(then));

  /** Whoever may say yes in their place may say no; nobody else takes them out of anything. */
  const all = go(pooled, ...Shared.options.map((what): Deed => [yes(what), own(ADA)]));
  const going: readonly HouseholdCommand[] = [...Shared.options.map((what) => back(what)), leave(), leavePool(TODAY)];
  const inWords = going.map((command) => ({ ...command, words: 'I would rather not.' }) as HouseholdCommand);
  test.each<[string, readonly HouseholdCommand[], Deed[1], RefusalCode | 'done']>([
    ['by the person', going, own(ADA), 'done'],
    ['by an advocate', inWords, advocate(ADA), 'not-allowed'],
    ['by whoever steers for now', inWords, { ...advocate(ADA), as: 'companion' }, 'not-allowed'],
    ['by a helper who leads for now', inWords, { ...advocate(ADA), as: 'helper' }, 'not-allowed'],
    ['by a carer who leads for now', inWords, { ...advocate(ADA), as: 'carer' }, 'not-allowed'],
    ['by whoever may decide for them', going, { ...advocate(ADA), as: 'representative' }, 'done'],
    ['by a worker without their words', going, worker(ADA), 'reasons-needed'],
    ['by a worker in their words', inWords, worker(ADA), 'done'],
  ])('everything is taken back and left %s, or nothing is', (_, commands, acting, then) => {
    for (const command of commands) {
      const outcome = outcomeOf(all, [command, acting]);
      expect(typeof outcome === 'string' ? outcome : outcome.length > 0 && 'done', command.type).toBe(then);
    }
  });

  test('what a worker wrote down when it was taken back is kept', () => {
    const taken = go(all, [back('sharedFacts', 'I would rather not.'), worker(ADA)]);
    expect(taken.events.at(-1)).toMatchObject({ type: 'AgreementTakenBack', words: 'I would rather not.' });
    expect(go(all, [back('sharedFacts'), own(ADA)]).events.at(-1)).not.toHaveProperty('words');
  });

  test('twice is once', () => {
    expect(outcomeOf(go(together, [yes('conversation'), own(ADA)]), [yes('conversation'), own(ADA)])).toEqual([]);
  });

  test('combined is possible only while everybody who is in says yes (V22), in whatever order they say and unsay it', () => {
    const people = [ADA, BEN, CAI] as const;
    const base = go(undefined, openFor(...people));
    const word = fc.record({ who: fc.constantFrom(...people), what: fc.constantFrom(...Shared.options), to: fc.boolean() });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const said = new Set<string>();
        let state = base;
        for (const { who, what, to } of words) {
          if (to) said.add(`${who.caseId} ${what}`);
          else said.delete(`${who.caseId} ${what}`);
          state = go(state, [to ? yes(what) : back(what), own(who)]);
        }
        const all = (what: Shared) => people.every(({ caseId }) => said.has(`${caseId} ${what}`));
        expect(combinedAllowed(state, 'assessment')).toBe(all('combinedAssessment'));
        expect(combinedAllowed(state, 'plan')).toBe(all('combinedPlan'));
        expect(replayHousehold(state.events)).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  test('it is over for the others when one more comes, and when nobody else is left', () => {
    const agreed = go(undefined, openFor(ADA, BEN), [yes('combinedPlan'), own(ADA)], [yes('combinedPlan'), own(BEN)]);
    expect(combinedAllowed(agreed, 'plan')).toBe(true);
    expect(combinedAllowed(go(agreed, [{ type: 'add-member', member: { ...CAI, words: 'Yes' } }, worker(ADA)]), 'plan')).toBe(
      false,
    );
    expect(combinedAllowed(go(agreed, [leave(), own(BEN)]), 'plan')).toBe(false);
  });
});

describe('the one conversation', () => {
  const talking = go(together, [yes('conversation'), own(ADA)]);
  test.each<[string, Household, Deed, Then]>([
    ['by somebody who said yes', talking, [say(), own(ADA)], ['HouseholdMessageWritten']],
    ['by somebody who did not', talking, [say(), own(BEN)], 'not-in-household'],
    ['by a worker', talking, [say(), worker(ADA)], ['HouseholdMessageWritten']],
    ['by an approver', talking, [say(), approver(ADA)], ['HouseholdMessageWritten']],
    ['by a worker where nobody said yes', together, [say(), worker(ADA)], 'not-in-household'],
    ['nothing', talking, [say('  '), own(ADA)], 'answer-not-valid'],
    ['too much', talking, [say('x'.repeat(2001)), own(ADA)], 'answer-not-valid'],
    ['by a helper', talking, [say(), { ...own(ADA), role: 'helper' }], 'not-allowed'],
  ])('written %s', (_, state, deed, then) => expect(outcomeOf(state, deed)).toEqual(then));

  test('is read from the moment of one’s own yes, and no longer than it stands', () => {
    const later = '2026-11-24T09:00:00.000Z';
    const said = go(talking, [say('Before'), own(ADA)], [yes('conversation'), own(BEN), later], [say('After'), own(ADA), later]);
    const read = (state: Household) => messagesFor(state, BEN.caseId).map(({ words }) => words);
    expect(read(said)).toEqual(['After']);
    expect(messagesFor(said, CAI.caseId)).toEqual([]);
    expect(read(go(said, [back('conversation'), own(BEN), later]))).toEqual([]);
    expect(read(go(said, [leave(), own(BEN), later]))).toEqual([]);
  });
});

describe('a pool', () => {
  const waiting = go(
    together,
    start(own(ADA), [
      [ADA, 1],
      [BEN, 1],
    ]),
  );
  test.each<[string, Deed, Then]>([
    [
      'by a person, who agrees what they offer',
      start(own(ADA), [
        [ADA, 2],
        [BEN, 1],
      ]),
      ['PoolStarted', 'PoolAgreed'],
    ],
    [
      'by a worker, whom everybody has still to answer',
      start(worker(ADA), [
        [ADA, 2],
        [BEN, 1],
      ]),
      ['PoolStarted'],
    ],
    [
      'by an advocate, who agrees nothing',
      start(advocate(ADA), [
        [ADA, 2],
        [BEN, 1],
      ]),
      ['PoolStarted'],
    ],
    [
      'for others only',
      start(own(ADA), [
        [CAI, 1],
        [BEN, 1],
      ]),
      'not-in-household',
    ],
    [
      'with somebody from outside',
      start(own(ADA), [
        [ADA, 1],
        [{ ...BEN, caseId: 'C-OUTSIDE' }, 1],
      ]),
      'not-in-household',
    ],
    [
      'with a carer',
      start(own(ADA), [
        [ADA, 1],
        [DOT, 1],
      ]),
      'carer-kept-apart',
    ],
    [
      'by a carer with adults',
      start(own(DOT), [
        [ADA, 1],
        [DOT, 1],
      ]),
      'carer-kept-apart',
    ],
    ['of one', start(own(ADA), [[ADA, 1]]), 'answer-not-valid'],
    [
      'with somebody twice',
      start(own(ADA), [
        [ADA, 1],
        [ADA, 1],
      ]),
      'answer-not-valid',
    ],
    [
      'with no part',
      start(own(ADA), [
        [ADA, 1],
        [BEN, 0],
      ]),
      'answer-not-valid',
    ],
    [
      'with half a part',
      start(own(ADA), [
        [ADA, 1.5],
        [BEN, 1],
      ]),
      'answer-not-valid',
    ],
    [
      'for nothing',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { wholePence: 0 },
      ),
      'answer-not-valid',
    ],
    [
      'for less than nothing',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { wholePence: -100 },
      ),
      'answer-not-valid',
    ],
    [
      'for half a penny',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { wholePence: 0.5 },
      ),
      'answer-not-valid',
    ],
    [
      'for what is no number',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { wholePence: Number.NaN },
      ),
      'answer-not-valid',
    ],
    [
      'from yesterday',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { startsOn: '2026-11-22' },
      ),
      'answer-not-valid',
    ],
    [
      'from a day there is not',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { startsOn: '2026-02-31' },
      ),
      'answer-not-valid',
    ],
    [
      'in ten years',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { startsOn: '2036-11-22' },
      ),
      'answer-not-valid',
    ],
    [
      'that ends first',
      start(
        own(ADA),
        [
          [ADA, 1],
          [BEN, 1],
        ],
        { startsOn: '2026-12-02', endsOn: '2026-12-01' },
      ),
      'answer-not-valid',
    ],
  ])('started %s', (_, deed, then) => expect(outcomeOf(together, deed)).toEqual(then));

  test('of carers is theirs alone', () => {
    const carers = [DOT, { ...CAI, kind: 'carer' as const }];
    const [dot, cai] = carers;
    if (!dot || !cai) throw new Error('nobody');
    const state = go(
      undefined,
      openFor(dot, cai, ADA),
      start(own(dot), [
        [dot, 1],
        [cai, 1],
      ]),
    );
    const joining: HouseholdCommand = {
      type: 'change-pool',
      number: 1,
      basedOn: 1,
      content: content([
        [dot, 1],
        [cai, 1],
        [ADA, 1],
      ]),
    };
    expect(outcomeOf(state, [joining, own(dot)])).toBe('carer-kept-apart');
    const swapped: HouseholdCommand = {
      type: 'change-pool',
      number: 1,
      basedOn: 1,
      content: content([
        [ADA, 1],
        [BEN, 1],
      ]),
    };
    const withBen = go(state, [{ type: 'add-member', member: { ...BEN, words: 'Yes' } }, worker(dot)]);
    expect(outcomeOf(withBen, [swapped, worker(dot)])).toBe('carer-kept-apart');
  });

  test.each<[string, Household, Deed, Then]>([
    ['agreed by the other', waiting, agree(BEN), ['PoolAgreed']],
    ['agreed again', pooled, agree(BEN), []],
    ['agreed on terms there are not', waiting, agree(BEN, 2), 'pool-changed'],
    ['agreed by somebody without a share', waiting, agree(CAI), 'not-in-household'],
    [
      'agreed by an advocate',
      waiting,
      [{ type: 'agree-pool', number: 1, version: 1, words: 'Yes' }, advocate(BEN)],
      'not-allowed',
    ],
    [
      'agreed for them without words',
      waiting,
      [{ type: 'agree-pool', number: 1, version: 1, words: '' }, worker(BEN)],
      'reasons-needed',
    ],
    [
      'agreed for them in their words',
      waiting,
      [{ type: 'agree-pool', number: 1, version: 1, words: 'Yes' }, worker(BEN)],
      ['PoolAgreed'],
    ],
    [
      'agreed that is not there',
      waiting,
      [{ type: 'agree-pool', number: 2, version: 1, words: '' }, own(BEN)],
      'not-in-household',
    ],
    ['money before everybody agreed', waiting, [money('in', 100), own(ADA)], 'share-not-agreed'],
    ['money in', pooled, [money('in', 100), own(ADA)], ['PoolMoneyRecorded']],
    ['money in from another', pooled, [money('in', 100), own(BEN)], 'not-in-household'],
    ['money in from another, by a worker', pooled, [money('in', 100), worker(BEN)], ['PoolMoneyRecorded']],
    ['money in from nobody', pooled, [money('in', 100, { caseId: CAI.caseId }), worker(ADA)], 'not-in-household'],
    ['money written by somebody without a share', pooled, [money('in', 100), own(CAI)], 'not-in-household'],
    ['money tomorrow', pooled, [money('in', 100, { on: '2026-11-24' }), own(ADA)], 'answer-not-valid'],
    ['money before it began', pooled, [money('in', 100, { on: '2026-11-22' }), own(ADA)], 'share-not-agreed'],
    ['no money', pooled, [money('in', 0), own(ADA)], 'answer-not-valid'],
    ['less than no money', pooled, [money('in', -5), own(ADA)], 'answer-not-valid'],
    ['half a penny', pooled, [money('in', 0.5), own(ADA)], 'answer-not-valid'],
    ['money for nothing said', pooled, [money('in', 5, { what: ' ' }), own(ADA)], 'answer-not-valid'],
    ['spent what is not there', pooled, [money('spent', 100), own(ADA)], 'answer-not-valid'],
    ['left yesterday', pooled, [leavePool('2026-11-22'), own(ADA)], 'answer-not-valid'],
    ['left by somebody who is not in it', pooled, [leavePool(TODAY), own(CAI)], []],
    ['left for them without words', pooled, [leavePool(TODAY), worker(ADA)], 'reasons-needed'],
    [
      'ended yesterday',
      pooled,
      [{ type: 'end-pool', number: 1, basedOn: 1, lastDay: '2026-11-22' }, own(ADA)],
      'answer-not-valid',
    ],
    [
      'ended on what was read before',
      pooled,
      [{ type: 'end-pool', number: 1, basedOn: 0, lastDay: TODAY }, own(ADA)],
      'pool-changed',
    ],
    [
      'changed so that somebody is dropped',
      pooled,
      [
        {
          type: 'change-pool',
          number: 1,
          basedOn: 1,
          content: content([
            [ADA, 1],
            [CAI, 1],
          ]),
        },
        own(ADA),
      ],
      'share-not-agreed',
    ],
    [
      'changed on what was read before',
      pooled,
      [
        {
          type: 'change-pool',
          number: 1,
          basedOn: 0,
          content: content([
            [ADA, 1],
            [BEN, 2],
          ]),
        },
        own(ADA),
      ],
      'pool-changed',
    ],
  ])('%s', (_, state, deed, then) => expect(outcomeOf(state, deed)).toEqual(then));

  test('somebody joins: the old terms stand until each of the three has agreed the new', () => {
    const joining: Deed = [
      {
        type: 'change-pool',
        number: 1,
        basedOn: 1,
        content: content([
          [ADA, 1],
          [BEN, 1],
          [CAI, 1],
        ]),
      },
      own(ADA),
    ];
    const inForce = (state: Household) =>
      settledOn(poolOf(state, 1) ?? never(), TODAY)
        .versions.filter(({ shares, agreed }) => shares.length === agreed.length)
        .map(({ version }) => version);
    const offered = go(pooled, joining);
    expect(inForce(offered)).toEqual([1]);
    expect(inForce(go(offered, agree(BEN, 2)))).toEqual([1]);
    expect(inForce(go(offered, agree(BEN, 2), agree(CAI, 2)))).toEqual([1, 2]);
    expect(poolsFor(offered, CAI.caseId)).toHaveLength(1);
    expect(poolsFor(pooled, CAI.caseId)).toEqual([]);
  });

  const never = (): never => {
    throw new Error('no pool');
  };
  const paid = (state: Household, on: string) =>
    Object.fromEntries(
      balancesOf(settledOn(poolOf(state, 1) ?? never(), on)).map(({ name, pence }) => [name.split(' ')[0], pence]),
    );

  test('leaving takes the unspent share out, and the others go on only once they have agreed', () => {
    const three = go(
      together,
      start(own(ADA), [
        [ADA, 1],
        [BEN, 1],
        [CAI, 1],
      ]),
      agree(BEN),
      agree(CAI),
    );
    const held = go(
      three,
      ...[ADA, BEN, CAI].map((each): Deed => [money('in', 1000, { caseId: each.caseId }), own(each)]),
      [money('spent', 1000), own(ADA)],
      [leavePool('2026-11-30'), own(BEN)],
    );
    expect(paid(held, '2026-11-29')).toEqual({ Ada: 666, Ben: 667, Cai: 667 });
    expect(paid(held, '2026-11-30')).toEqual({ Ada: 666, Ben: 0, Cai: 667 });
    const december = '2026-12-01T09:00:00.000Z';
    const spend: HouseholdCommand = money('spent', 100, { on: '2026-12-01' });
    expect(outcomeOf(held, [spend, own(ADA), december])).toBe('share-not-agreed');
    const again = go(held, agree(ADA, 2, december), agree(CAI, 2, december), [spend, own(ADA), december]);
    expect(paid(again, '2026-12-01')).toEqual({ Ada: 616, Ben: 0, Cai: 617 });
  });

  test('ending pays everybody out after the last day that all agreed, and nothing starts it again', () => {
    const held = go(
      pooled,
      [money('in', 1000), own(ADA)],
      [{ type: 'end-pool', number: 1, basedOn: 1, lastDay: '2026-11-30' }, own(ADA)],
    );
    expect(paid(held, '2026-12-31')).toEqual({ Ada: 1000, Ben: 0 });
    const ended = go(held, agree(BEN, 2));
    expect(paid(ended, '2026-11-30')).toEqual({ Ada: 1000, Ben: 0 });
    expect(paid(ended, '2026-12-01')).toEqual({ Ada: 0, Ben: 0 });
    expect(outcomeOf(ended, [money('in', 1), own(ADA), '2026-12-01T09:00:00.000Z'])).toBe('pool-changed');
  });

  test.each<[string, HouseholdCommand]>([
    ['leaving on a day to come', leavePool('2026-11-30')],
    ['leaving today', leavePool(TODAY)],
    ['leaving the household', leave('Enough.')],
    ['taking back', back('conversation')],
  ])('%s four hundred times is doing it once, as far as it is still there to be done', (_, command) => {
    let state = go(pooled, [yes('conversation'), own(ADA)]);
    const once = go(state, [command, own(ADA)]);
    for (let time = 0; time < 400; time += 1) {
      const decided = decideHousehold(command, state, own(ADA), new Date(MONDAY));
      if (!isRefusal(decided)) state = decided.reduce(evolveHousehold, state);
    }
    expect(state).toEqual(once);
  });

  test('whoever goes may go sooner, not later; going sooner again and again ends where the room does', () => {
    const gone = go(pooled, [leavePool('2026-11-30'), own(ADA)]);
    expect(outcomeOf(gone, [leavePool('2026-12-01'), own(ADA)])).toEqual([]);
    expect(outcomeOf(gone, [leavePool('2026-11-29'), own(ADA)])).toEqual(['PoolLeft']);
    expect(outcomeOf(gone, [leave(), own(ADA)])).toEqual(['PoolLeft', 'MemberLeft']);
    let state = pooled;
    for (let ahead = 729; ahead >= 0; ahead -= 1) {
      const sooner = leavePool(addDays(TODAY, ahead), '\u{1F600}'.repeat(500));
      const decided = decideHousehold(sooner, state, own(ADA), new Date(MONDAY));
      if (!isRefusal(decided)) state = decided.reduce(evolveHousehold, state);
    }
    expect(outcomeOf(state, [leavePool(TODAY, '\u{1F600}'.repeat(500)), own(ADA)])).toBe('no-more-room');
    expect(new TextEncoder().encode(JSON.stringify(state.events)).length).toBeLessThanOrEqual(280_000);
    expect(outcomeOf(state, [leave(), own(ADA)])).toEqual(['PoolLeft', 'MemberLeft']);
  });

  test('whoever is asked in again after they left may leave again', () => {
    const three = [
      [ADA, 1],
      [BEN, 1],
      [CAI, 1],
    ] as const;
    const left = go(together, start(own(ADA), three), agree(BEN), agree(CAI), [leavePool('2026-11-30'), own(BEN)]);
    expect(outcomeOf(left, [leavePool('2026-11-30'), own(BEN)])).toEqual([]);
    const back: HouseholdCommand = {
      type: 'change-pool',
      number: 1,
      basedOn: 2,
      content: content(three, { startsOn: '2026-12-01' }),
    };
    expect(outcomeOf(go(left, [back, own(ADA)]), [leavePool('2026-12-01'), own(BEN)])).toEqual(['PoolLeft']);
  });

  test('leaving the household leaves everything shared, at once', () => {
    const gone = go(pooled, [money('in', 1000), own(ADA)], [leave(), own(ADA)]);
    expect(gone.events.slice(-2).map(({ type }) => type)).toEqual(['PoolLeft', 'MemberLeft']);
    expect(paid(gone, TODAY)).toEqual({ Ada: 0, Ben: 0 });
    expect(outcomeOf(gone, [yes('conversation'), own(ADA)])).toBe('not-in-household');
  });

  test(`no more than ${MOST_POOLS} go on at once`, () => {
    const full = go(
      together,
      ...Array.from({ length: MOST_POOLS }, () =>
        start(own(ADA), [
          [ADA, 1],
          [BEN, 1],
        ]),
      ),
    );
    expect(
      outcomeOf(
        full,
        start(own(ADA), [
          [ADA, 1],
          [BEN, 1],
        ]),
      ),
    ).toBe('no-more-room');
  });
});

describe('one item holds it', () => {
  const filled = (words: string, most: number): Household => {
    let state = go(together, [yes('conversation'), own(ADA)], [yes('sharedFacts'), own(ADA)]);
    for (let at = 0; at < most; at += 1) {
      const decided = decideHousehold(say(words), state, own(ADA), new Date(MONDAY));
      if (isRefusal(decided)) return state;
      state = decided.reduce(evolveHousehold, state);
    }
    return state;
  };

  test.each([
    ['many short words', 'Hi'],
    ['long words of four bytes', '\u{1F600}'.repeat(1000)],
  ])('%s are refused in time, what has to be agreed is not, and going never is', (_, words) => {
    const full = filled(words, MOST_EVENTS);
    expect(outcomeOf(full, [say(words), own(ADA)])).toBe('no-more-room');
    expect(JSON.stringify(full.events).length).toBeLessThan(300_000);
    expect(outcomeOf(full, [yes('combinedPlan'), own(BEN)])).toEqual(['AgreementGiven']);
    expect(outcomeOf(full, [back('conversation'), own(ADA)])).toEqual(['AgreementTakenBack']);
    expect(outcomeOf(full, [leave(), own(ADA)])).toEqual(['MemberLeft']);
  });

  test('at its fullest it is below 300 KB, and going is still possible', () => {
    let state = filled('\u{1F600}'.repeat(1000), MOST_EVENTS);
    for (let at = 0; at < MOST_EVENTS; at += 1) {
      const word: HouseholdCommand = at % 2 ? back('sharedFacts') : yes('sharedFacts', '\u{1F600}'.repeat(500));
      const decided = decideHousehold(word, state, own(BEN), new Date(MONDAY));
      if (isRefusal(decided)) break;
      state = decided.reduce(evolveHousehold, state);
    }
    expect(outcomeOf(state, [yes('sharedFacts', '\u{1F600}'.repeat(500)), own(CAI)])).toBe('no-more-room');
    expect(new TextEncoder().encode(JSON.stringify(state.events)).length).toBeLessThan(300_000);
    expect(outcomeOf(state, [leave(), own(ADA)])).toEqual(['MemberLeft']);
  });
});

test('a log that nobody could have decided is a fault', () => {
  const [first] = together.events;
  if (!first) throw new Error('no event');
  expect(() => evolveHousehold(together, first)).toThrow('cannot come here');
  expect(replayHousehold([])).toBeUndefined();
});
