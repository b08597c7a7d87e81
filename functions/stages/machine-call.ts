/**
 * What the machine sends to a stage's function, and how the answer of `act` becomes a result or an error it understands. The names
 * of the errors are part of the compiled machine: `Refused` is never retried there, everything else is.
 */
import * as z from 'zod';
import { type Acted, act } from '../../lib/app/act.ts';
import { SYSTEM } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { Command } from '../../lib/domain/command.ts';
import { StageId } from '../../lib/domain/stage.ts';
import { REFUSED } from '../../lib/pathway/compile-task.ts';
import { actPorts } from '../ports.ts';

export const StageCall = z.object({ caseId: z.string().min(3).max(64), run: z.number().int().positive(), stage: StageId });
export const HumanStageCall = StageCall.extend({ token: z.string().min(1).max(2048) });

const failure = (name: string, message: string): Error => Object.assign(new Error(message), { name });

const errorOf = (acted: Extract<Acted, { done: false }>): Error => {
  if (acted.why === 'absent') return failure(REFUSED, 'there is no such case');
  if (acted.why === 'conflict') return failure('Conflict', 'the case kept changing');
  const { refused, message } = acted.refusal;
  return failure(REFUSED, `${refused}: ${message}`);
};

/** Acts for the machine and returns the case as it then is; throws what the machine should see otherwise. */
export const actForMachine = async (caseId: string, command: Command): Promise<Case> => {
  const acted = await act(actPorts, { caseId, command, by: SYSTEM });
  if (!acted.done) throw errorOf(acted);
  return acted.case;
};
