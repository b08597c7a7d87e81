/** The automatic stage: works out the up-front figure and answers the machine with how it ended. Asked twice, it answers the same. */
import { dueSeconds } from '../../lib/app/effects.ts';
import { clock } from '../../lib/aws/clock.ts';
import { door } from '../door.ts';
import { actForMachine, StageCall } from './machine-call.ts';

export const handler = door(async (event: unknown): Promise<{ outcome: string; dueSeconds: number }> => {
  const { caseId, stage, run } = StageCall.parse(event);
  const state = await actForMachine(caseId, { type: 'allocate-resources', stage, run });
  const promise = state.state === 'underway' ? state.at.promise : undefined;
  return { outcome: state.finished[stage] ?? 'unknown', dueSeconds: dueSeconds(promise, clock()) };
});
