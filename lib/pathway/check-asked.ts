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
import { type FormFault, type FormFaultCode, formFault } from './form-fault.ts';
import { isAsked, type Place, placesOf, type Stop, stopAt, whereIs } from './form-order.ts';
import { type Graph, graphOf, type Step } from './graph.ts';
import { isMarked, seedsOf } from './marks.ts';
import { dependsOn, stopsWith, withGrounds } from './relevant-stops.ts';
import type { Pathway } from './schema.ts';
import { TooManyWays } from './telling-answers.ts';
import { type WayPast, waysPast } from './ways-past.ts';

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

const asksAny = (item: Place['item'], questions: ReadonlySet<QuestionId>): boolean => isAsked(item) && questions.has(item.q);

const isHome = ({ item }: Pick<Place, 'item'>, questions: ReadonlySet<QuestionId>): boolean =>
  isAsked(item) && !item.confirmOnly && questions.has(item.q);

export type Around = {
  readonly graph: Graph;
  /** Where the ways begin, and what is known there. */
  readonly from: readonly Step[];
  readonly held?: Facts | undefined;
  readonly bank: Bank;
  readonly model: RasModel | undefined;
  /** Every stage with all its forms, whichever stage comes to them first; and the forms open at any time. */
  readonly stops: ReadonlyMap<StageId, Stop>;
  readonly anytime: Stop;
  /** Which questions each mark points at. */
  readonly index: ReturnType<typeof marked>;
};

/** The stops of one way: a form that two stages on it share is asked at the first of them. */
const stopsAlong = (met: readonly StageDef[], { stops }: Around): Stop[] => {
  const before = new Set<AskingForm>();
  return met.flatMap(({ id }) => {
    const stop = stops.get(id);
    const forms = (stop?.forms ?? []).filter((form) => !before.has(form));
    for (const form of forms) before.add(form);
    return stop ? [{ ...stop, forms }] : [];
  });
};

/** Words shown at the very end to those who are owed it: whoever comes to them unasked was missed. */
const probeOf = ({ when }: AskDuty, who: AskingForm['for']): AskingForm => ({
  page: 'part',
  id: 'owed',
  title: 'owed',
  for: who,
  legalBasis: [],
  sections: [
    {
      id: 'owed',
      title: 'owed',
      pages: [{ id: 'owed', items: [{ show: 'guidance', text: 'owed', ...(when && { showIf: when }) }] }],
    },
  ],
});

export type Sought = {
  readonly duty: AskDuty;
  readonly questions: ReadonlySet<QuestionId>;
  readonly grounds: ReadonlySet<QuestionId>;
};

/** Can somebody who is owed the duty go through `stops` and never be asked? Nothing where there are too many ways to say so. */
const canGoUnasked = (stops: readonly Stop[], { duty, questions, grounds }: Sought, around: Around): boolean | undefined => {
  const few = stopsWith(stops, (item) => asksAny(item, grounds));
  const probe = probeOf(duty, few[0]?.forms[0]?.for ?? 'staff');
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
    if (cause instanceof TooManyWays) return undefined;
    throw cause;
  }
};

const CODES: readonly (readonly [kind: string, code: FormFaultCode])[] = [
  ['statutoryId', 'statutory-id'],
  ['use', 'carer-outcome'],
];
const codeOf = ({ asks: [mark] }: AskDuty): FormFaultCode =>
  CODES.find(([kind]) => mark !== undefined && kind in mark)?.[1] ?? 'duty-missed';

const CANNOT_TELL =
  'Whether everybody is asked this cannot be told: there are too many ways through the stages and answers that it turns on. Ask it where everybody comes to, with no condition, or let it turn on less.';

/** What cannot be told is refused as if it were missed: nobody could say that the law is kept. */
const untold = ({ message, law }: AskDuty, where: string): FormFault => ({
  ...formFault('too-many-ways', where, `${CANNOT_TELL} Otherwise: ${message} (${law})`),
  law,
});

/** A way as it is gone: without the forms that are open at any time, and with them where they decide anything. */
const goings = ({ met }: WayPast, { grounds }: Sought, around: Around): Stop[][] => {
  const stops = stopsAlong(met, around);
  const on = new Set(stops.flatMap(({ forms }) => forms));
  const before = stopsWith([{ forms: around.anytime.forms.filter((form) => !on.has(form)) }], (item) => asksAny(item, grounds));
  return before.length > 0 ? [stops, [...before, ...stops]] : [stops];
};

/** What decides whether the duty is owed and whether its questions show. */
export const soughtFor = (duty: AskDuty, { stops, anytime, index }: Omit<Around, 'from'>): Sought => {
  const questions = discharging(duty, index);
  const tested = duty.when ? testsIn(duty.when).map(({ q }) => q) : [];
  return { duty, questions, grounds: withGrounds(placesOf([anytime, ...stops.values()]), [...questions, ...tested]) };
};

/** Every way to the marked stage on which nobody is sure to be asked; those with none of the questions on them first. */
const doubtful = ({ duty, questions, grounds }: Sought, { graph, from, stops }: Around): WayPast[] | undefined => {
  const placesAt = new Map([...stops].map(([id, stop]) => [id, placesOf([stop])]));
  const homesAt = (id: StageId): Place[] => (placesAt.get(id) ?? []).filter((place) => isHome(place, questions));
  const always = new Set([...stops.keys()].filter((id) => homesAt(id).some((place) => dependsOn(place).length === 0)));
  const tells = new Set([...placesAt].flatMap(([id, places]) => (places.some(({ item }) => asksAny(item, grounds)) ? [id] : [])));
  const ways = waysPast(graph, {
    from,
    found: (stage) => isMarked(stage, duty.byTheEndOf),
    through: ({ id }) => !always.has(id),
    tells: ({ id }) => tells.has(id),
  });
  const some = ({ met }: WayPast): boolean => met.some(({ id }) => homesAt(id).length > 0);
  return ways && [...ways.filter((way) => !some(way)), ...ways.filter(some)];
};

/** A way on which it is not asked; or `untold`, there are too many to say so, of this one or of all. `stops`: what is come to. */
export type Unasked = { readonly last?: Step | undefined; readonly stops: readonly Stop[]; readonly untold?: true };

/** On a way past no stage that asks it; else behind a condition, on a way that comes to some of the stages it looks back to. */
export const wayUnasked = (sought: Sought, around: Around): Unasked | undefined => {
  const ways = doubtful(sought, around);
  if (!ways) return { stops: [...around.stops.values()], untold: true };
  let doubt: Unasked | undefined;
  for (const { last, met } of ways) {
    for (const stops of goings({ last, met }, sought, around)) {
      const missed = canGoUnasked(stops, sought, around);
      if (missed) return { last, stops };
      if (missed === undefined) doubt ??= { last, stops, untold: true };
    }
  }
  return doubt;
};

const askFaults = (duty: AskDuty, around: Around): FormFault[] => {
  const sought = soughtFor(duty, around);
  const unasked = wayUnasked(sought, around);
  if (!unasked) return [];
  const home = placesOf(unasked.stops).find((place) => isHome(place, sought.questions));
  const where = home ? whereIs(home) : `pathways/${around.graph.pathway.id}`;
  if (unasked.untold) return [untold(duty, where)];
  return [{ ...missedFault(around.graph, duty, where, unasked.last), code: codeOf(duty) }];
};

/** What is the same for every case on a pathway, wherever it begins. */
export const groundOf = (
  pathway: Pathway,
  forms: readonly Form[],
  bank: Bank,
  model: RasModel | undefined,
): Omit<Around, 'from'> => {
  const graph = graphOf(pathway);
  const stages = [...graph.stages.values()].filter(isHuman);
  const anytime = { forms: forms.flatMap((form) => (form.page === 'part' && form.anytime ? [form] : [])) };
  const stops = new Map(stages.map((stage) => [stage.id, stopAt(stage, forms)]));
  return { graph, bank, model, stops, anytime, index: marked(bank) };
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
  const ground = groundOf(pathway, forms, bank, model);
  const around = { ...ground, from: seedsOf(ground.graph, 'start') };
  return register.duties
    .filter(isAsk)
    .filter((duty) => binds(duty, ground.graph))
    .flatMap((duty) => askFaults(duty, around));
};
