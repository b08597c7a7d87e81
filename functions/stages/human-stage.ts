/**
 * The door through which a machine opens any human stage: the case learns that the machine waits, and on which token. Who sees it
 * where follows from the pathway. Nothing is returned: the outcome comes by the token, when a person has acted.
 */
import { door } from '../door.ts';
import { actForMachine, HumanStageCall } from './machine-call.ts';

export const humanStage = () =>
  door(async (event: unknown): Promise<void> => {
    const { caseId, stage, run, token } = HumanStageCall.parse(event);
    await actForMachine(caseId, { type: 'open-stage', stage, run, token });
  });
