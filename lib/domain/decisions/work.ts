/** Taking work and putting it back, filling in a council's own form, and stopping. */
import { toIsoDate } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import { formOf } from '../configuration.ts';
import { readAnswers } from '../form-answers.ts';
import { fillingRole, rolesOn, subjectOf } from '../permission.ts';
import { refuse } from '../refusal.ts';
import { isHuman, stageOf } from '../stage.ts';
import { CAME_BACK, closing, type Decision, happened, isStale, moveOn, type Setting, signed } from './setting.ts';

const MOVED_ON = 'This stage is finished: the case has moved on. Nothing was changed.';

/** The worker says "I have this". Refuses when a colleague has it, and when the stage waits for somebody of another role. */
export const takeWork = (setting: Setting, { stage }: CommandOf<'take-work'>): Decision => {
  const { state, by, configuration, now } = setting;
  if (state.state !== 'underway' || state.at.stage !== stage) return refuse('not-at-this-stage', MOVED_ON);
  const def = stageOf(configuration.route, stage);
  if (!def || !isHuman(def) || !rolesOn(by, subjectOf(state, toIsoDate(now))).includes(def.who))
    return refuse('not-allowed', 'This stage waits for somebody else.');
  const { takenBy } = state.at;
  if (takenBy?.id === by.id) return [];
  if (takenBy) return refuse('already-done', `${takenBy.name} has this. Put it back first if you need to take over.`);
  return [happened(setting, { type: 'WorkTaken', stage })];
};

/** Puts the work back for the team. Anyone who could do it may, so that nothing hangs on one person's holiday. */
export const putBackWork = (setting: Setting, { stage }: CommandOf<'put-back-work'>): Decision => {
  const { state } = setting;
  if (state.state !== 'underway' || state.at.stage !== stage) return refuse('not-at-this-stage', MOVED_ON);
  return state.at.takenBy ? [happened(setting, { type: 'WorkPutBack', stage })] : [];
};

/** A stage the council added: its form, filled in by whom the pathway says, ended by one of its outcomes. */
export const fillForm = (setting: Setting, command: CommandOf<'fill-form'>): Decision => {
  const { state, by, configuration, now } = setting;
  if (state.state !== 'underway' || state.at.stage !== command.stage) return refuse('not-at-this-stage', MOVED_ON);
  if (isStale(state, command.arrival)) return refuse('not-at-this-stage', CAME_BACK);
  const def = stageOf(configuration.route, command.stage);
  const form = def?.kind === 'form' ? formOf(configuration, def.form) : undefined;
  if (def?.kind !== 'form' || form?.page !== 'questions') return refuse('not-at-this-stage', MOVED_ON);
  const role = fillingRole(by, def.who, subjectOf(state, toIsoDate(now)));
  if (!role) return refuse('not-allowed', 'This stage waits for somebody else.');
  const read = readAnswers(form, command.answers, { configuration, facts: state.facts, today: toIsoDate(now) });
  if ('gaps' in read) return refuse('form-incomplete', read.gaps[0]?.message ?? 'Answer every question.');
  const reasons = command.reasons.trim();
  if (form.outcomes[command.outcome]?.needsReasons && reasons === '') {
    return refuse('reasons-needed', 'Say why, so that the next person and the person this is about can see it.');
  }
  const { stage, outcome } = command;
  const { answers } = read;
  const filled = { form: form.id, stage, outcome, answers, reasons, by: signed(by), at: now.toISOString() };
  const signing = { ...setting, state, role };
  return moveOn(signing, outcome, [happened(signing, { type: 'FormFilled', filled })], reasons);
};

/** The person stops: any day before support is agreed, with a reason only if they like. Whoever stops it for them must give one. */
export const withdraw = (setting: Setting, { reasons }: CommandOf<'withdraw'>): Decision => {
  const { state } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed already.');
  if (state.state === 'supported' || state.agreed) {
    return refuse(
      'not-at-this-stage',
      'Support has been agreed. Ask for a review to change or end it, so that nothing stops by accident.',
    );
  }
  const byThemselves = setting.by.id === state.person.id;
  if (!byThemselves && reasons.trim() === '') {
    return refuse('reasons-needed', 'Say why this stops, in the words you would use to the person: they read it.');
  }
  return closing(setting, 'withdrawn', reasons.trim() || 'No reason was given.');
};
