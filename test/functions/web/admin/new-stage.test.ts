/** A new stage out of what was typed: ids nobody has to think of, and ways that lead somewhere from the first. */
import '../../../support/web-environment.ts';
import { expect, test } from 'vitest';
import { idOutOf } from '../../../../functions/web/admin/new-stage.ts';
import { fieldsOf, queryOf, stateIn } from '../../../../functions/web/admin/try-state.ts';
import { StageId } from '../../../../lib/domain/stage.ts';

test.each([
  ['A second look!', [], 'a-second-look'],
  ['A second look!', ['a-second-look'], 'a-second-look-2'],
  ['A second look', ['a-second-look', 'a-second-look-2'], 'a-second-look-3'],
  ['The carer’s plan', [], 'the-carers-plan'],
  ['2nd look', [], 'nd-look'],
  ['評価', [], 'stage'],
  ['Ôl-ofal', [], 'o-l-ofal'],
  ['x'.repeat(200), [], 'x'.repeat(50)],
])('%s is called so', (title, taken, id) => {
  expect(idOutOf(title, taken)).toBe(id);
  expect(StageId.safeParse(id).success).toBe(true);
});

test('where somebody is in trying a draft is said by its address, and read out of it again', () => {
  const state = {
    pathway: 'adult-care',
    as: 'person' as const,
    outcomes: ['submitted', 'eligible'],
    chosen: { 'comm.contact-by': 'email', 'about.carer': 'no' },
  };
  expect(stateIn(Object.fromEntries(new URLSearchParams(queryOf(state))))).toEqual(state);
  expect(stateIn(Object.fromEntries(fieldsOf(state)))).toEqual(state);
});

test.each([[{}], [{ pathway: ['a', 'b'], as: 'system', o: ',,,' }], [{ a_: 'x', as: '__proto__' }]])(
  'an address that makes no sense is nowhere yet: %j',
  (sent) => {
    const { pathway, as, outcomes } = stateIn(sent);
    expect([pathway, as, outcomes]).toEqual(['', 'everybody', []]);
  },
);
