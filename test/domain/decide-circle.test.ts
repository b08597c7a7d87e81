/** Inviting, joining, papers seen, taking off the list: what is decided, and what then no longer can be done. */
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import { addDays } from '../../lib/domain/calendar.ts';
import type { Case } from '../../lib/domain/case.ts';
import { type Invitation, MOST_PEOPLE } from '../../lib/domain/circle.ts';
import type { Command } from '../../lib/domain/command.ts';
import { answerWith, caseAt, follow, MONDAY, open, type Step } from '../support/case-so-far.ts';
import { expectThat, outcomeOf, type Then } from '../support/given-when-then.ts';
import { ada, ben, glenda, priya, tom } from '../support/small-council.ts';

const TODAY = '2026-11-02';
const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  id: ben.id,
  name: ben.name,
  as: 'helper',
  sections: ['areas'],
  until: '2026-11-30',
  contact: { by: 'email', to: 'ben@example.org' },
  ...change,
});
const invite = (change: Partial<Invitation> = {}, by = ada, at = MONDAY): Step => ({
  by,
  at,
  command: { type: 'invite-person', invitation: invitation(change) },
});
const act = (by: Step['by'], command: Command, at = MONDAY): Step => ({ by, command, at });
const remove = (by: Step['by'], id = ben.id, at = MONDAY): Step => act(by, { type: 'remove-person', id }, at);
const join = (by: Step['by'] = ben, at = MONDAY): Step => act(by, { type: 'join-circle' }, at);
const seen = (id = ben.id, by = priya): Step => act(by, { type: 'record-authority-seen', id });

const caseAfter = (...steps: Step[]): Case => {
  const state = follow([open, ...steps]);
  if (!state) throw new Error('no case');
  return state;
};
const ACTS: Partial<Invitation> = { as: 'representative', authority: 'consent', sections: 'all' };
const LPA: Partial<Invitation> = { ...ACTS, authority: 'lpa-health-and-welfare' };
const someone = (place: number): Partial<Invitation> => ({ id: `P-NR${place}`, name: `Nr ${place}` });
const carla = { ...ben, id: 'P-CARLA', name: 'Carla' };

describe('inviting', () => {
  test.each<[string, Step, Then]>([
    ['a helper for a part', invite(), ['PersonInvited']],
    ['to every part', invite({ sections: 'all' }), ['PersonInvited']],
    ['until today', invite({ until: TODAY }), ['PersonInvited']],
    ['until a year from now', invite({ until: addDays(TODAY, 365) }), ['PersonInvited']],
    ['until a year and a day', invite({ until: addDays(TODAY, 366) }), 'invitation-not-valid'],
    ['until yesterday', invite({ until: addDays(TODAY, -1) }), 'invitation-not-valid'],
    ['oneself', invite({ id: ada.id }), 'invitation-not-valid'],
    ['to a part there is not', invite({ sections: ['areas', 'nothing'] }), 'invitation-not-valid'],
    ['to a part of the council’s own form', invite({ sections: ['findings'] }), 'invitation-not-valid'],
    ['by a worker for them', invite({}, priya), ['PersonInvited']],
    ['by an approver', invite({}, glenda), 'not-allowed'],
    ['by a stranger', invite({}, ben), 'not-allowed'],
    ['by the machine', invite({}, SYSTEM), 'not-allowed'],
  ])('%s', (_, step, then) => expectThat('a story just begun', step, then));

  test('is a matter of an open case, in whatever state it is', () => {
    expectThat('support in place', invite(), ['PersonInvited']);
    expectThat('an assessment', invite(), ['PersonInvited']);
    expectThat('a withdrawn case', invite(), 'case-closed');
  });

  test('the same invitation twice is one', () => {
    const state = caseAfter(invite());
    expectThat(state, invite(), []);
    expect(state.circle).toHaveLength(1);
    expect(state.circle[0]).toMatchObject({ invitedBy: { id: ada.id }, invitedAt: MONDAY, name: ben.name });
  });

  test('a list has an end, and whoever is off it or past their day no longer counts', () => {
    const full = caseAfter(...Array.from({ length: MOST_PEOPLE }, (_, place) => invite(someone(place))));
    expectThat(full, invite(), 'invitation-not-valid');
    const less = follow([remove(ada, 'P-NR0')], full);
    expect(less && outcomeOf(less, invite())).toEqual(['PersonInvited']);
    expectThat(full, invite({ until: '2026-12-31' }, ada, '2026-12-01T09:00:00.000Z'), ['PersonInvited']);
  });

  test('papers still to be seen count on the list', () => {
    const full = caseAfter(...Array.from({ length: MOST_PEOPLE }, (_, place) => invite({ ...LPA, ...someone(place) })));
    expectThat(full, invite(), 'invitation-not-valid');
  });
});

describe('whoever acts for the person', () => {
  const state = caseAfter(invite(ACTS), join());
  test.each<[string, Step, Then]>([
    ['brings in a helper', invite({ ...someone(1) }, ben), ['PersonInvited']],
    ['brings nobody in beyond their own last day', invite({ ...someone(1), until: '2026-12-01' }, ben), 'invitation-not-valid'],
    ['makes nobody else act for them', invite({ ...ACTS, ...someone(1) }, ben), 'invitation-not-valid'],
    ['nor by papers', invite({ ...LPA, ...someone(1) }, ben), 'invitation-not-valid'],
    ['nor as an advocate for all of it', invite({ ...someone(1), as: 'advocate', sections: 'all' }, ben), 'invitation-not-valid'],
    ['sends messages', act(ben, { type: 'write-message', words: 'Hello' }), ['MessageWritten']],
    ['answers', answerWith('washing', 'p6', ben), ['AnswerGiven']],
    ['does not withdraw the case', act(ben, { type: 'withdraw', reasons: '' }), 'not-allowed'],
  ])('%s', (_, step, then) => expectThat(state, step, then));

  test('what they do is signed as theirs', () => {
    const answered = follow([answerWith('washing', 'p6', ben)], state);
    expect(answered?.facts.washing?.person).toMatchObject({ by: { id: ben.id }, role: 'representative' });
  });
});

describe('joining', () => {
  test('is noted once', () => {
    const state = caseAfter(invite(), join());
    expect(state.circle[0]?.joinedAt).toBe(MONDAY);
    expectThat(state, join(), []);
  });
  test.each<[string, Step[]]>([
    ['who was not invited', []],
    ['who was taken off', [invite(), remove(ada)]],
    ['whose papers nobody has seen', [invite(LPA)]],
  ])('is not for somebody %s', (_, steps) => expectThat(caseAfter(...steps), join(), 'not-allowed'));
  test('is not for somebody whose day is past', () =>
    expectThat(caseAfter(invite()), join(ben, '2026-12-01T09:00:00.000Z'), 'not-allowed'));
});

describe('papers', () => {
  const state = caseAfter(invite(LPA), invite({ ...someone(1) }), invite({ ...ACTS, ...someone(2) }));
  test.each<[string, Step, Then]>([
    ['a worker has seen them', seen(), ['AuthoritySeen']],
    ['an approver cannot say so', seen(ben.id, glenda), 'not-allowed'],
    ['nor can the person', seen(ben.id, ada), 'not-allowed'],
    ['nor who shows them', seen(ben.id, ben), 'not-allowed'],
    ['of nobody', seen('P-NOBODY'), 'nobody-by-that-name'],
    ['of a helper there are none', seen('P-NR1'), 'invitation-not-valid'],
    ['consent needs none', seen('P-NR2'), 'invitation-not-valid'],
  ])('%s', (_, step, then) => expectThat(state, step, then));

  test('let somebody act only once they were seen, and are seen once', () => {
    const say = act(ben, { type: 'write-message', words: 'Hello' });
    expectThat(state, say, 'not-allowed');
    const ready = caseAfter(invite(LPA), seen());
    expectThat(ready, say, ['MessageWritten']);
    expectThat(ready, seen(ben.id, tom), []);
    expect(ready.circle[0]?.seenBy).toMatchObject({ id: priya.id, at: MONDAY });
  });

  test('a worker who is on the list does not see the papers of another there', () => {
    const friend = caseAfter(invite(LPA), invite({ id: priya.id, name: priya.name }));
    expectThat(friend, seen(), 'not-allowed');
    expectThat(friend, seen(ben.id, tom), ['AuthoritySeen']);
  });

  test('of somebody who is off the list are seen too late', () =>
    expectThat(caseAfter(invite(LPA), remove(ada)), seen(), 'nobody-by-that-name'));
});

describe('taking off the list', () => {
  const state = caseAfter(invite(), invite({ id: carla.id, name: carla.name, as: 'advocate', sections: 'all' }), join());
  test.each<[string, Step, Then]>([
    ['by the person', remove(ada), ['PersonRemoved']],
    ['by a worker', remove(priya), ['PersonRemoved']],
    ['by the helper themself', remove(ben), ['PersonRemoved']],
    ['of another by a helper', remove(ben, carla.id), 'not-allowed'],
    ['of nobody by a helper says no more than of another', remove(ben, 'P-NOBODY'), 'not-allowed'],
    ['of nobody', remove(ada, 'P-NOBODY'), 'nobody-by-that-name'],
    ['by a stranger', remove({ ...ben, id: 'P-STRANGER' }), 'not-allowed'],
    ['by an approver', remove(glenda), 'not-allowed'],
    ['of a helper by the advocate', remove(carla), ['PersonRemoved']],
  ])('%s', (_, step, then) => expectThat(state, step, then));

  test('of the advocate by somebody else who acts for the person is not for them to do', () => {
    const both = caseAfter(invite(ACTS), invite({ id: carla.id, name: carla.name, as: 'advocate', sections: 'all' }, priya));
    expectThat(both, remove(ben, carla.id), 'not-allowed');
    expectThat(both, remove(carla, ben.id), 'not-allowed');
    expectThat(both, remove(ada, carla.id), ['PersonRemoved']);
    expectThat(both, remove(carla, carla.id), ['PersonRemoved']);
  });

  test('holds from that moment, stays known, and happens once', () => {
    const answer = answerWith('washing', 'p6', ben);
    expectThat(state, answer, ['AnswerGiven']);
    const gone = caseAfter(invite(), remove(ada));
    expectThat(gone, answer, 'not-allowed');
    expectThat(gone, remove(ada), []);
    expect(gone.circle[0]).toMatchObject({ name: ben.name, ended: { at: MONDAY, by: { id: ada.id } } });
  });

  test('what they wrote stays', () => {
    const gone = caseAfter(invite(), answerWith('washing', 'p6', ben), remove(ada));
    expect(gone.facts.washing?.person).toMatchObject({ by: { id: ben.id }, role: 'helper' });
  });

  test('can be done when the case is closed', () => {
    const closed = follow([invite(), act(ada, { type: 'withdraw', reasons: '' })], caseAt('a story just begun'));
    expect(closed && outcomeOf(closed, remove(ada))).toEqual(['PersonRemoved']);
  });
});

describe('what a helper may answer', () => {
  const state = caseAfter(invite(), join());
  const name = (by: Step['by']): Step => act(by, { type: 'answer-question', answers: { 'about.name': 'Ada' } });
  test.each<[string, Step, Then]>([
    ['a part they were invited to', answerWith('washing', 'p6', ben), ['AnswerGiven']],
    ['another part', name(ben), 'not-your-part'],
    [
      'two parts on one page: neither',
      act(ben, { type: 'answer-question', answers: { 'about.name': 'A', 'has-cat': true } }),
      'not-your-part',
    ],
    [
      'to say for another part that it is still right',
      act(ben, { type: 'confirm-answers', questions: ['about.name'] }),
      'not-your-part',
    ],
    ['the council’s own form', act(ben, { type: 'answer-question', answers: { found: 'x' } }), 'not-at-this-stage'],
    ['sending', act(ben, { type: 'send-story' }), 'not-allowed'],
    ['a message', act(ben, { type: 'write-message', words: 'x' }), 'not-allowed'],
    ['inviting', invite(someone(1), ben), 'not-allowed'],
  ])('%s', (_, step, then) => expectThat(state, step, then));

  test('is nothing on the day after their last', () => {
    const late = { ...answerWith('washing', 'p6', ben), at: '2026-12-01T09:00:00.000Z' };
    expectThat(state, late, 'not-allowed');
    expectThat(state, { ...late, at: '2026-11-30T23:59:59.000Z' }, ['AnswerGiven']);
  });
});
