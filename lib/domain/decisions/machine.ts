/**
 * What the machine may say. It is a driver: it arrives, runs late or breaks, and never decides. Every one of these can come twice,
 * late, or from an execution that was left behind, so each is idempotent and checks the run (law 1; limits-and-trust I5, I6).
 */
import { toIsoDate } from '../calendar.ts';
import type { Underway } from '../case.ts';
import type { CommandOf } from '../command.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Decision, happened, promiseFor, type Setting } from './setting.ts';

const current = ({ state }: Setting, run: number): Underway | Refusal => {
  if (state.state === 'underway' && state.run === run) return state;
  return refuse('stale-run', 'A newer execution drives this case, or none does; this one can stop.');
};

/** The machine waits at a stage. If the case has already passed it, the machine is sent on with the outcome it missed. */
export const openStage = (setting: Setting, { stage, run, token }: CommandOf<'open-stage'>): Decision => {
  const state = current(setting, run);
  if ('refused' in state) return state;
  if (state.at.stage === stage) {
    return state.at.token === token ? [] : [happened(setting, { type: 'StageOpened', stage, token })];
  }
  const outcome = state.finished[stage];
  if (outcome !== undefined) return [happened(setting, { type: 'StageCaughtUp', stage, token, outcome })];
  return refuse('not-at-this-stage', `The machine is at “${stage}” but the case is at “${state.at.stage}”.`);
};

/**
 * The promised date passed. The person is told and promised a new date; the same stage goes on and nothing is decided against
 * them (I-09). Nothing happens when the stage was finished in the meantime.
 */
export const missPromise = (setting: Setting, { stage, run }: CommandOf<'miss-promise'>): Decision => {
  const state = current(setting, run);
  if ('refused' in state) return state;
  const was = state.at.promise;
  // A timer that went off early changes nothing: a promise is missed only once its day is over.
  if (state.at.stage !== stage || !was || toIsoDate(setting.now) <= was.dueOn) return [];
  const promise = promiseFor(setting, stage, [...was.missed, was.dueOn]);
  return promise ? [happened(setting, { type: 'PromiseMissed', stage, missed: was.dueOn, promise })] : [];
};

/** The machine could not go on. A person is asked to look; recovery tries again. */
export const flagAttention = (setting: Setting, { stage, run, error }: CommandOf<'flag-attention'>): Decision => {
  const state = current(setting, run);
  if ('refused' in state) return state;
  if (state.at.stage !== stage || state.at.attention) return [];
  return [happened(setting, { type: 'AttentionNeeded', stage, error })];
};

/** A new execution takes over at the stage the case is at; the old one is told to stop. */
export const restartRun = (setting: Setting, { why, run }: CommandOf<'restart-run'>): Decision => {
  const { state } = setting;
  if (state.state !== 'underway')
    return refuse('not-at-this-stage', 'Nothing is running for this case, so nothing can be started again.');
  if (run !== undefined && run !== state.run) return [];
  return [happened(setting, { type: 'RunRestarted', run: state.run + 1, stage: state.at.stage, why })];
};
