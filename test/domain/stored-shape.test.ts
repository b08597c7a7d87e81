/**
 * What has been stored is read for ever. The golden log was written by an earlier run of this code; it must still fold to the same
 * case, and the same steps must still write the same events. If this fails, a stored shape changed: make the new field optional.
 * `UPDATE_GOLDEN=1 npx vitest run test/domain/stored-shape.test.ts` writes it anew, which is right only while nothing is released.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import { type Case, evolve, replay } from '../../lib/domain/case.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import {
  allocateNow,
  answerWith,
  approve,
  arrange,
  askReview,
  check,
  confirm,
  giveBack,
  MONDAY,
  offer,
  open,
  plan,
  reviewed,
  type Step,
  save,
  send,
} from '../support/case-so-far.ts';
import { priya, small } from '../support/small-council.ts';

const machine = (command: Step['command']): Step => ({ by: SYSTEM, command });
const STEPS: readonly Step[] = [
  open,
  machine({ type: 'open-stage', stage: 'story', run: 1, token: 'token-1' }),
  answerWith('washing', 'p6'),
  answerWith('going-out', 'p6'),
  send,
  machine({ type: 'open-stage', stage: 'story', run: 1, token: 'token-2' }),
  { by: priya, command: { type: 'take-work', stage: 'assessment' } },
  { by: priya, command: { type: 'put-back-work', stage: 'assessment' } },
  { by: SYSTEM, command: { type: 'miss-promise', stage: 'assessment', run: 1 }, at: '2026-12-24T09:00:00.000Z' },
  confirm(),
  allocateNow(),
  save(),
  offer(),
  check(),
  giveBack(),
  save({ ...plan, otherWays: [{ outcome: 'CA-COMMUNITY', how: 'declined', reason: 'Not now.' }] }, 1),
  offer(2),
  machine({ type: 'flag-attention', stage: 'check', run: 1, error: 'Lambda.Unknown' }),
  { by: SYSTEM, command: { type: 'restart-run', why: 'its machine is not running' } },
  check(),
  approve(2),
  arrange(),
  askReview(),
  reviewed('no-change'),
  askReview(),
  reviewed('support-ends'),
];

const run = (): { events: CaseEvent[]; state: Case | undefined } => {
  const events: CaseEvent[] = [];
  let state: Case | undefined;
  for (const { by, command, at } of STEPS) {
    const decision = decide(command, state, by, small, new Date(at ?? MONDAY));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.refused}`);
    for (const event of decision) state = evolve(state, event);
    events.push(...decision);
  }
  return { events, state };
};

const GOLDEN = new URL('./golden/case-log.json', import.meta.url);
/** As stored: what JSON keeps of it. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

if (process.env.UPDATE_GOLDEN) writeFileSync(GOLDEN, `${JSON.stringify(run(), null, 2)}\n`);
const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as { events: CaseEvent[]; state: Case };

test('the golden log meets every kind of event', () => {
  const kinds = new Set(golden.events.map(({ type }) => type));
  expect(kinds.size).toBe(20);
});

test('an old log still folds to the same case', () => {
  expect(stored(replay(golden.events))).toEqual(golden.state);
});

test('the same steps still write the same events', () => {
  expect(stored(run().events)).toEqual(golden.events);
});
