/** A promise passed: the case notes it and promises a new date; the machine goes back to the same stage and waits until then. */
import { dueSeconds } from '../../lib/app/effects.ts';
import { clock } from '../../lib/aws/clock.ts';
import { door } from '../door.ts';
import { actForMachine, StageCall } from './machine-call.ts';

export const handler = door(async (event: unknown): Promise<{ dueSeconds: number }> => {
  const { caseId, stage, run } = StageCall.parse(event);
  const state = await actForMachine(caseId, { type: 'miss-promise', stage, run });
  const promise = state.state === 'underway' && state.at.stage === stage ? state.at.promise : undefined;
  return { dueSeconds: dueSeconds(promise, clock()) };
});
