/** When an advocate has to be arranged (Care Act 2014 s.67), and when the offer to a carer is due (s.10): from what is known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../lib/domain/actor.ts';
import { type AdvocateDuty, advocacyOf, DIFFICULTIES, EVEN_SO } from '../../lib/domain/advocacy.ts';
import { TALK, type Value } from '../../lib/domain/answer.ts';
import { type CarerOfferState, carerOfferOf } from '../../lib/domain/carer-offer.ts';
import type { Grant } from '../../lib/domain/circle.ts';
import { type Facts, withConfirmation, withStatement } from '../../lib/domain/fact.ts';
import { readingGrade, sentencesIn } from '../support/reading-grade.ts';

const TODAY = '2026-11-02';
const BY = { id: 'P-ADA', name: 'Ada' };

type Said = readonly [question: string, value: Value, side?: 'person' | 'staff' | 'helper', hour?: number | undefined];
/** Each thing said an hour after the one before, unless it says when. */
const facts = (...all: Said[]): Facts =>
  all.reduce((held: Facts, [question, value, side = 'person', hour], place) => {
    const role: Role = side === 'staff' ? 'assessor' : side;
    const at = `2026-11-01T${String(hour ?? place + 1).padStart(2, '0')}:00:00.000Z`;
    return withStatement(held, question, { value, by: BY, role, at, form: 'about-you', configuration: 'x' });
  }, {});

const grant = (change: Partial<Grant> = {}): Grant => ({
  id: 'P-VERA',
  name: 'Vera',
  as: 'advocate',
  sections: 'all',
  until: '2026-11-30',
  contact: { by: 'email', to: 'vera@example.org' },
  invitedBy: BY,
  invitedAt: '2026-11-01T09:00:00.000Z',
  joinedAt: '2026-11-01T10:00:00.000Z',
  byCouncil: true,
  ...change,
});

const dutyOf = (held: Facts, ...circle: Grant[]): AdvocateDuty => advocacyOf({ facts: held, circle }, TODAY).duty;
const HARD: Said = ['about.difficulty', ['remember']];
const NONE: Said = ['about.difficulty', ['none']];
const SPEAK = (value: Value): Said => ['about.speak-up', value];
const RECORD = (value: Value, hour?: number): Said => ['assess.advocate', value, 'staff', hour];

describe('from what was said', () => {
  test.each<[string, Said[], AdvocateDuty]>([
    ['nothing yet', [], 'ask'],
    ['they would rather talk about it', [['about.difficulty', TALK]], 'ask'],
    ['none of the four', [NONE], 'none'],
    ...DIFFICULTIES.map((each): [string, Said[], AdvocateDuty] => [`hard: ${each}`, [['about.difficulty', [each]]], 'arises']),
    ['hard, and an advocate is wanted', [HARD, SPEAK('advocate')], 'arises'],
    ['hard, and they are not sure', [HARD, SPEAK('not-sure')], 'arises'],
    ['hard, and they would rather talk about who', [HARD, SPEAK(TALK)], 'arises'],
    ['hard, and they chose somebody', [HARD, SPEAK('someone-i-chose')], 'chosen'],
    ['not hard any more, whoever they chose then', [HARD, SPEAK('someone-i-chose'), NONE], 'none'],
    ['somebody chosen is not enough to know that it is hard', [SPEAK('someone-i-chose')], 'ask'],
    ['an answer that is none of the four', [['about.difficulty', ['__proto__']]], 'none'],
  ])('%s', (_, said, duty) => expect(dutyOf(facts(...said))).toBe(duty));
});

describe('from what the council found', () => {
  const FOUND: Said = ['about.difficulty', ['weigh-up'], 'staff'];
  test.each<[string, Said[], AdvocateDuty]>([
    ['what the council finds counts by itself', [FOUND], 'arises'],
    ['and beside an earlier “none”', [NONE, FOUND], 'arises'],
    ['and is not undone by a later “none” of the person’s side', [FOUND, ['about.difficulty', ['none'], 'helper']], 'arises'],
    ['that it is none of the four, after the person named one', [HARD, ['about.difficulty', ['none'], 'staff']], 'none'],
    ['and what the person names after that counts', [['about.difficulty', ['none'], 'staff'], HARD], 'arises'],
    ['not needed', [HARD, RECORD('not-needed')], 'not-needed'],
    ['someone suitable', [HARD, SPEAK('someone-i-chose'), RECORD('someone-suitable')], 'someone-suitable'],
    ['arranged', [HARD, RECORD('arranged')], 'advocate'],
    ['declined', [HARD, RECORD('offered-declined')], 'declined'],
    ['a difficulty named since the record opens it again', [RECORD('not-needed'), HARD], 'arises'],
    [
      'and so does a new choice of who speaks up',
      [HARD, RECORD('arranged', 2), ['about.speak-up', 'someone-i-chose', 'person', 3]],
      'chosen',
    ],
    ['a record of no kind we know', [HARD, RECORD('maybe')], 'arises'],
  ])('%s', (_, said, duty) => expect(dutyOf(facts(...said))).toBe(duty));

  test('a record from the last cycle is opened again when the person says that it is still hard', () => {
    const held = facts(HARD, RECORD('someone-suitable'));
    expect(dutyOf(held)).toBe('someone-suitable');
    expect(dutyOf(withConfirmation(held, 'about.difficulty', { by: BY, at: '2027-11-01T09:00:00.000Z' }))).toBe('arises');
  });

  test('only staff can record it', () => expect(dutyOf(facts(HARD, ['assess.advocate', 'not-needed', 'helper']))).toBe('arises'));
});

describe('an advocate on the list', () => {
  test.each<[string, Partial<Grant>, AdvocateDuty]>([
    ['who came, for all of it', {}, 'advocate'],
    ['who has not come yet', { joinedAt: undefined }, 'arises'],
    ['whom the person found themself: the council has to be satisfied of them', { byCouncil: undefined }, 'arises'],
    ['for a part', { sections: ['areas'] }, 'arises'],
    ['whose last day is past', { until: '2026-11-01' }, 'arises'],
    ['who was taken off', { ended: { at: '2026-11-01T09:00:00.000Z', by: BY } }, 'arises'],
    ['somebody else', { as: 'helper' }, 'arises'],
    ['somebody who acts for them', { as: 'representative', authority: 'consent' }, 'arises'],
  ])('%s', (_, change, duty) => expect(dutyOf(facts(HARD), grant(change))).toBe(duty));

  test('is named', () =>
    expect(advocacyOf({ facts: facts(HARD), circle: [grant()] }, TODAY).by).toEqual({ id: 'P-VERA', name: 'Vera' }));
});

describe('laws', () => {
  const some = fc.subarray([...DIFFICULTIES], { minLength: 1 });
  const speakUp = fc.constantFrom<Value | undefined>(undefined, 'someone-i-chose', 'advocate', 'not-sure', TALK);

  test('a difficulty that was named is never passed over: there is always something for staff to do', () => {
    fc.assert(
      fc.property(some, speakUp, (named, who) => {
        const { duty, difficulties } = advocacyOf(
          { facts: facts(['about.difficulty', named], ...(who === undefined ? [] : [SPEAK(who)])), circle: [] },
          TODAY,
        );
        expect(['arises', 'chosen']).toContain(duty);
        expect(difficulties).toEqual(DIFFICULTIES.filter((each) => named.includes(each)));
      }),
    );
  });

  test('somebody chosen never meets the duty by being chosen: the council has to be satisfied', () => {
    fc.assert(
      fc.property(some, fc.constantFrom<Grant['as']>('helper', 'carer', 'companion', 'representative'), (named, as) => {
        const held = facts(['about.difficulty', named], SPEAK('someone-i-chose'));
        const { duty, forStaff, law } = advocacyOf({ facts: held, circle: [grant({ as })] }, TODAY);
        expect(duty).toBe('chosen');
        expect(forStaff).toContain('not engaged in their care or treatment for pay or as a professional');
        expect(law).toContain('s.67(5)');
      }),
    );
  });
});

const EVERY: Record<AdvocateDuty, Said[]> = {
  ask: [],
  none: [NONE],
  arises: [HARD],
  chosen: [HARD, SPEAK('someone-i-chose')],
  advocate: [HARD, RECORD('arranged')],
  'someone-suitable': [HARD, RECORD('someone-suitable')],
  'not-needed': [HARD, RECORD('not-needed')],
  declined: [HARD, RECORD('offered-declined')],
};

test.each(Object.entries(EVERY))('what the person reads is easy, and staff read the law: %s', (duty, said) => {
  const { forThePerson, forStaff, law, ...known } = advocacyOf({ facts: facts(...said), circle: [] }, TODAY);
  expect(known.duty).toBe(duty);
  expect(readingGrade(sentencesIn(forThePerson)), forThePerson).toBeLessThanOrEqual(6);
  expect(law).toMatch(/^Care Act 2014, s\.67/);
  expect(forStaff).not.toBe(forThePerson);
  expect(forThePerson + forStaff + EVEN_SO.forStaff).not.toContain('!');
});

describe('the offer to a carer', () => {
  const offerOf = (held: Facts, ...circle: Grant[]): CarerOfferState => carerOfferOf({ facts: held, circle }, TODAY).state;
  const RECORDED = (value: Value): Said => ['assess.carer-offered', value, 'staff'];
  test.each<[string, Said[], CarerOfferState]>([
    ['not known', [], 'ask'],
    ['they would rather talk', [['about.carer', TALK]], 'ask'],
    ['no carer', [['about.carer', false]], 'nobody'],
    ['a carer', [['about.carer', true]], 'offer'],
    [
      'and shall we offer: yes',
      [
        ['about.carer', true],
        ['about.carer-offer', true],
      ],
      'offer',
    ],
    [
      'and shall we offer: no',
      [
        ['about.carer', true],
        ['about.carer-offer', false],
      ],
      'person-said-no',
    ],
    ['not offered yet', [['about.carer', true], RECORDED('not-yet')], 'offer'],
    ['offered, and wanted', [['about.carer', true], RECORDED('wants-one')], 'wanted'],
    ['offered, and not now', [['about.carer', true], RECORDED('not-now')], 'not-now'],
  ])('%s', (_, said, state) => expect(offerOf(facts(...said))).toBe(state));

  test('a carer on the list is a carer, whatever was answered', () => {
    expect(offerOf(facts(['about.carer', false]), grant({ as: 'carer' }))).toBe('offer');
    expect(offerOf(facts(['about.carer', false]), grant({ as: 'carer', until: '2026-11-01' }))).toBe('nobody');
  });

  test('the person’s no is not the carer’s: staff are told who may refuse', () => {
    const { forStaff, law } = carerOfferOf(
      { facts: facts(['about.carer', true], ['about.carer-offer', false]), circle: [] },
      TODAY,
    );
    expect(forStaff).toContain('only the carer can refuse it');
    expect(law).toContain('s.11(5)');
  });
});
