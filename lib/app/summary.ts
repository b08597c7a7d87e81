/** A case on one line of a list: what a worklist, a person's own list or recovery needs, and nothing they typed. */
import type { ActingRole } from '../domain/actor.ts';
import type { IsoDate } from '../domain/calendar.ts';
import type { Case } from '../domain/case.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { Signed } from '../domain/event.ts';
import { isHuman, kindOf, stageOf } from '../domain/stage.ts';

export type Summary = {
  readonly caseId: string;
  readonly person: Signed;
  /** Only on a carer's own case; every other is an adult's. */
  readonly kind?: 'carer';
  readonly state: Case['state'];
  readonly openedAt: string;
  /** In the words of the person and of staff; absent unless the case is underway. */
  readonly stage?: { readonly id: string; readonly title: string; readonly forThePerson: string; readonly who?: ActingRole };
  readonly since?: string;
  readonly dueOn?: IsoDate;
  readonly missed?: boolean;
  readonly takenBy?: Signed;
  readonly attention?: boolean;
  readonly reviewDueOn?: IsoDate;
  /** On the list of somebody who was invited to help: until when. */
  readonly helping?: { readonly until: IsoDate };
};

/** The line for `state`, as it stands after a commit. */
export const summarise = (state: Case, configuration: Configuration): Summary => {
  const { id: caseId, person, openedAt } = state;
  const kind = kindOf(configuration.route) === 'carer' ? { kind: 'carer' as const } : {};
  const line = { caseId, person, ...kind, openedAt, state: state.state };
  if (state.state === 'closed') return line;
  if (state.state === 'supported') return { ...line, reviewDueOn: state.agreed.reviewDueOn };
  const { stage: id, since, promise, takenBy, attention } = state.at;
  const def = stageOf(configuration.route, id);
  const words = { id, title: def?.title ?? id, forThePerson: def?.forThePerson ?? id };
  return {
    ...line,
    stage: def && isHuman(def) ? { ...words, who: def.who } : words,
    since,
    ...(promise && { dueOn: promise.dueOn, missed: promise.missed.length > 0 }),
    ...(takenBy && { takenBy }),
    ...(attention && { attention: true }),
  };
};
