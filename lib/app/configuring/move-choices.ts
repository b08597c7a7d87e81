/** Where people said cases go, before a move begins: of what a form holds, only what the move would come to and the law allows is kept. */
import { CaseId } from '../../domain/case-id.ts';
import type { StageId } from '../../domain/stage.ts';
import type { Bundle } from '../configuration.ts';
import type { Cases, Log } from '../ports.ts';
import { inBatches } from './move-job.ts';
import { type VerdictPorts, verdictOf } from './move-verdict.ts';

export type ChoicePorts = VerdictPorts & { readonly cases: Pick<Cases, 'load'>; readonly log: Log };
/** By case id. */
export type Choices = Readonly<Record<string, StageId>>;

/** As many as a page offers, and as one transaction can keep; more are chosen from the results. */
export const MOST_CHOICES = 50;

const isKept = async (ports: ChoicePorts, to: Bundle, caseId: string, stage: StageId): Promise<boolean> => {
  if (!CaseId.safeParse(caseId).success) return false;
  try {
    const stored = await ports.cases.load(caseId);
    if (!stored) return false;
    const verdict = await verdictOf(ports, stored.case, to);
    return verdict.kind === 'needs-person' && verdict.choices.includes(stage);
  } catch (cause) {
    // It can be chosen once the move has come to the case; the others are not kept waiting for it.
    ports.log('a case could not be looked at', { caseId, error: cause instanceof Error ? cause.name : 'unknown' });
    return false;
  }
};

/** Those of the first `MOST_CHOICES` for open cases that need a person on `to`, at stages that are among their choices. */
export const keptChoices = async (ports: ChoicePorts, to: Bundle, typed: Choices): Promise<(readonly [string, StageId])[]> => {
  const first = Object.entries(typed).slice(0, MOST_CHOICES);
  const kept = await inBatches(first, ([caseId, stage]) => isKept(ports, to, caseId, stage));
  return first.filter((_, nth) => kept[nth]);
};
