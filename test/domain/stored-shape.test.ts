/**
 * What has been stored is read for ever. Each golden log was written by an earlier run of this code; it must still fold to the same
 * case, and the same steps must still write the same events. If this fails, a stored shape changed: make the new field optional.
 * `UPDATE_GOLDEN=1 npx vitest run test/domain/stored-shape.test.ts` writes it anew, which is right only while nothing is released.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import { type Case, evolve, replay } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import type { StageDef } from '../../lib/domain/stage.ts';
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

/** The same council a little later: nobody looks at a plan a second time. */
const later: Configuration = {
  ...small,
  version: 'fedcba9876543210',
  route: {
    ...small.route,
    stages: small.route.stages
      .filter(({ id }) => id !== 'check')
      .map((stage) => (stage.id === 'planning' ? ({ ...stage, outcomes: { ready: { stage: 'approval' } } } as StageDef) : stage)),
  },
};
const moves = (to: Configuration, more: object): Step['command'] => ({ type: 'move-case', to, job: 'M-1', basedOn: 0, ...more });
const MOVED: readonly Step[] = [
  open,
  answerWith('washing', 'p6'),
  machine(moves(later, {})),
  machine(moves(small, { back: true })),
  answerWith('going-out', 'p6'),
  send,
  confirm(),
  allocateNow(3),
  save(),
  offer(),
  machine(moves(later, { stage: 'approval' })),
  { ...machine(moves(small, { back: true })), at: '2026-11-20T09:00:00.000Z' },
  check(),
  machine(moves(later, { job: 'M-2' })),
  approve(),
  arrange(),
  machine(moves(small, { job: 'M-2', back: true })),
];

type Log = { readonly events: CaseEvent[]; readonly state: Case | undefined };
const VERSIONS: readonly Configuration[] = [small, later];

const run = (steps: readonly Step[]): Log => {
  const events: CaseEvent[] = [];
  let state: Case | undefined;
  for (const { by, command, at } of steps) {
    const on = VERSIONS.find(({ version }) => version === state?.configuration) ?? small;
    // A move is asked for by whoever has just looked at the case.
    const asked = command.type === 'move-case' ? { ...command, basedOn: state?.version ?? 0 } : command;
    const decision = decide(asked, state, by, on, new Date(at ?? MONDAY));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.refused}`);
    for (const event of decision) state = evolve(state, event);
    events.push(...decision);
  }
  return { events, state };
};

/** As stored: what JSON keeps of it. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const fileOf = (name: string) => new URL(`./golden/${name}.json`, import.meta.url);
const golden = (name: string): Log => JSON.parse(readFileSync(fileOf(name), 'utf8')) as Log;

const LOGS: readonly (readonly [name: string, steps: readonly Step[], kinds: number])[] = [
  ['case-log', STEPS, 20],
  ['moved-case-log', MOVED, 10],
];
if (process.env.UPDATE_GOLDEN)
  for (const [name, steps] of LOGS) writeFileSync(fileOf(name), `${JSON.stringify(run(steps), null, 2)}\n`);

describe.each(LOGS)('%s', (name, steps, most) => {
  test('meets every kind of event it was made for', () => {
    const kinds = new Set(golden(name).events.map(({ type }) => type));
    expect(kinds.size).toBe(most);
  });

  test('still folds to the same case', () => {
    const { events, state } = golden(name);
    expect(stored(replay(events))).toEqual(state);
  });

  test('the same steps still write the same events', () => {
    expect(stored(run(steps).events)).toEqual(golden(name).events);
  });
});
