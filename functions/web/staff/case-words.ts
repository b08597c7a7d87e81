/**
 * Where a case stands, in the words of a staff page: stage, promise, who has it. Words only; what to do next is `next-step.ts`.
 */
import type { ActingRole } from '../../../lib/domain/actor.ts';
import { formatDate, type IsoDate } from '../../../lib/domain/calendar.ts';
import type { Case, Waiting } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { ClosedEnd } from '../../../lib/domain/event.ts';
import { isHuman, kindOf, type StageDef, stageOf } from '../../../lib/domain/stage.ts';

export const WHO_WORDS: Readonly<Record<ActingRole, string>> = {
  person: 'the person',
  assessor: 'someone who assesses and plans',
  approver: 'someone who agrees plans',
};

export const CLOSED_WORDS: Readonly<Record<ClosedEnd, string>> = {
  'advice-given': 'Closed: it ended with written advice',
  'support-ended': 'Closed: support ended',
  withdrawn: 'Closed: the person asked to stop',
};

/** The stage a case waits at; nothing where support is in place or the case is closed. */
export const stageAt = (state: Case, configuration: Configuration): StageDef | undefined =>
  state.state === 'underway' ? stageOf(configuration.route, state.at.stage) : undefined;

export const whereWords = (state: Case, configuration: Configuration): string => {
  if (state.state === 'supported') return 'Support is in place';
  if (state.state === 'closed') return CLOSED_WORDS[state.end];
  return stageAt(state, configuration)?.title ?? state.at.stage;
};

type Dated = { readonly dueOn?: IsoDate | undefined; readonly missed?: boolean | undefined };

/**
 * A promised date. That one was missed is said, not coloured: it is the council's promise, never a mark on a worker.
 * @example promiseWords({ dueOn: '2026-12-04', missed: true }, '2026-11-21') // 'Missed before, now 4 December 2026'
 */
export const promiseWords = ({ dueOn, missed }: Dated, today: IsoDate): string => {
  if (!dueOn) return 'No date promised';
  const passed = dueOn < today ? ', which has passed' : '';
  return missed ? `Missed before, now ${formatDate(dueOn)}${passed}` : `${formatDate(dueOn)}${passed}`;
};

const waitsForSomebody = (state: Case, configuration: Configuration): Waiting | undefined => {
  const def = stageAt(state, configuration);
  return state.state === 'underway' && def && isHuman(def) ? state.at : undefined;
};

/** Short facts for the identity bar: reference, place, promise, holder. */
export const caseFacts = (state: Case, configuration: Configuration, today: IsoDate): string[] => {
  const own = kindOf(configuration.route) === 'carer' ? ['A carer’s own case'] : [];
  const facts = [state.id, ...own, whereWords(state, configuration)];
  if (state.state === 'supported') return [...facts, `Review by ${formatDate(state.agreed.reviewDueOn)}`];
  const at = waitsForSomebody(state, configuration);
  if (!at) return facts;
  const promise = promiseWords({ dueOn: at.promise?.dueOn, missed: (at.promise?.missed.length ?? 0) > 0 }, today);
  return [...facts, `Promised: ${promise}`, at.takenBy ? `${at.takenBy.name} has it` : 'Nobody has taken it'];
};

/** How much family or friends do, in words. Whole percentages, as the council's rules offer them. */
export const shareWords = (share: number): string => {
  if (share === 0) return 'Family and friends do none of this';
  return share === 100 ? 'Family or friends do all of this' : `Family or friends do about ${share}% of this`;
};

export const willingWords = (share: number, willing: boolean): string => {
  if (share === 0) return `${shareWords(share)}.`;
  return `${shareWords(share)}, and ${willing ? 'are' : 'are not recorded as'} willing and able to go on.`;
};
