/**
 * Where an open case would be on another version of its pathway: in its place, at another stage, with a person who has to say, or better
 * where it is. Pure; nothing is moved here. What is then done is the command `move-case`; who is asked in which order is
 * `lib/app/configuring/advance-move.ts`.
 */
import type { Case, Closed, Underway } from '../domain/case.ts';
import { type Configuration, formOf } from '../domain/configuration.ts';
import { isSameWork } from '../domain/moving.ts';
import { isWaiting } from '../domain/proposal.ts';
import { type Destination, leadsTo, type StageDef, type StageId, stageOf } from '../domain/stage.ts';
import type { DutyRegister, StageDuty } from './duty.ts';
import { type Graph, graphOf } from './graph.ts';
import { owedIn, skippedFrom } from './owed.ts';
import type { Cycle } from './passed.ts';
import type { Pathway } from './schema.ts';
import { type Unasked, unaskedFrom } from './still-asked.ts';
import { touched } from './touches.ts';

/** `why` is for whoever moves the cases. `soon`: only because something is on its way; asked again in a minute it can be otherwise. */
export type Verdict =
  | { readonly kind: 'on-it-already' }
  | { readonly kind: 'same-place' }
  | { readonly kind: 'moves'; readonly to: StageId; readonly why: string }
  | { readonly kind: 'needs-person'; readonly why: string; readonly law?: string; readonly choices: readonly StageId[] }
  | { readonly kind: 'better-left'; readonly why: string; readonly soon?: true };

/** Everything that is looked at. `choice`: the stage a person has chosen for this case, where one was needed. */
export type Placing = {
  readonly state: Exclude<Case, Closed>;
  readonly cycle: Cycle;
  readonly from: Configuration;
  readonly to: Configuration;
  /** Any version the case has been on. */
  readonly on: (version: string) => Configuration;
  /** The same pathway as `to.route`, as a council writes it. */
  readonly pathway: Pathway;
  /** The duties of its nation. Without them nothing that is underway moves. */
  readonly duties: DutyRegister | undefined;
  readonly choice?: StageId | undefined;
};

const NO_DUTIES =
  'That version holds no duty register for this nation, so nobody can say what the case is still owed. Publish it again, then look anew.';

const left = (why: string, soon?: true): Verdict => ({ kind: 'better-left', why, ...(soon && { soon }) });

/** What is on its way arrives in seconds; where it stopped at a fault, nothing is. */
const onItsWay = ({ at }: Underway, from: Configuration): Verdict | undefined => {
  if (at.token !== undefined || at.attention) return undefined;
  const automatic = stageOf(from.route, at.stage)?.kind === 'resource-allocation';
  return left(
    automatic
      ? 'The figure is being worked out just now. Wait a minute.'
      : 'The case is just arriving at its stage. Wait a minute.',
    true,
  );
};

/** Whether the case holds what the work of this stage is done on. */
const canBeDone = ({ state }: Placing, { kind }: StageDef): boolean => {
  if (kind === 'review') return state.agreed !== undefined;
  if (kind === 'plan-approval') return state.plan !== undefined;
  return kind !== 'resource-allocation' || state.assessment !== undefined;
};

type Looked = Placing & {
  readonly state: Underway;
  readonly graph: Graph;
  readonly owed: readonly StageDuty[];
  readonly unasked: (stage: StageId) => Unasked | undefined;
};
type Missed = { readonly why: string; readonly law: string };

/** What the law asks for that the case could miss if it went on from there. */
const missedAt = ({ graph, owed, unasked }: Looked, { id, title }: StageDef): Missed | undefined => {
  const skipped = skippedFrom(graph, id, owed);
  if (skipped) {
    const { duty, path } = skipped;
    return { why: `At “${title}” the case could go past what the law asks for: ${path}. ${duty.message}`, law: duty.law };
  }
  const missed = unasked(id);
  if (!missed) return undefined;
  const { although = 'not everything is asked that the law wants asked', law } = missed.duty;
  return { why: `From “${title}” the case could go on although ${although}: ${missed.path}.`, law };
};

const choicesOf = (looked: Looked): StageId[] =>
  looked.to.route.stages.filter((def) => canBeDone(looked, def) && !missedAt(looked, def)).map(({ id }) => id);

const needsPerson = (looked: Looked, why: string, law?: string): Verdict => ({
  kind: 'needs-person',
  why,
  ...(law !== undefined && { law }),
  choices: choicesOf(looked),
});

/**
 * Where the case came from, as the new version goes on from there: the last stage it finished that is the same work there, and where
 * the way it was left leads. The start where it has finished none. `undefined`: nothing says where.
 */
const wayOn = ({ state, cycle, from, to }: Looked): Destination | undefined => {
  const { passed, opened } = cycle;
  const last = passed.at(-1);
  if (!last) return { stage: opened === 'start' ? to.route.start : to.route.review };
  const led = leadsTo(from.route, last.def.id, last.outcome);
  // Somebody chose this place for it; what led there says nothing of it.
  if (led && !('stage' in led && led.stage === state.at.stage)) return undefined;
  const kept = passed.findLast(({ def }) => {
    const there = stageOf(to.route, def.id);
    return there !== undefined && isSameWork(def, there);
  });
  return kept && leadsTo(to.route, kept.def.id, kept.outcome);
};

const placed = (looked: Looked, def: StageDef, why: string): Verdict => {
  const missed = missedAt(looked, def);
  if (missed) return needsPerson(looked, missed.why, missed.law);
  if (!canBeDone(looked, def)) return needsPerson(looked, `“${def.title}” needs what this case does not hold yet.`);
  return { kind: 'moves', to: def.id, why };
};

const whereGone = (looked: Looked, here: StageDef | undefined): Verdict => {
  const name = here?.title ?? looked.state.at.stage;
  const next = wayOn(looked);
  if (!next) return needsPerson(looked, `“${name}” is gone, and nothing says where the case goes on.`);
  if ('end' in next) return needsPerson(looked, `“${name}” is gone, and the way on would end the case. Nobody has decided that.`);
  const def = stageOf(looked.to.route, next.stage);
  if (!def) return needsPerson(looked, `“${name}” is gone, and nothing says where the case goes on.`);
  return placed(looked, def, `“${name}” is gone. What led there leads to “${def.title}”.`);
};

const ofWork = (looked: Looked): Verdict => {
  const { state, from, to } = looked;
  const here = stageOf(from.route, state.at.stage);
  const there = stageOf(to.route, state.at.stage);
  if (!there) return whereGone(looked, here);
  if (!here || !isSameWork(here, there))
    return needsPerson(looked, `“${there.title}” is other work in that version: its kind, its form or who does it has changed.`);
  const missed = missedAt(looked, there);
  return missed ? needsPerson(looked, missed.why, missed.law) : { kind: 'same-place' };
};

/** Where a person had to say and has said, and the law lets it. */
const asChosen = (looked: Looked, verdict: Verdict): Verdict => {
  const { choice } = looked;
  if (verdict.kind !== 'needs-person' || choice === undefined || !verdict.choices.includes(choice)) return verdict;
  return { kind: 'moves', to: choice, why: 'Somebody looked at the case and chose this stage.' };
};

/** Nothing is taken from under somebody whose words about the plan still wait for an answer. */
const proposalsWait = ({ state, from }: Looked, verdict: Verdict): boolean => {
  const here = stageOf(from.route, state.at.stage);
  const planning = here?.kind === 'form' && formOf(from, here.form)?.page === 'plan';
  return verdict.kind === 'moves' && planning && state.proposals.some(isWaiting);
};

/** Where the case would be on `to`, and why. A case with support in place has no place to lose: only its version changes. */
export const placeOn = (placing: Placing): Verdict => {
  const { state, from, to, duties, cycle, pathway, on } = placing;
  if (to.version === state.configuration) return { kind: 'on-it-already' };
  const arriving = state.state === 'underway' ? onItsWay(state, from) : undefined;
  if (arriving) return arriving;
  const challenge = touched(state.challenges, from, to);
  if (challenge)
    return left(`The person does not agree with something that this changes (number ${challenge.number}). Answer that first.`);
  if (state.state === 'supported') return { kind: 'same-place' };
  if (!duties) return { kind: 'needs-person', why: NO_DUTIES, choices: [] };
  const graph = graphOf(pathway);
  const unasked = unaskedFrom({ facts: state.facts, cycle, from, to, pathway, on, duties });
  const looked: Looked = { ...placing, state, graph, owed: owedIn(cycle, graph, duties), unasked };
  const verdict = asChosen(looked, ofWork(looked));
  return proposalsWait(looked, verdict) ? left('What somebody would change in the plan still waits for an answer.') : verdict;
};
