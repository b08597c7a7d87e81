/** Who may try what: the whole table, role by role, written out so that a change to it is a change here. */
import { describe, expect, test } from 'vitest';
import { type Actor, Role, SYSTEM } from '../../lib/domain/actor.ts';
import { whoCanFinish } from '../../lib/domain/finishing.ts';
import { ACTIONS, type Action, isStaff, may } from '../../lib/domain/permission.ts';
import { ada, adaTheApprover, ben, glenda, idris, priya, sam } from '../support/small-council.ts';

const OWN = { person: ada, today: '2026-11-02' };
/** A session never carries these two: they are grants on one case (`circle.test.ts`). */
const guest = (role: 'helper' | 'representative'): Actor => ({ ...ben, roles: [role] });
const ROLES: Record<Role, Actor> = {
  helper: guest('helper'),
  representative: guest('representative'),
  person: ada,
  assessor: priya,
  approver: glenda,
  configurer: sam,
  system: SYSTEM,
};

/** For each role, everything it may try on the case of another person. */
const ON_ANYONES: Record<Role, readonly Action[]> = {
  person: [],
  helper: ['answer-question', 'confirm-answers', 'adopt-configuration', 'join-circle', 'remove-person'],
  representative: [
    'view-case',
    'answer-question',
    'confirm-answers',
    'adopt-configuration',
    'send-story',
    'invite-person',
    'join-circle',
    'remove-person',
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
  ],
  assessor: [
    'arrange-lead',
    'propose-change',
    'settle-proposal',
    'explain-ways',
    'start-urgent-support',
    'end-urgent-support',
    'record-finances',
    'arrange-money',
    'confirm-answers',
    'adopt-configuration',
    'invite-person',
    'record-authority-seen',
    'remove-person',
    'write-message',
    'raise-challenge',
    'acknowledge-challenge',
    'answer-challenge',
    'view-case',
    'view-work',
    'open-case',
    'answer-question',
    'send-story',
    'take-work',
    'put-back-work',
    'confirm-assessment',
    'save-plan',
    'offer-plan',
    'fill-form',
    'ask-for-review',
    'record-review',
    'withdraw',
    'restart-run',
  ],
  approver: [
    'view-case',
    'view-work',
    'write-message',
    'acknowledge-challenge',
    'answer-challenge',
    'take-work',
    'put-back-work',
    'fill-form',
    'approve-plan',
    'return-plan',
    'start-urgent-support',
    'end-urgent-support',
    'record-audit',
  ],
  configurer: ['move-case', 'configure', 'publish-configuration'],
  system: [
    'restart-run',
    'move-case',
    'open-stage',
    'allocate-resources',
    'miss-promise',
    'flag-attention',
    'open-due-review',
    'ask-for-review',
  ],
};
const ON_THEIR_OWN: readonly Action[] = [
  'save-plan',
  'offer-plan',
  'arrange-lead',
  'propose-change',
  'settle-proposal',
  'explain-ways',
  'view-case',
  'open-case',
  'answer-question',
  'confirm-answers',
  'adopt-configuration',
  'invite-person',
  'remove-person',
  'write-message',
  'raise-challenge',
  'send-story',
  'fill-form',
  'ask-for-review',
  'withdraw',
];

test.each(Role.options)('%s: exactly these, on the case of somebody else', (role) => {
  const tried = ACTIONS.filter((action) => may(ROLES[role], action, { person: { id: 'P-OTHER' }, today: '2026-11-02' }));
  expect(tried.sort()).toEqual([...ON_ANYONES[role]].sort());
});

describe('a person', () => {
  test('may do these on their own case', () => {
    expect(ACTIONS.filter((action) => may(ada, action, OWN)).sort()).toEqual([...ON_THEIR_OWN].sort());
  });

  test('and nothing on another’s, whatever the action', () => {
    expect(ACTIONS.filter((action) => may(ben, action, OWN))).toEqual([]);
  });

  test('may see their own list, which is about nobody else', () => expect(may(ada, 'view-case')).toBe(true));
});

test('nobody who is not signed in may do anything', () => {
  expect(ACTIONS.filter((action) => may(undefined, action, OWN))).toEqual([]);
});

test('two roles may do what either may', () => {
  const either = ACTIONS.filter(
    (action) =>
      may(priya, action, { person: { id: 'P-X' }, today: '2026-11-02' }) ||
      may(glenda, action, { person: { id: 'P-X' }, today: '2026-11-02' }),
  );
  expect(ACTIONS.filter((action) => may(idris, action, { person: { id: 'P-X' }, today: '2026-11-02' }))).toEqual(either);
});

test.each<[string, Actor, boolean]>([
  ['a person', ada, false],
  ['an assessor', priya, true],
  ['an approver with a case of their own', adaTheApprover, true],
  ['a configurer', sam, true],
  ['the machine', SYSTEM, false],
])('%s works for the council: %#', (_, actor, expected) => expect(isStaff(actor)).toBe(expected));

test.each([
  ['assessment', undefined, ['assessor']],
  ['plan-approval', undefined, ['approver']],
  ['review', undefined, ['assessor']],
  ['form', 'story', ['person', 'assessor']],
  ['form', 'plan', ['person', 'assessor']],
  ['form', 'questions', ['person', 'assessor', 'approver']],
  ['form', undefined, ['person', 'assessor', 'approver']],
] as const)('a stage of kind %s (page %s) can be finished by %j', (kind, page, expected) =>
  expect(whoCanFinish(kind, page)).toEqual(expected),
);
