/** The machine could not go on: the case says so on the worklist, and recovery tries again. */
import * as z from 'zod';
import { door } from '../door.ts';
import { actForMachine, StageCall } from './machine-call.ts';

const Call = StageCall.extend({ error: z.string().max(200).default('unknown') });

export const handler = door(async (event: unknown): Promise<Record<string, never>> => {
  const { caseId, stage, run, error } = Call.parse(event);
  await actForMachine(caseId, { type: 'flag-attention', stage, run, error });
  return {};
});
