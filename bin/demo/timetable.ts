/**
 * Puts made-up lives on the calendar: every command with the moment it is asked, worked out by playing each life through the
 * domain. What the council's machinery does by itself (a missed promise, a review that falls due) is put in where it would have
 * happened. Pure; called by `bin/seed.ts` and the tests.
 */
import { type Actor, SYSTEM } from '../../lib/domain/actor.ts';
import { addDays, type IsoDate, toIsoDate } from '../../lib/domain/calendar.ts';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { Command } from '../../lib/domain/command.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import { isRefusal, type Refusal } from '../../lib/domain/refusal.ts';
import { type CaseKind, stageOf } from '../../lib/domain/stage.ts';
import { type Life, SELF } from './life.ts';

/** One thing asked of one case. `step` counts them from 0, so that a seed that was stopped knows where it was. */
export type Moment = {
  readonly caseId: string;
  readonly step: number;
  readonly at: Date;
  readonly by: Actor;
  readonly command: Command;
};
export type Played = {
  readonly person: string;
  readonly caseId: string;
  readonly moments: readonly Moment[];
  /** What the domain said no to: nothing, on the pathway these lives were written for. */
  readonly refused: readonly Refusal[];
  readonly state: Case | undefined;
};

/** One for each kind of case somebody has. @example caseIdOf('P-01-ADA') // 'C-01ADA'; as a carer 'C-01ADACARER' */
export const caseIdOf = (person: string, as: CaseKind = 'adult'): string =>
  `C-${person.replace(/^P-/, '').replaceAll('-', '')}${as === 'carer' ? 'CARER' : ''}`;

/** People write when they have time, staff in the morning or after lunch. Few hours, so that many can be played at once. */
const HOURS: Readonly<Record<string, string>> = { [SELF]: '19:30', 'S-PRIYA': '09:30', 'S-TOM': '14:00' };
const hourOf = (by: string): string => HOURS[by] ?? '11:00';

const isWeekend = (date: IsoDate): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
/** The day itself for a person; for staff the working day before, where it falls on a weekend. */
const dayOf = (today: IsoDate, ago: number, by: string): IsoDate => {
  const day = addDays(today, -ago);
  return by !== SELF && isWeekend(day) ? dayOf(today, ago + 1, by) : day;
};

class Player {
  state: Case | undefined;
  readonly moments: Moment[] = [];
  readonly refused: Refusal[] = [];

  constructor(
    readonly caseId: string,
    readonly configuration: Configuration,
  ) {}

  /** `written`: whether it is asked by somebody, and so has to be asked again when the life is played for real. */
  ask(at: Date, by: Actor, command: Command, written = true): void {
    const decision = decide(command, this.state, by, this.configuration, at);
    if (isRefusal(decision)) {
      this.refused.push(decision);
      return;
    }
    for (const event of decision) this.state = evolve(this.state, event);
    if (written && decision.length > 0) this.moments.push({ caseId: this.caseId, step: this.moments.length, at, by, command });
    this.#automatic(at);
  }

  /** An automatic stage is the machine's own work: it is waited for, never asked for. */
  #automatic(at: Date): void {
    const { state } = this;
    if (state?.state !== 'underway') return;
    const { stage } = state.at;
    if (stageOf(this.configuration.route, stage)?.kind !== 'resource-allocation') return;
    this.ask(at, SYSTEM, { type: 'allocate-resources', stage, run: state.run }, false);
  }

  /** Everything that comes by itself before `until`. */
  passTime(until: Date): void {
    for (let next = this.#next(); next && next.at < until; next = this.#next()) this.ask(next.at, SYSTEM, next.command);
  }

  #next(): { at: Date; command: Command } | undefined {
    const { state } = this;
    if (state?.state === 'supported') {
      return { at: new Date(`${state.agreed.reviewDueOn}T05:00:00Z`), command: { type: 'open-due-review' } };
    }
    if (state?.state !== 'underway' || !state.at.promise) return undefined;
    const at = new Date(`${addDays(state.at.promise.dueOn, 1)}T01:00:00Z`);
    return { at, command: { type: 'miss-promise', stage: state.at.stage, run: state.run } };
  }
}

/** Plays one life up to `now`, on a configuration whose pathway is for its kind. Moves in the future, or by somebody this council does not have, are left out. */
export const play = (
  { person: id, opened, moves, as = 'adult' }: Life,
  configuration: Configuration,
  now: Date,
): Played | undefined => {
  const { demo } = configuration.council;
  const someone = demo?.people.find((each) => each.id === id);
  if (!someone) return undefined;
  const person: Actor = { id, name: someone.name, roles: ['person'] };
  const today = toIsoDate(now);
  const when = (ago: number, by: string) => new Date(`${dayOf(today, ago, by)}T${hourOf(by)}:00Z`);
  const player = new Player(caseIdOf(id, as), configuration);
  const { caseId } = player;

  player.ask(when(opened, SELF), person, { type: 'open-case', caseId, person: { id, name: person.name }, as });
  let last = when(opened, SELF);
  for (const { ago, by, ask } of moves) {
    const actor = by === SELF ? person : demo?.staff.find((each) => each.id === by);
    const wanted = when(ago, by);
    // Nothing happens before what led to it, whatever hour of the day its maker keeps.
    const at = new Date(Math.max(wanted.getTime(), last.getTime()));
    if (at > now || !actor) continue;
    player.passTime(at);
    const command = player.state && ask(player.state);
    if (command) player.ask(at, actor, command);
    last = at;
  }
  player.passTime(now);
  return { person: id, caseId, moments: player.moments, refused: player.refused, state: player.state };
};
