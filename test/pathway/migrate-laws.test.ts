/**
 * What holds for every move, whatever was edited and wherever the case is: nothing it holds is lost, no duty is skipped on any life after
 * it, and an undo puts back all but the counters. The duties are held against `wronged`, which knows nothing of the checks. What is asked
 * is not among them: `migrate-asked.test.ts`.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { leadsTo, stageOf } from '../../lib/domain/stage.ts';
import { placeOn, type Verdict } from '../../lib/pathway/migrate.ts';
import { type Cycle, cycleOf } from '../../lib/pathway/passed.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { walk } from '../../lib/pathway/walk.ts';
import { MONDAY } from '../support/case-so-far.ts';
import { adultCare, ENGLAND_BUT_ASKING, faultsOf, formStage, stageIn } from './adult-care.ts';
import { configured, lifeOn, liveCase, NOW } from './live-case.ts';
import { type Chapter, wronged } from './wronged.ts';

type Underway = Extract<Case, { state: 'underway' }>;
const [OLD, NEW] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'];

/** One edit, by chance: `at` and `to` are counted round whatever the pathway has then. */
type Edit = {
  readonly kind: 'strip' | 'insert' | 'rewire' | 'hand-over' | 'new-form' | 'check-last';
  readonly at: number;
  readonly to: number;
};
const editsOf = (kinds: readonly Edit['kind'][], maxLength: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(40), to: fc.nat(40) }), { minLength: 1, maxLength });
/** Stages come first and go afterwards, so that cases are found waiting at some that are gone. */
const building = editsOf(['insert', 'insert', 'insert', 'rewire', 'check-last'], 4);
const stripping = editsOf(['strip', 'strip', 'strip', 'strip', 'insert', 'rewire', 'hand-over', 'new-form', 'check-last'], 6);

const pick = <T>(all: readonly T[], nth: number): T => {
  const one = all[nth % all.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** The sign-off before the second look: a lawful order in which a case can be on the wrong side of it. */
const checkLast = (pathway: Pathway): void => {
  const ids = pathway.stages.map(({ id }) => id);
  if (!['quality-check', 'planning', 'plan-approval'].every((id) => ids.includes(id))) return;
  const onward = stageIn(pathway, 'plan-approval').outcomes.approved;
  if (onward && 'stage' in onward && onward.stage === 'quality-check') return;
  stageIn(pathway, 'planning').outcomes.ready = { stage: 'plan-approval' };
  stageIn(pathway, 'plan-approval').outcomes.approved = { stage: 'quality-check' };
  stageIn(pathway, 'quality-check').outcomes.content = onward;
};

const edit = (pathway: Pathway, { kind, at, to }: Edit, nth: number): void => {
  const stage = pick(pathway.stages, at);
  const record = stageIn(pathway, stage.id);
  const outcome = pick(Object.keys(record.outcomes), to);
  if (kind === 'check-last') checkLast(pathway);
  if (kind === 'rewire') record.outcomes[outcome] = { stage: pick(pathway.stages, to).id };
  if (kind === 'hand-over' && stage.kind === 'form') record.who = stage.who === 'assessor' ? 'approver' : 'assessor';
  if (kind === 'new-form' && stage.kind === 'form' && stage.id !== 'planning') record.form = `form-${nth}`;
  if (kind === 'insert') {
    const id = `extra-${nth}-${at}`;
    if (pathway.stages.some((each) => each.id === id)) return;
    pathway.stages.push(formStage(id, { done: record.outcomes[outcome] }));
    record.outcomes[outcome] = { stage: id };
  }
  if (kind === 'strip' && stage.kind === 'form') {
    pathway.stages = pathway.stages.filter(({ id }) => id !== stage.id);
    const onward = pick(Object.values(record.outcomes), to);
    for (const each of pathway.stages) {
      const { outcomes } = stageIn(pathway, each.id);
      for (const [name, leads] of Object.entries(outcomes))
        if (leads && 'stage' in leads && leads.stage === stage.id) outcomes[name] = onward;
    }
    if (pathway.start === stage.id && onward && 'stage' in onward) pathway.start = onward.stage;
  }
};

/** Edits that a check refuses are left out, as they would be in life; the rest stand. */
const edited = (from: Pathway, all: readonly Edit[]): Pathway =>
  all.reduce((pathway, each, nth) => {
    const next = structuredClone(pathway);
    edit(next, each, nth);
    return faultsOf(next).length === 0 ? next : pathway;
  }, from);

const dice = fc.array(fc.nat(11), { minLength: 40, maxLength: 40 });

/** Outcomes by chance from `from`: at most `most` stages, or to an end. */
const lived = (pathway: Pathway, from: string, all: readonly number[], most = all.length) => {
  const outcomes: string[] = [];
  let walked = walk(pathway, outcomes, from);
  for (const die of all.slice(0, most)) {
    if (walked.waitingAt === undefined) break;
    outcomes.push(pick(Object.keys(stageIn(pathway, walked.waitingAt).outcomes), die));
    walked = walk(pathway, outcomes, from);
  }
  return { outcomes, walked };
};

const chaptersOf = ({ passed }: Cycle): Chapter[] =>
  passed.map(({ def, outcome }) => ({ id: def.id, kind: def.kind, form: def.kind === 'form' ? def.form : undefined, outcome }));

/** How a case is wronged that goes on from `stage` by chance after all it has been through; `undefined` where it is not, or never ends. */
const wrongedFrom = (cycle: Cycle, pathway: Pathway, stage: string, all: readonly number[]): string | undefined => {
  const { outcomes, walked } = lived(pathway, stage, all);
  if (walked.end === null) return undefined;
  const rest = walked.visited.map((id, nth): Chapter => {
    const def = stageOf(pathway, id);
    return { id, kind: def?.kind ?? '', form: def?.kind === 'form' ? def.form : undefined, outcome: outcomes[nth] };
  });
  return wronged([...chaptersOf(cycle), ...rest], walked.end, cycle.opened === 'review');
};

/** Everything about the person and their support, and which case it is. */
const held = ({
  at: _at,
  version: _v,
  run: _r,
  arrivals: _a,
  configuration: _c,
  finished: _f,
  moves: _m,
  changed: _h,
  ...rest
}: Underway) => rest;
/** All of it, but what counts and which machine drives it. */
const all = (state: Underway) => {
  const { version: _v, run: _r, arrivals: _a, at, ...rest } = state;
  const { token: _t, since: _s, restarts: _n, ...place } = at;
  return { ...rest, at: JSON.parse(JSON.stringify(place)) as unknown };
};

const asked = (state: Case, on: Configuration, to: Configuration, more: { stage?: string; back?: true }): Underway => {
  const command = { type: 'move-case', to, basedOn: state.version, job: 'M-LAW', ...more } as const;
  const decision = decide(command, state, SYSTEM, on, NOW);
  if (isRefusal(decision)) throw new Error(`${decision.refused}: ${decision.message}`);
  const after = decision.reduce<Case>((before, event) => evolve(before, event), state);
  if (after.state !== 'underway') throw new Error('not underway');
  return after;
};

/** Where the verdict lets a case go: its place, the stage it moves to, or each that a person could choose. */
const placesOf = (verdict: Verdict): (string | undefined)[] => {
  if (verdict.kind === 'same-place') return [undefined];
  if (verdict.kind === 'moves') return [verdict.to];
  return verdict.kind === 'needs-person' ? [...verdict.choices] : [];
};

/** Goes on by `outcomes`, as far as no end is come to. */
const finishedBy = (state: Underway, pathway: Pathway, outcomes: readonly string[]): { events: CaseEvent[]; state: Underway } => {
  const events: CaseEvent[] = [];
  const signed = { at: MONDAY, by: { id: 's', name: 's', role: 'system' as const } };
  let at = state.at.stage;
  for (const outcome of outcomes) {
    const to = leadsTo(pathway, at, outcome);
    if (!to || 'end' in to) break;
    events.push({ type: 'StageFinished', stage: at, outcome, to, ...signed });
    events.push({ type: 'StageOpened', stage: to.stage, token: `at-${to.stage}`, ...signed });
    at = to.stage;
  }
  return { events, state: events.reduce<Case>((before, event) => evolve(before, event), state) as Underway };
};

/** From the default pathway or from another one, and on to what was made of either. */
const lawful = fc.tuple(building, stripping, fc.boolean()).map(([first, then, same]) => {
  const before = edited(adultCare(), first);
  return { before, after: edited(same ? before : adultCare(), then) };
});

/** How often each thing came about, so that no law is idle. */
const seen: Record<Verdict['kind'] | 'byLaw' | 'wrongIfLeft' | 'undone' | 'kept', number> = {
  'same-place': 0,
  moves: 0,
  'needs-person': 0,
  'better-left': 0,
  'on-it-already': 0,
  byLaw: 0,
  wrongIfLeft: 0,
  undone: 0,
  kept: 0,
};

type Life = { readonly dice: readonly number[]; readonly steps: number; readonly fromReview: boolean; readonly further: number };
const life: fc.Arbitrary<Life> = fc.record({ dice, steps: fc.nat(9), fromReview: fc.boolean(), further: fc.nat(3) });
type Moving = {
  readonly before: Pathway;
  readonly after: Pathway;
  readonly events: readonly CaseEvent[];
  readonly state: Underway;
  readonly cycle: Cycle;
  readonly lives: readonly (readonly number[])[];
};

/** After the move: all it held is there, it is at a stage of the new pathway, and no life from there is wronged. */
const movedWell = ({ before, after, state, cycle, lives }: Moving, stage: string | undefined): Underway => {
  const there = asked(state, configured(before, OLD), configured(after, NEW), stage === undefined ? {} : { stage });
  expect(held(there)).toEqual(held(state));
  expect(there).toMatchObject({ configuration: NEW, run: state.run + 1, version: state.version + 1 });
  expect(stageOf(after, there.at.stage)).toBeDefined();
  expect(there.at.promise !== undefined).toBe(stageOf(after, there.at.stage)?.kind !== 'resource-allocation');
  for (const each of lives) expect(wrongedFrom(cycle, after, there.at.stage, each)).toBeUndefined();
  return there;
};

const putBackWell = ({ before, after, state }: Moving, there: Underway): void => {
  const back = asked(there, configured(after, NEW), configured(before, OLD), { back: true });
  expect(all(back)).toEqual(all(state));
  expect(back.arrivals).toBeGreaterThanOrEqual(state.arrivals);
  seen.undone += 1;
};

/** It has gone on: it is put back only where the earlier version has its place and no duty is skipped, and keeps that place. */
const keptWell = ({ before, after, events, lives }: Moving, there: Underway, most: number): void => {
  const { outcomes } = lived(after, there.at.stage, lives[0] ?? [], most);
  const gone = finishedBy(there, after, outcomes);
  const moved = { type: 'CaseMoved', configuration: NEW } as CaseEvent;
  const cycle = cycleOf([...events, moved, ...gone.events], (version) => (version === OLD ? before : after));
  const [from, to] = [configured(after, NEW), configured(before, OLD)];
  const verdict = placeOn({ state: gone.state, cycle, from, to, pathway: before, on: () => from, duties: ENGLAND_BUT_ASKING });
  if (outcomes.length === 0 || verdict.kind !== 'same-place') return;
  const kept = asked(gone.state, from, to, { back: true });
  expect(kept.at.stage).toBe(gone.state.at.stage);
  expect(held(kept)).toEqual(held(gone.state));
  for (const each of lives) expect(wrongedFrom(cycle, before, kept.at.stage, each)).toBeUndefined();
  seen.kept += 1;
};

const look = (before: Pathway, after: Pathway, { dice: by, steps, fromReview, further }: Life, lives: Moving['lives']): void => {
  const { outcomes } = lived(before, fromReview ? before.review : before.start, by, steps);
  const events = lifeOn(before, OLD, outcomes, fromReview);
  const [state, cycle] = [liveCase(events), cycleOf(events, () => before)];
  const [from, to] = [configured(before, OLD), configured(after, NEW)];
  const verdict = placeOn({ state, cycle, from, to, pathway: after, on: () => from, duties: ENGLAND_BUT_ASKING });
  seen[verdict.kind] += 1;
  if (verdict.kind === 'needs-person' && verdict.law) {
    seen.byLaw += 1;
    if (lives.some((each) => wrongedFrom(cycle, after, state.at.stage, each))) seen.wrongIfLeft += 1;
  }
  const moving = { before, after, events, state, cycle, lives };
  for (const stage of placesOf(verdict)) {
    const there = movedWell(moving, stage);
    putBackWell(moving, there);
    keptWell(moving, there, further);
  }
};

const several = fc.array(life, { minLength: 6, maxLength: 6 });
const afterwards = fc.array(dice, { minLength: 3, maxLength: 3 });

test('no answer is lost, no duty is skipped, ids are kept, and undo is identity', () => {
  const law = fc.property(lawful, several, afterwards, ({ before, after }, cases, lives) => {
    for (const each of cases) look(before, after, each, lives);
  });
  fc.assert(law, { numRuns: 600 });
});

test('every verdict was given, and people would have been wronged the naive way, so the law is about something', () => {
  const { 'on-it-already': _never, byLaw, wrongIfLeft, ...often } = seen;
  expect(Math.min(...Object.values(often))).toBeGreaterThan(50);
  expect(Math.min(byLaw, wrongIfLeft)).toBeGreaterThan(10);
});
