/** A case on one line: what a list may show at each place a case can be, and that nothing anybody typed is on it. */
import { expect, test } from 'vitest';
import { summarise } from '../../lib/app/summary.ts';
import { SYSTEM } from '../../lib/domain/actor.ts';
import { caseAt, follow, type Place, WAY_TO } from '../support/case-so-far.ts';
import { priya, small } from '../support/small-council.ts';

const line = (place: Exclude<Place, 'nobody yet'>) => summarise(caseAt(place), small);

test.each<[Exclude<Place, 'nobody yet'>, object]>([
  ['a story told', { state: 'underway', stage: { id: 'story', who: 'person' }, dueOn: '2026-11-16', missed: false }],
  ['an assessment', { stage: { id: 'assessment', title: 'Assessment', who: 'assessor' } }],
  ['a plan to agree', { stage: { id: 'approval', who: 'approver' } }],
  ['support in place', { state: 'supported', reviewDueOn: '2026-12-14' }],
  ['a withdrawn case', { state: 'closed' }],
])('%s', (place, expected) => expect(line(place)).toMatchObject(expected));

test('an automatic stage waits for nobody and promises nothing', () => {
  const { stage, dueOn } = line('a figure to work out');
  expect(stage).not.toHaveProperty('who');
  expect(dueOn).toBeUndefined();
});

test('who has it, that a promise was missed, and that it needs a look', () => {
  const state = follow(
    [
      { by: priya, command: { type: 'take-work', stage: 'assessment' } },
      { by: SYSTEM, command: { type: 'miss-promise', stage: 'assessment', run: 1 }, at: '2026-11-17T00:00:00Z' },
      { by: SYSTEM, command: { type: 'flag-attention', stage: 'assessment', run: 1, error: 'Oops' } },
    ],
    caseAt('an assessment'),
  );
  if (!state) throw new Error('no case');
  expect(summarise(state, small)).toMatchObject({
    takenBy: { id: priya.id },
    missed: true,
    attention: true,
    dueOn: '2026-12-01',
  });
});

test('nothing anybody typed is on any line', () => {
  const places = (Object.keys(WAY_TO) as Place[]).filter((place) => place !== 'nobody yet');
  const lines = JSON.stringify(places.map((place) => line(place as Exclude<Place, 'nobody yet'>)));
  expect(lines).not.toMatch(/own words|found together|Swim|Morning visits|Sundays/);
});

test('a stage that the pathway no longer has still has a line', () => {
  const stages = small.route.stages.filter(({ id }) => id !== 'assessment');
  const without = { ...small, route: { ...small.route, stages } } as typeof small;
  expect(summarise(caseAt('an assessment'), without).stage).toMatchObject({ id: 'assessment', title: 'assessment' });
});
