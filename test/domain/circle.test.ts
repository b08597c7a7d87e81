/** Who of the people around a person may do what, and see which parts: at every read, by the list as it is and the day it is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import {
  Authority,
  actsForThem,
  type Grant,
  Invitation,
  isInForce,
  lastDayFault,
  MONEY_ONLY,
  mayTakeBack,
  Relation,
  standingOf,
} from '../../lib/domain/circle.ts';
import { partsFor } from '../../lib/domain/open-forms.ts';
import { ACTIONS, type Action, may, rolesOn, subjectOf } from '../../lib/domain/permission.ts';
import { ada, adaTheApprover, ben, glenda, priya, sam } from '../support/small-council.ts';

const TODAY = '2026-11-02';
const BEFORE = '2026-11-01';
const by = { id: ada.id, name: ada.name };
const at = '2026-10-01T09:00:00.000Z';

const grantWith = (change: Partial<Grant> = {}): Grant => ({
  id: ben.id,
  name: ben.name,
  as: 'helper',
  sections: ['areas'],
  until: '2026-11-30',
  contact: { by: 'email', to: 'ben@example.org' },
  invitedBy: by,
  invitedAt: at,
  ...change,
});
const acts = (change: Partial<Grant> = {}): Grant =>
  grantWith({ as: 'representative', authority: 'consent', sections: 'all', ...change });
const lpa = (change: Partial<Grant> = {}): Grant => acts({ authority: 'lpa-health-and-welfare', ...change });
const seenBy = { id: priya.id, name: priya.name, at };

const caseWith = (...circle: Grant[]) => ({ person: by, circle });
const mayOn = (actor: Actor, circle: Grant[], today = TODAY): Action[] =>
  ACTIONS.filter((action) => may(actor, action, subjectOf(caseWith(...circle), today)));

const HELPER: Action[] = ['answer-question', 'confirm-answers', 'adopt-configuration', 'join-circle', 'remove-person'];
const REPRESENTATIVE: Action[] = [
  ...HELPER,
  'view-case',
  'send-story',
  'invite-person',
  'write-message',
  'raise-challenge',
  'fill-form',
  'ask-for-review',
  'save-plan',
  'offer-plan',
  'arrange-lead',
  'propose-change',
  'settle-proposal',
  'explain-ways',
];

describe('what somebody may try on the case of the one who invited them', () => {
  test.each<[string, Actor, Grant[], readonly Action[]]>([
    ['a helper', ben, [grantWith()], HELPER],
    ['a helper with every part', ben, [grantWith({ sections: 'all' })], HELPER],
    ['a carer and a companion are helpers here', ben, [grantWith({ as: 'carer', sections: 'all' })], HELPER],
    ['a helper on the last day', ben, [grantWith({ until: TODAY })], HELPER],
    ['a helper the day after', ben, [grantWith({ until: BEFORE })], []],
    ['a helper who was taken off', ben, [grantWith({ ended: { at, by } })], []],
    ['somebody the person lets act for them', ben, [acts()], REPRESENTATIVE],
    ['the same, for one part only', ben, [acts({ sections: ['areas'] })], HELPER],
    ['an attorney whose papers nobody has seen', ben, [lpa()], []],
    ['an attorney whose papers were seen', ben, [lpa({ seenBy })], REPRESENTATIVE],
    ['an attorney whose last day is past', ben, [lpa({ seenBy, until: BEFORE })], []],
    ['an attorney for money only', ben, [acts({ authority: 'lpa-property-and-finance', seenBy })], HELPER],
    ['an appointee', ben, [acts({ authority: 'appointee', seenBy })], HELPER],
    ['an advocate for all of it', ben, [grantWith({ as: 'advocate', sections: 'all' })], REPRESENTATIVE],
    ['an advocate for a part', ben, [grantWith({ as: 'advocate' })], HELPER],
    ['a worker whom a friend asked to help is a helper and no more', priya, [grantWith({ id: priya.id })], HELPER],
    ['an approver whom a friend lets act for them agrees nothing there', glenda, [acts({ id: glenda.id })], REPRESENTATIVE],
    ['a worker who helped a friend once', priya, [grantWith({ id: priya.id, until: BEFORE })], []],
    ['a configurer on the list', sam, [grantWith({ id: sam.id })], HELPER],
    ['a stranger', ben, [grantWith({ id: 'P-OTHER' })], []],
  ])('%s', (_, actor, circle, expected) => {
    expect(mayOn(actor, circle).sort()).toEqual([...expected].sort());
  });

  test('on their own case a person is the person, whatever the list says', () => {
    expect(rolesOn(adaTheApprover, subjectOf(caseWith(grantWith({ id: ada.id, ended: { at, by } })), TODAY))).toEqual(['person']);
  });

  test('what one case lets somebody do, it lets them do on no other', () => {
    const other = subjectOf({ person: { id: 'P-OTHER' }, circle: [] }, TODAY);
    expect(ACTIONS.filter((action) => may(ben, action, other))).toEqual([]);
  });
});

describe('which parts somebody sees', () => {
  test.each<[string, Actor, Grant[], 'all' | string[]]>([
    ['the person', ada, [], 'all'],
    ['an assessor', priya, [], 'all'],
    ['an approver', glenda, [], 'all'],
    ['a configurer', sam, [], []],
    ['a stranger', ben, [], []],
    ['a helper', ben, [grantWith({ sections: ['areas', 'you'] })], ['areas', 'you']],
    ['a helper whose last day is past', ben, [grantWith({ until: BEFORE })], []],
    ['a helper who was taken off', ben, [grantWith({ ended: { at, by } })], []],
    ['a representative', ben, [acts()], 'all'],
    ['an attorney whose papers nobody has seen', ben, [lpa()], []],
    ['an attorney for money only: what was granted', ben, [acts({ authority: 'appointee', seenBy, sections: ['you'] })], ['you']],
    ['a worker whom a friend asked to help', priya, [grantWith({ id: priya.id })], ['areas']],
    ['a worker who helped a friend once', priya, [grantWith({ id: priya.id, until: BEFORE })], []],
    ['whoever was taken off and asked again', ben, [grantWith({ ended: { at, by } }), grantWith({ sections: ['you'] })], ['you']],
  ])('%s', (_, actor, circle, parts) => expect(partsFor(caseWith(...circle), actor, TODAY)).toEqual(parts));
});

const SECTIONS = ['areas', 'you', 'money', 'home'];
const day = fc.constantFrom('2026-10-01', BEFORE, TODAY, '2026-11-03', '2027-10-01');
const anyGrant: fc.Arbitrary<Grant> = fc
  .record({
    id: fc.constantFrom(ben.id, priya.id, glenda.id, 'P-OTHER'),
    as: fc.constantFrom(...Relation.options),
    authority: fc.constantFrom(...Authority.options),
    sections: fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom(...SECTIONS), { minLength: 1 })),
    until: day,
    seen: fc.boolean(),
    taken: fc.boolean(),
  })
  .map(({ as, authority, seen, taken, ...rest }) =>
    grantWith({
      ...rest,
      as,
      ...(as === 'representative' && { authority }),
      ...(seen && { seenBy }),
      ...(taken && { ended: { at, by } }),
    }),
  );
const people = fc.constantFrom(ben, priya, glenda, sam);

describe('laws', () => {
  test('nobody on the list sees a part that no grant of theirs in force gives them', () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 4 }), people, day, (circle, actor, today) => {
        if (!circle.some(({ id }) => id === actor.id)) return;
        const inForce = circle.filter((grant) => grant.id === actor.id && isInForce(grant, today));
        const given = new Set(inForce.flatMap(({ sections }) => (sections === 'all' ? SECTIONS : sections)));
        const parts = partsFor(caseWith(...circle), actor, today);
        for (const part of parts === 'all' ? SECTIONS : parts) expect(given).toContain(part);
      }),
    );
  });

  test('what is over gives nothing, to whomever', () => {
    fc.assert(
      fc.property(anyGrant, people, day, (grant, actor, today) => {
        if (grant.id !== actor.id || standingOf(grant, today) !== 'over') return;
        expect(partsFor(caseWith(grant), actor, today)).toEqual([]);
        expect(mayOn(actor, [grant], today)).toEqual([]);
      }),
    );
  });

  test('on the list nobody has the council’s powers, and a power over money is none over care', () => {
    const councils: Action[] = [
      'confirm-assessment',
      'record-review',
      'approve-plan',
      'record-authority-seen',
      'view-work',
      'withdraw',
    ];
    fc.assert(
      fc.property(anyGrant, people, (grant, actor) => {
        if (grant.id !== actor.id) return;
        const tried = mayOn(actor, [grant]);
        expect(tried.filter((action) => councils.includes(action))).toEqual([]);
        if (grant.authority && MONEY_ONLY.includes(grant.authority)) expect(tried).not.toContain('view-case');
      }),
    );
  });

  test('whoever sees the whole case has all the parts, and nobody acts for the person on a part', () => {
    fc.assert(
      fc.property(anyGrant, people, day, (grant, actor, today) => {
        const sees = may(actor, 'view-case', subjectOf(caseWith(grant), today));
        if (sees) expect(partsFor(caseWith(grant), actor, today)).toBe('all');
        if (grant.sections !== 'all') expect(actsForThem(grant)).toBe(false);
      }),
    );
  });
});

describe('an invitation', () => {
  const typed = { ...grantWith() } as Record<string, unknown>;
  const { id, name, as, sections, until, contact } = typed;
  const plain = { id, name, as, sections, until, contact };
  test.each<[string, object, boolean]>([
    ['a helper for a part', plain, true],
    ['somebody who acts by consent', { ...plain, as: 'representative', authority: 'consent' }, true],
    ['somebody who acts by nothing', { ...plain, as: 'representative' }, false],
    ['a helper with a power', { ...plain, authority: 'appointee' }, false],
    ['no parts', { ...plain, sections: [] }, false],
    ['no name', { ...plain, name: '  ' }, false],
    ['an id that reaches elsewhere', { ...plain, id: 'P-1#CASE' }, false],
    ['a 31st of February', { ...plain, until: '2027-02-31' }, false],
    ['papers said to be seen', { ...plain, seenBy }, false],
  ])('%s', (_, value, good) => expect(Invitation.safeParse(value).success).toBe(good));

  test.each<[string, string, RegExp | undefined]>([
    ['yesterday', BEFORE, /still to come/],
    ['today', TODAY, undefined],
    ['in a year', '2027-11-02', undefined],
    ['in a year and a day', '2027-11-03', /within the next year/],
  ])('the last day: %s', (_, until, fault) => {
    if (fault) expect(lastDayFault(until, TODAY)).toMatch(fault);
    else expect(lastDayFault(until, TODAY)).toBeUndefined();
  });
});

describe('taking somebody off the list', () => {
  const advocate = grantWith({ as: 'advocate', sections: 'all', invitedBy: seenBy });
  test.each<[string, Parameters<typeof mayTakeBack>, boolean]>([
    ['the person, anybody', ['person', ada.id, advocate], true],
    ['a worker, anybody', ['assessor', priya.id, acts()], true],
    ['a helper, themself', ['helper', ben.id, grantWith()], true],
    ['a helper, another', ['helper', 'P-OTHER', grantWith()], false],
    ['a representative, themself', ['representative', ben.id, acts()], true],
    ['a representative, a helper', ['representative', 'P-OTHER', grantWith()], true],
    ['a representative, the advocate', ['representative', 'P-OTHER', advocate], false],
    ['a representative, another who acts for the person', ['representative', 'P-OTHER', acts()], false],
    ['a representative, an advocate of their own asking', ['representative', ada.id, grantWith({ as: 'advocate' })], true],
  ])('%s', (_, asked, expected) => expect(mayTakeBack(...asked)).toBe(expected));
});
