/**
 * What the law wants asked: is it asked on every way through the stages, and on every way through the forms on them? A question behind
 * a condition that can be false is not asked on that way, unless the duty itself is only owed to those who meet a condition. The
 * duties are data (`duty.ts`); whether forms can be asked at all is `check-forms.ts`; a case that is on its way is `still-asked.ts`.
 */
import { testsIn } from '../domain/condition.ts';
import type { Facts } from '../domain/fact.ts';
import type { AskingForm, Form } from '../domain/form.ts';
import type { Bank } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { isHuman, type StageDef, type StageId } from '../domain/stage.ts';
import { foldWays } from './branches.ts';
import { binds, missedFault } from './check-duties.ts';
import type { AskDuty, Duty, DutyRegister, QuestionMark } from './duty.ts';
import type { FormFault, FormFaultCode } from './form-fault.ts';
import { isAsked, type Place, placesOf, type Stop, stopsOf, whereIs } from './form-order.ts';
import { type Graph, graphOf, type Step, wayAround } from './graph.ts';
import { isMarked, seedsOf } from './marks.ts';
import { dependsOn, stopsWith, withGrounds } from './relevant-stops.ts';
import type { Pathway } from './schema.ts';
import { TooManyWays } from './telling-answers.ts';

/** Every question that is still asked, by each mark that points at it. */
export const marked = (bank: Bank): ReadonlyMap<string, readonly QuestionId[]> => {
  const index = new Map<string, QuestionId[]>();
  const add = (key: string, id: QuestionId): void => void index.set(key, [...(index.get(key) ?? []), id]);
  for (const { id, statutoryId, retired, why } of bank.values()) {
    if (retired) continue;
    add(`q ${id}`, id);
    if (statutoryId) add(`statutoryId ${statutoryId}`, id);
    for (const { ref } of why.usedBy) add(`use ${ref}`, id);
  }
  return index;
};

const keyOf = (mark: QuestionMark): string => {
  if ('q' in mark) return `q ${mark.q}`;
  return 'use' in mark ? `use ${mark.use}` : `statutoryId ${mark.statutoryId}`;
};

/** The questions that discharge `duty`. */
export const discharging = ({ asks }: AskDuty, index: ReturnType<typeof marked>): ReadonlySet<QuestionId> =>
  new Set(asks.flatMap((mark) => index.get(keyOf(mark)) ?? []));

const isHome = ({ item }: Pick<Place, 'item'>, questions: ReadonlySet<QuestionId>): boolean =>
  isAsked(item) && !item.confirmOnly && questions.has(item.q);

/** The forms that can be answered at a stage, whichever stage comes to them first. */
const formsAt = (stage: StageDef, forms: readonly Form[]): AskingForm[] => {
  if (!isHuman(stage)) return [];
  const ids = [...(stage.includes ?? []), ...(stage.kind === 'form' ? [stage.form] : [])];
  return ids.flatMap((id) => forms.flatMap((form) => (form.id === id && form.page !== 'plan' ? [form] : [])));
};

/** What each stage asks afresh, whichever stage comes to it first. */
export const homesOf = (graph: Graph, forms: readonly Form[]): ReadonlyMap<StageId, ReadonlySet<QuestionId>> =>
  new Map(
    [...graph.stages.values()].map((stage) => [
      stage.id,
      new Set(
        placesOf([{ forms: formsAt(stage, forms) }]).flatMap(({ item }) => (isAsked(item) && !item.confirmOnly ? [item.q] : [])),
      ),
    ]),
  );

/** A shortest way to the marked stage that keeps off `off`, that stage included; nothing where there is none. */
const wayPast = ({ graph, seeds }: Around, { byTheEndOf }: AskDuty, off: (stage: StageDef) => boolean): Step | undefined =>
  wayAround(graph, {
    seeds,
    found: ({ at }) => 'stage' in at && isMarked(at.stage, byTheEndOf),
    through: (stage) => !off(stage),
    along: () => true,
  });

export type Around = {
  readonly graph: Graph;
  /** Where the ways begin. */
  readonly seeds: readonly Step[];
  /** What is known before the first stop. */
  readonly held?: Facts | undefined;
  readonly bank: Bank;
  readonly model: RasModel | undefined;
  /** Everything along the stops, what each stage asks, and which questions each mark points at. */
  readonly places: readonly Place[];
  readonly homes: ReadonlyMap<StageId, ReadonlySet<QuestionId>>;
  readonly index: ReturnType<typeof marked>;
};

/** Can somebody who is owed the duty go through `stops` and never be asked? */
const canGoUnasked = (stops: readonly Stop[], duty: AskDuty, questions: ReadonlySet<QuestionId>, around: Around): boolean => {
  const places = placesOf(stops);
  const tested = duty.when ? testsIn(duty.when).map(({ q }) => q) : [];
  const grounds = withGrounds(places, [...questions, ...tested]);
  const few = stopsWith(stops, (item) => isAsked(item) && grounds.has(item.q));
  const [first] = few.flatMap(({ forms }) => forms);
  // Words shown at the very end to those who are owed it: whoever comes to them unasked was missed.
  const owed = { show: 'guidance' as const, text: 'owed', ...(duty.when && { showIf: duty.when }) };
  const probe: AskingForm = {
    page: 'part',
    id: 'owed',
    title: 'owed',
    for: first?.for ?? 'staff',
    legalBasis: [],
    sections: [{ id: 'owed', title: 'owed', pages: [{ id: 'owed', items: [owed] }] }],
  };
  try {
    return foldWays<boolean>(
      { stops: [...few, { forms: [probe] }], bank: around.bank, model: around.model, held: around.held },
      {
        end: false,
        at: ({ place, shown }, after) => {
          if (place.form === probe) return true;
          return shown !== undefined && isHome(place, questions) ? false : after;
        },
        either: (ways) => ways.some(Boolean),
      },
    );
  } catch (cause) {
    // Forms with too many ways are a fault of their own.
    if (cause instanceof TooManyWays) return false;
    throw cause;
  }
};

const CODES: readonly (readonly [kind: string, code: FormFaultCode])[] = [
  ['statutoryId', 'statutory-id'],
  ['use', 'carer-outcome'],
];
const codeOf = ({ asks: [mark] }: AskDuty): FormFaultCode =>
  CODES.find(([kind]) => mark !== undefined && kind in mark)?.[1] ?? 'duty-missed';

const faultOf = (duty: AskDuty, { graph }: Around, way: Step | undefined, where: string): FormFault => ({
  ...missedFault(graph, duty, where, way),
  code: codeOf(duty),
});

/** Stages where something is asked that decides whether the questions show, or whether the duty is owed, and that can be gone round. */
const decisive = (stops: readonly Stop[], questions: ReadonlySet<QuestionId>): StageId[] => {
  const places = placesOf(stops);
  const own = places.filter((place) => isHome(place, questions));
  const grounds = withGrounds(places, own.flatMap(dependsOn));
  const home = new Set(own.map(({ stop }) => stop.stage?.id));
  return [
    ...new Set(
      places.flatMap(({ stop, item }) => {
        const id = stop.stage?.id;
        return id !== undefined && !home.has(id) && isAsked(item) && grounds.has(item.q) ? [id] : [];
      }),
    ),
  ];
};

const subsetsOf = (ids: readonly StageId[]): StageId[][] => {
  if (ids.length > 4) return [[], ...ids.map((id) => [id])];
  const all: StageId[][] = [[]];
  for (const id of ids) all.push(...all.map((some) => [...some, id]));
  return all;
};

/** A way on which it is not asked, and the place of the question where it is only hidden there. */
export type Unasked = { readonly way: Step; readonly hidden?: Place | undefined };

/** On a way past no stage that asks it; else behind a condition, on a way that goes round some of the stages it looks back to. */
export const wayUnasked = (duty: AskDuty, stops: readonly Stop[], around: Around): Unasked | undefined => {
  const questions = discharging(duty, around.index);
  const asks = ({ id }: StageDef): boolean => [...questions].some((q) => around.homes.get(id)?.has(q));
  const round = wayPast(around, duty, asks);
  if (round) {
    const others = stops.filter(({ stage }) => stage === undefined || !asks(stage));
    return canGoUnasked(others, duty, questions, around) ? { way: round } : undefined;
  }
  const homes = around.places.filter((place) => isHome(place, questions));
  const always = new Set(homes.flatMap((place) => (dependsOn(place).length === 0 ? [place.stop.stage?.id] : [])));
  if (!wayPast(around, duty, ({ id }) => always.has(id))) return undefined;
  for (const off of subsetsOf(decisive(stops, questions))) {
    const way = wayPast(around, duty, ({ id }) => off.includes(id));
    const left = stops.filter(({ stage }) => stage === undefined || !off.includes(stage.id));
    if (way && canGoUnasked(left, duty, questions, around)) return { way, hidden: homes[0] };
  }
  return undefined;
};

const askFaults = (duty: AskDuty, stops: readonly Stop[], around: Around): FormFault[] => {
  const { graph } = around;
  if (![...graph.stages.values()].some((stage) => isMarked(stage, duty.byTheEndOf))) return [];
  const unasked = wayUnasked(duty, stops, around);
  if (!unasked) return [];
  return [faultOf(duty, around, unasked.way, unasked.hidden ? whereIs(unasked.hidden) : `pathways/${graph.pathway.id}`)];
};

export const isAsk = (duty: Duty): duty is AskDuty => 'asks' in duty;

/** Every question the law wants that some way through this pathway and its forms leaves out, each with such a way. */
export const unaskedFaults = (
  pathway: Pathway,
  forms: readonly Form[],
  bank: Bank,
  model: RasModel | undefined,
  register: DutyRegister,
): FormFault[] => {
  const graph = graphOf(pathway);
  const stops = stopsOf(pathway, forms);
  const seeds = seedsOf(graph, 'start');
  const around = { graph, seeds, bank, model, places: placesOf(stops), homes: homesOf(graph, forms), index: marked(bank) };
  return register.duties
    .filter(isAsk)
    .filter((duty) => binds(duty, graph))
    .flatMap((duty) => askFaults(duty, stops, around));
};
