/** Whose turn it is to look at something again, and when; a council without `upkeep` is asked about nothing it did not date itself. */
import { expect, test } from 'vitest';
import type { Bundle } from '../../../lib/app/configuration.ts';
import { lookAgain } from '../../../lib/app/configuring/look-again.ts';
import { Council } from '../../../lib/domain/council.ts';
import { small } from '../../support/small-council.ts';
import { smallBundle } from '../../support/told-cases.ts';

const upkeep = { owner: 'Head of adult social care', lookAgainEveryMonths: 12 };
const kept: Bundle = { ...smallBundle, council: Council.parse({ ...small.council, upkeep }) };

/** With a day (and perhaps an owner) on the stage “check” and on the question “remarks”. */
const dated = (bundle: Bundle): Bundle => ({
  ...bundle,
  pathways: bundle.pathways.map((pathway) => ({
    ...pathway,
    stages: pathway.stages.map((stage) =>
      stage.id === 'check' ? { ...stage, owner: 'Glenda Whitlock', lookAgainOn: '2026-11-01' } : stage,
    ),
  })),
  questions: bundle.questions.map((question) =>
    question.id === 'remarks' ? { ...question, lookAgainOn: '2026-10-01' } : question,
  ),
});

test('named days that have come are listed with whose they are, the longest overdue first', () => {
  expect(lookAgain(dated(kept), { today: '2026-11-22' })).toEqual([
    { kind: 'question', where: 'questions/remarks', title: 'Remarks', owner: 'Head of adult social care', on: '2026-10-01' },
    { kind: 'stage', where: 'pathways/small/stages/check', title: 'Check', owner: 'Glenda Whitlock', on: '2026-11-01' },
  ]);
});

test.each([
  ['2026-09-30', []],
  ['2026-10-01', ['questions/remarks']],
  ['2026-10-31', ['questions/remarks']],
  ['2026-11-01', ['questions/remarks', 'pathways/small/stages/check']],
])('on %s: %j', (today, where) => {
  expect(lookAgain(dated(kept), { today }).map((each) => each.where)).toEqual(where);
});

test('everything else falls due together, by the months of the council', () => {
  // 8 stages, 6 forms and 8 questions, less the two with a day of their own.
  const rest = { kind: 'the-rest', where: 'bundle', owner: upkeep.owner, on: '2026-11-22', count: 20 };
  const due = (today: string) =>
    lookAgain(dated(kept), { today, publishedOn: '2025-11-22' }).filter(({ kind }) => kind === 'the-rest');
  expect(due('2026-11-21')).toEqual([]);
  expect(due('2026-11-22')).toEqual([expect.objectContaining(rest)]);
});

test('a council that says nothing about upkeep is asked about what it dated itself, and that is nobody’s yet', () => {
  const found = lookAgain(dated(smallBundle), { today: '2027-11-22', publishedOn: '2020-01-01' });
  expect(found.map(({ kind, owner }) => [kind, owner])).toEqual([
    ['question', 'Nobody yet'],
    ['stage', 'Glenda Whitlock'],
  ]);
});

test.each([
  ['no owner', { owner: '', lookAgainEveryMonths: 12 }],
  ['no months', { owner: 'Someone', lookAgainEveryMonths: 0 }],
  ['more than three years', { owner: 'Someone', lookAgainEveryMonths: 37 }],
  ['half a month', { owner: 'Someone', lookAgainEveryMonths: 1.5 }],
])('an upkeep with %s is no upkeep', (_, wrong) => {
  expect(Council.safeParse({ ...small.council, upkeep: wrong }).success).toBe(false);
});
