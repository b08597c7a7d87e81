/**
 * A carer's record is private from the adult's, and the other way round: by who may try what, by what each may see, and by what a new
 * case takes over from one of the other kind. (V19; the pages are in `functions/web/carers-own.test.tsx`, HTTP in the journeys.)
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../lib/domain/calendar.ts';
import { carriedOver } from '../../lib/domain/carried-over.ts';
import type { Invitation } from '../../lib/domain/circle.ts';
import type { Fact } from '../../lib/domain/fact.ts';
import { lettersOf } from '../../lib/domain/letter.ts';
import { partsFor } from '../../lib/domain/open-forms.ts';
import { ACTIONS, may, subjectOf } from '../../lib/domain/permission.ts';
import * as made from '../support/carers-case.ts';

const { forAdults, forCarers, GEOFF, hisCase, ROSALIND } = made;
const TODAY = '2026-11-23';
const herCases = {
  opened: made.opened,
  told: made.told,
  sent: made.sent,
  assessed: made.assessed,
  'in place': made.inPlace,
  closed: made.adviceGiven,
};

describe.each(Object.entries(herCases))('her case, %s', (_place, { state }) => {
  const subject = subjectOf(state, TODAY);

  test('the man she looks after may try nothing on it and sees no part of it', () => {
    expect(ACTIONS.filter((action) => may(GEOFF, action, subject))).toEqual([]);
    expect(partsFor(state, GEOFF, TODAY)).toEqual([]);
  });

  test('nor does anybody in his circle, whatever they are to him and whatever they may see of his', () => {
    const grants: Invitation[] = (['helper', 'companion', 'advocate', 'representative'] as const).map((as, place) => ({
      id: `P-FRIEND-${place}`,
      name: as,
      as,
      ...(as === 'representative' && { authority: 'consent' as const }),
      sections: 'all' as const,
      until: '2027-01-31',
      contact: { by: 'text', to: '07700 900 000' },
    }));
    const his = made.go(
      hisCase,
      grants.flatMap((invitation): made.Deed[] => [
        [{ type: 'invite-person', invitation }, GEOFF],
        [{ type: 'join-circle' }, { id: invitation.id, name: invitation.name, roles: ['person'] }],
      ]),
      forAdults,
    );
    for (const { id, name } of grants) {
      const friend = { id, name, roles: ['person' as const] };
      expect(partsFor(his.state, friend, TODAY), name).not.toEqual([]);
      expect(ACTIONS.filter((action) => may(friend, action, subject))).toEqual([]);
      expect(partsFor(state, friend, TODAY)).toEqual([]);
    }
  });
});

test('she sees of his case the part he asked her to, until its day, and nothing more for being his carer', () => {
  const subject = subjectOf(hisCase.state, TODAY);
  expect(may(ROSALIND, 'view-case', subject)).toBe(false);
  expect(partsFor(hisCase.state, ROSALIND, TODAY)).toEqual(['day-to-day']);
  expect(partsFor(hisCase.state, ROSALIND, addDays('2027-01-31', 1))).toEqual([]);
});

test('nothing that either said is in the other’s case or in its letters', () => {
  const told = (both: made.Made, configuration: typeof forCarers) => {
    const log = both.events.map((event, place) => ({ version: place + 1, event }));
    return JSON.stringify([both, lettersOf(log, { state: both.state, configuration })]);
  };
  for (const her of [made.inPlace, made.adviceGiven]) {
    const words = told(her, forCarers);
    expect(words).toContain(made.HER_WORDS);
    for (const his of [made.HIS_WORDS, GEOFF.name, GEOFF.id, hisCase.state.id]) expect(words).not.toContain(his);
  }
  expect(told(hisCase, forAdults)).not.toContain(made.HER_WORDS);
});

test('she is written to about her own life, and told what to do if we got it wrong', () => {
  const words = (of: made.Made) =>
    lettersOf(
      of.events.map((event, place) => ({ version: place + 1, event })),
      { state: of.state, configuration: forCarers },
    )
      .filter(({ event }) => event === 'AssessmentConfirmed')
      .map(({ blocks }) => JSON.stringify(blocks));
  const [yes = ''] = words(made.assessed);
  expect(yes).toContain('your own life');
  expect(yes).toContain('CARER-RECREATION');
  expect(yes).not.toContain('up-front figure');
  const [no = ''] = words(made.adviceGiven);
  expect(no).toContain('There is other help for you');
  expect(no).toContain(made.notEligible.reasons);
  expect(no).not.toContain('If family or friends look after you');
});

describe('one person with a case of each kind', () => {
  const said = (value: string): Fact => ({
    person: { value, by: { id: ROSALIND.id, name: ROSALIND.name }, role: 'person', at: made.NOW, form: 'f', configuration: 'c' },
  });
  const everything = (questions: readonly { readonly id: string }[]) =>
    Object.fromEntries(questions.map(({ id }) => [id, said(`about ${id}`)]));
  const all = everything(forCarers.questions);

  test('says once who she is and how to talk with her', () => {
    expect(carriedOver(made.told.state.facts, forAdults)).toEqual({
      'about.name': made.told.state.facts['about.name'],
      'comm.language': made.told.state.facts['comm.language'],
    });
  });

  test.each([
    ['carers', forCarers],
    ['adults', forAdults],
  ])('takes over nothing else into a case for %s, whatever is held', (_whose, to) => {
    const over = Object.keys(carriedOver(all, to));
    expect(over).toContain('about.name');
    expect(over.filter((id) => !/^(about\.(name|birth|address|nhs-number|helpers)|comm\.[a-z-]+)$/.test(id))).toEqual([]);
  });

  test('what was said about the one’s life is never in the other, for any part of what is held', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(all)), (held) => {
        const some = Object.fromEntries(held.flatMap((id) => (all[id] ? [[id, all[id]]] : [])));
        const over = carriedOver(some, forAdults);
        for (const id of Object.keys(over))
          expect([held.includes(id), id.startsWith('caring.'), over[id]]).toEqual([true, false, all[id]]);
      }),
    );
  });
});
