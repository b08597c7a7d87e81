/** Ceilings on what a council asks: each number against its own, the heaviest forms named, nothing refused that is just under. */
import { expect, test } from 'vitest';
import { ceilingFaults } from '../../lib/app/ceilings.ts';
import { Council } from '../../lib/domain/council.ts';
import { model, sound } from '../pathway/made-up-forms.ts';
import { small } from '../support/small-council.ts';

/** The made-up pathway asks 24 questions of everybody: 9 of the person, 14 findings and 1 of the approver. It has one approval. */
const faults = (ceilings: object | undefined) =>
  ceilingFaults({
    ...sound,
    allocation: [model],
    council: Council.parse({ ...small.council, allocation: 'MADE-UP', ceilings }),
  });

test.each([
  ['no ceilings at all', undefined],
  ['a pathway without one', {}],
  ['a ceiling with nothing in it', { 'made-up': {} }],
  ['just as high', { 'made-up': { questions: 24, approvals: 1, minutes: 60 } }],
])('%s holds nothing down', (_sentence, ceilings) => expect(faults(ceilings)).toEqual([]));

test('one question too many, with the three heaviest forms', () => {
  expect(faults({ 'made-up': { questions: 23 } })).toEqual([
    {
      code: 'over-the-ceiling',
      where: 'councils/smallshire/ceilings/made-up/questions',
      message:
        '“made-up” asks 24 questions of everybody together at most, and the ceiling is 23. The heaviest forms are “found” (14 questions), “about” (6 questions), “story” (2 questions). Take questions out, or raise the ceiling.',
    },
  ]);
});

test('minutes and approvals, each with its own place', () => {
  const found = faults({ 'made-up': { questions: 24, minutes: 1, approvals: 0 } });
  expect(found.map(({ where }) => where)).toEqual([
    'councils/smallshire/ceilings/made-up/minutes',
    'councils/smallshire/ceilings/made-up/approvals',
  ]);
  expect(found[0]?.message).toMatch(/^“made-up” takes everybody together \d+ minutes at most, and the ceiling is 1\./);
  expect(found[1]?.message).toBe(
    '“made-up” has 1 approval between the start and support, and the ceiling is 0. Take one out, or raise the ceiling.',
  );
});

test('a ceiling for a pathway there is not', () => {
  expect(faults({ gone: { questions: 1 } })).toEqual([
    expect.objectContaining({ code: 'unknown-pathway', where: 'councils/smallshire/ceilings/gone' }),
  ]);
});
