/**
 * An open case goes on under another published version, or is put back. Where it can go without skipping a duty is worked out before, on
 * the case as it was at `basedOn` (`lib/pathway/migrate.ts`): here nothing is moved that has changed since. Facts, plan, people and
 * disagreements stay as they are.
 */
import { toIsoDate } from '../calendar.ts';
import type { Case, Underway } from '../case.ts';
import type { CommandOf } from '../command.ts';
import type { Configuration } from '../configuration.ts';
import type { Promised } from '../event.ts';
import { isSameWork, type LeftStage } from '../moving.ts';
import { openStory } from '../open-forms.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { kindOf, type StageDef, type StageId, stageOf } from '../stage.ts';
import { type Decision, happened, promiseFor, type Setting } from './setting.ts';
import { questionsChanged } from './story.ts';

type Command = CommandOf<'move-case'>;

const CLOSED = 'This case is closed. It stays on the version it ended on.';
const CHANGED = 'The case has changed since this was looked at. Look at it again before you move it.';
const OTHER_PATHWAY = 'That version has no pathway for this case. It stays on its own version.';
const MOVED_SINCE =
  'Since that move the case has been moved again or has taken newer questions. Undo the later move first, or leave it where it is.';

const toldGone = (gone: StageDef | undefined, next: StageDef): string =>
  `We took out a step${gone ? `: “${gone.forThePerson}”` : ''}. The next one is: “${next.forThePerson}”. Nothing you told us is lost.`;
const toldBack = (def: StageDef): string => `We put a step back: “${def.forThePerson}”. Nothing you told us is lost.`;

/** What somebody who is filling in their story is told, where its questions change. */
const forTheDraft = (state: Underway, from: Configuration, to: Configuration, stage: StageId): { questions?: string } => {
  const there = { ...state, at: { ...state.at, stage } };
  if (!openStory(there, to) || !openStory(there, from)) return {};
  const questions = questionsChanged(there, from, to);
  return questions === '' ? {} : { questions };
};

type Place = { readonly def: StageDef; readonly gone: StageDef | undefined; readonly anew: boolean };

/** Where the case goes on: in its place where it is the same work there; anywhere else only where that was asked for. */
const placeOf = (state: Underway, configuration: Configuration, { to, stage }: Command): Place | Refusal => {
  const here = stageOf(configuration.route, state.at.stage);
  const def = stageOf(to.route, stage ?? state.at.stage);
  if (!def) return refuse('no-such-stage', `That version has no stage “${stage ?? here?.title ?? state.at.stage}”.`);
  const same = here !== undefined && def.id === here.id && isSameWork(here, def);
  if (!same && stage === undefined)
    return refuse('cannot-be-moved', `“${def.title}” is other work in that version. Say at which stage the case goes on.`);
  return { def, gone: stageOf(to.route, state.at.stage) ? undefined : here, anew: !same };
};

const moveOver = (setting: Setting<Underway>, command: Command): Decision => {
  const { state, configuration, now } = setting;
  const { to, job } = command;
  const place = placeOf(state, configuration, command);
  if ('refused' in place) return place;
  const { def, gone, anew } = place;
  const versions = { configuration: to.version, from: configuration.version, job };
  const standing = { stage: def.id, was: state.at.stage, run: state.run + 1 };
  const draft = forTheDraft(state, configuration, to, def.id);
  if (!anew) return [happened(setting, { type: 'CaseMoved', ...versions, ...standing, ...draft })];
  const promise = promiseFor({ configuration: to, now, state }, def.id);
  const told = gone ? { told: toldGone(gone, def) } : {};
  return [
    happened(setting, { type: 'CaseMoved', ...versions, ...standing, anew, ...(promise && { promise }), ...draft, ...told }),
  ];
};

/** The date that was told stands; one that passed in the meantime was missed, and a new one is promised. */
const promiseAgain = (setting: Setting, to: Configuration, { stage, promise }: LeftStage): Promised | undefined => {
  if (!promise || toIsoDate(setting.now) <= promise.dueOn) return promise;
  return promiseFor({ ...setting, configuration: to }, stage, [...promise.missed, promise.dueOn]);
};

/** To exactly where it was, while it has not left the place it was moved to; otherwise in its place, where that is the same work there. */
const putBackUnderway = (setting: Setting<Underway>, { to, job }: Command): Decision => {
  const { state, configuration } = setting;
  const versions = { configuration: to.version, from: configuration.version, job, back: true } as const;
  const move = state.moves?.at(-1);
  const left = move?.arrivals === state.arrivals ? move.left : undefined;
  const stage = left?.stage ?? state.at.stage;
  const standing = { stage, was: state.at.stage, run: state.run + 1 };
  const def = stageOf(to.route, stage);
  const here = stageOf(configuration.route, state.at.stage);
  if (!def || (!left && !(here && isSameWork(here, def)))) {
    const where = here?.title ?? state.at.stage;
    return refuse('cannot-be-moved', `The case has gone on to “${where}”, which is not there in the version it came from.`);
  }
  const draft = forTheDraft(state, configuration, to, stage);
  if (!left) return [happened(setting, { type: 'CaseMoved', ...versions, ...standing, ...draft })];
  const promise = promiseAgain(setting, to, left);
  const told = stageOf(configuration.route, stage) ? {} : { told: toldBack(def) };
  const back = { ...versions, ...standing, anew: true, ...(promise && { promise }), ...draft, ...told } as const;
  return [happened(setting, { type: 'CaseMoved', ...back })];
};

const isUnderway = (setting: Setting): setting is Setting<Underway> => setting.state.state === 'underway';

const putBack = (setting: Setting, command: Command): Decision => {
  const { state } = setting;
  const { to, job, basedOn } = command;
  const move = state.moves?.at(-1);
  if (!state.moves?.some((each) => each.job === job) && state.configuration === to.version) return [];
  if (state.state === 'closed') return refuse('case-closed', CLOSED);
  if (move?.job !== job || move.to !== state.configuration || move.from !== to.version)
    return refuse('cannot-be-moved', MOVED_SINCE);
  if (state.version !== basedOn) return refuse('case-changed', CHANGED);
  if (isUnderway(setting)) return putBackUnderway(setting, command);
  const versions = { configuration: to.version, from: state.configuration, job };
  return [happened(setting, { type: 'CaseMoved', ...versions, back: true })];
};

const isOnThePathway = (state: Case, { to }: Command, { route }: Configuration): boolean =>
  to.route.id === state.pathway && kindOf(to.route) === kindOf(route);

/**
 * Moves an open case to `to`, in its place or at `stage`, where it is promised a date of its own; or takes the move of `job` back. A case
 * that is there already is left as it is. Refuses `case-closed`, `case-changed` when it is not at the version it was looked at,
 * `no-such-stage`, and `cannot-be-moved` where it has no place there.
 */
export const moveCase = (setting: Setting, command: Command): Decision => {
  const { state, configuration } = setting;
  if (command.back) return putBack(setting, command);
  if (state.state === 'closed') return refuse('case-closed', CLOSED);
  if (command.to.version === state.configuration) return [];
  if (state.version !== command.basedOn) return refuse('case-changed', CHANGED);
  if (!isOnThePathway(state, command, configuration)) return refuse('cannot-be-moved', OTHER_PATHWAY);
  if (isUnderway(setting)) return moveOver(setting, command);
  const versions = { configuration: command.to.version, from: state.configuration, job: command.job };
  return [happened(setting, { type: 'CaseMoved', ...versions })];
};
