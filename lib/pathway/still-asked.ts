/**
 * What the law wants asked of a case that goes on from a stage of another version: a duty is met by what is held, by what was asked at a
 * stage that is behind, answered or not, and by what is asked on every way on. Where it was to be asked at a stage the case is past, and
 * nobody did, it would never be. Whether a whole pathway asks is `check-asked.ts`; what else is owed is `owed.ts`.
 */
import type { Configuration } from '../domain/configuration.ts';
import { type Facts, statementOf } from '../domain/fact.ts';
import type { Form } from '../domain/form.ts';
import { shownIn } from '../domain/form-walk.ts';
import { bankOf, type Question } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { isHuman, type StageDef, type StageId } from '../domain/stage.ts';
import { discharging, groundOf, isAsk, marked, soughtFor, wayUnasked } from './check-asked.ts';
import { binds } from './check-duties.ts';
import type { AskDuty, DutyRegister } from './duty.ts';
import { stopAt } from './form-order.ts';
import { told } from './graph.ts';
import type { Cycle } from './passed.ts';
import { NOTHING, remembered } from './remembered.ts';
import type { Pathway } from './schema.ts';

export type Asking = {
  readonly facts: Facts;
  readonly cycle: Cycle;
  readonly from: Configuration;
  readonly to: Configuration;
  /** The same pathway as `to.route`, as a council writes it. */
  readonly pathway: Pathway;
  /** Any version the case has been on. */
  readonly on: (version: string) => Configuration;
  readonly duties: DutyRegister;
};

export type Unasked = { readonly duty: AskDuty; readonly path: string };

/** Shown at the stages that are behind, each with the forms it had then. What its conditions hid was not asked. */
const askedBehind = ({ cycle, on, facts }: Asking): ReadonlySet<QuestionId> =>
  new Set(
    cycle.passed.flatMap(({ def, version }) => {
      if (!isHuman(def)) return [];
      const { forms, questions } = on(version);
      const walk = { forms: stopAt(def, forms).forms, bank: bankOf(questions), facts, since: '', today: '' };
      return shownIn(walk).map(({ item }) => item.q);
    }),
  );

/** Whoever named it, the version the case leaves or the one it goes to: what was asked for this duty was asked. */
const isMet = (duty: AskDuty, { facts, from, to }: Asking, asked: ReadonlySet<QuestionId>): boolean =>
  [from, to].some(({ questions }) =>
    [...discharging(duty, indexOf(questions))].some((q) => statementOf(facts, q) !== undefined || asked.has(q)),
  );

const indexOf = remembered((questions: readonly Question[]) => marked(bankOf(questions)));
/** The same for every case that goes to this version. */
const groundOn = remembered(
  (pathway: Pathway, forms: readonly Form[], questions: readonly Question[], model: RasModel | typeof NOTHING) =>
    groundOf(pathway, forms, bankOf(questions), model === NOTHING ? undefined : (model as RasModel)),
);
type Ground = ReturnType<typeof groundOn>;

/** Whether `duty` would be missed from `stage` turns on a few answers only; cases that have given the same are told the same. */
const missedFrom = remembered((ground: Ground, stage: StageDef, duty: AskDuty) => {
  const sought = soughtFor(duty, ground);
  const telling = [...sought.grounds];
  const known = new Map<string, Unasked | undefined>();
  return (facts: Facts): Unasked | undefined => {
    const key = JSON.stringify(telling.map((q) => statementOf(facts, q)?.value ?? null));
    if (known.has(key)) return known.get(key);
    const missed = wayUnasked(sought, { ...ground, from: [{ at: { stage } }], held: facts });
    const unasked = missed && { duty, path: missed.last ? told(missed.last) : stage.id };
    known.set(key, unasked);
    return unasked;
  };
});

/** For one case: the first duty to ask that would be missed if it went on from a stage, with such a way on; `undefined` where none would. */
export const unaskedFrom = (asking: Asking): ((stage: StageId) => Unasked | undefined) => {
  const { facts, to, pathway, duties } = asking;
  const ground = groundOn(pathway, to.forms, to.questions, to.model ?? NOTHING);
  const asked = askedBehind(asking);
  const open = duties.duties.filter(isAsk).filter((duty) => binds(duty, ground.graph) && !isMet(duty, asking, asked));
  return (stage) => {
    const at = ground.graph.stages.get(stage);
    if (!at) return undefined;
    for (const duty of open) {
      const missed = missedFrom(ground, at, duty)(facts);
      if (missed) return missed;
    }
    return undefined;
  };
};
