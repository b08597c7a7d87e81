/**
 * What a pathway asks of people: how many questions of whom, always and at most, how many of them again, how long they take, and what
 * each answer is for. Counted by walking every way through the forms; not measured, and not what a page looks like.
 */
import { ActingRole } from '../domain/actor.ts';
import type { Form } from '../domain/form.ts';
import { CONFIRM_SECONDS, SECONDS } from '../domain/form-walk.ts';
import { type Bank, bankOf, type Question, type Use } from '../domain/question.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { isHuman, type StageId } from '../domain/stage.ts';
import { actorOf, add, formKey, NOTHING, type Tally, walked } from './burden-walk.ts';
import { isAsked, journeyOf, type Place, placesOf, type Stop } from './form-order.ts';
import { type Hands, handsOf } from './hands.ts';
import type { Pathway } from './schema.ts';

/** `always`: on every way through the forms. `atMost`: on the way on which there is most of it. */
export type Range = { readonly always: number; readonly atMost: number };

export type Load = {
  /** Questions that need an answer; a group of rows counts as one. */
  readonly questions: Range;
  /** Asked again, or in the words of an earlier question. */
  readonly repeats: number;
  /** Answers only looked at again: “Is this still right?” */
  readonly confirmOnly: number;
  /** Boxes to write in; an area of life has one. */
  readonly freeText: number;
  readonly required: number;
  /** About how long, rounded up. */
  readonly minutes: Range;
};

export type Burden = Hands & {
  readonly pathway: StageId;
  readonly weights: { readonly secondsToAnswer: typeof SECONDS; readonly secondsToConfirm: number };
  readonly actors: readonly (Load & { readonly actor: ActingRole })[];
  /** All actors together: the sum of what each is asked always and at most. A ceiling is held against this. */
  readonly everybody: Load;
  readonly forms: readonly (Load & { readonly stage: StageId; readonly form: string; readonly actor: ActingRole })[];
  /** How many of the questions each decision, letter, return and duty uses, most first. */
  readonly uses: readonly (Use & { readonly questions: number })[];
  /** Pages and forms that ask something and are left out of every number above, and why. */
  readonly notCounted: readonly { readonly stage?: StageId; readonly what: string }[];
};

/** Minutes as people are told them, rounded up. */
export const minutes = (seconds: number): number => Math.ceil(seconds / 60);
const loadOf = (most: Tally, least: Tally): Load => ({
  questions: { always: least.asked, atMost: most.asked },
  repeats: most.repeats,
  confirmOnly: most.confirm,
  freeText: most.freeText,
  required: most.required,
  minutes: { always: minutes(least.seconds), atMost: minutes(most.seconds) },
});

const sumOf = (loads: readonly Load[], part: (load: Load) => number): number =>
  loads.reduce((total, load) => total + part(load), 0);

const together = (loads: readonly Load[]): Load => ({
  questions: {
    always: sumOf(loads, ({ questions }) => questions.always),
    atMost: sumOf(loads, ({ questions }) => questions.atMost),
  },
  repeats: sumOf(loads, ({ repeats }) => repeats),
  confirmOnly: sumOf(loads, ({ confirmOnly }) => confirmOnly),
  freeText: sumOf(loads, ({ freeText }) => freeText),
  required: sumOf(loads, ({ required }) => required),
  minutes: { always: sumOf(loads, (load) => load.minutes.always), atMost: sumOf(loads, (load) => load.minutes.atMost) },
});

const usesOf = (stops: readonly Stop[], bank: Bank): Burden['uses'] => {
  const uses = new Map<string, Use & { questions: number }>();
  const asked = new Set(placesOf(stops).flatMap(({ stop, item }) => (stop.stage && isAsked(item) ? [item.q] : [])));
  for (const { why, retired } of [...asked].flatMap((id) => bank.get(id) ?? []))
    for (const use of retired ? [] : why.usedBy) {
      const key = `${use.kind} ${use.ref}`;
      uses.set(key, { ...use, questions: (uses.get(key)?.questions ?? 0) + 1 });
    }
  return [...uses.values()].sort(
    (one, other) => other.questions - one.questions || (`${one.kind}${one.ref}` < `${other.kind}${other.ref}` ? -1 : 1),
  );
};

/** The page of the assessment shows every area of the model to agree on: for whoever holds it, one look each. */
const ASSESSMENT_PAGE = 'assessment page';
export const assessmentTally = (pathway: Pathway, model: RasModel | undefined): Tally => {
  // An area of the model is about an adult's life; the page of a carer's assessment has none of them.
  const areas = pathway.for === 'carer' ? 0 : (model?.questions.length ?? 0);
  return { ...NOTHING, confirm: areas, seconds: areas * CONFIRM_SECONDS };
};

const notCounted = (pathway: Pathway, stops: readonly Stop[], forms: readonly Form[]): Burden['notCounted'] => [
  ...pathway.stages.filter(isHuman).flatMap((stage): Burden['notCounted'] => {
    const { id, kind } = stage;
    if (kind === 'assessment')
      return [{ stage: id, what: 'The reasons for the decision, and a note on each answer that is changed.' }];
    if (kind === 'plan-approval') return [{ stage: id, what: 'The decision on the plan, and its reasons.' }];
    if (kind === 'review')
      return [{ stage: id, what: 'The page of the review: how far each outcome was reached, and what happens next.' }];
    const form = forms.find((each) => each.id === stage.form);
    if (form?.page === 'plan') return [{ stage: id, what: 'The pages of the plan: as long as the plan is.' }];
    return form?.page === 'questions' ? [{ stage: id, what: 'How the stage ends, and the reasons where it needs them.' }] : [];
  }),
  ...stops
    .filter(({ stage }) => !stage)
    .flatMap((stop) => stop.forms.map(({ id }) => ({ what: `The form “${id}”, which can be opened at any time.` }))),
];

export type BurdenOf = {
  readonly pathway: Pathway;
  readonly forms: readonly Form[];
  readonly questions: readonly Question[];
  readonly model?: RasModel | undefined;
};

const sum = (tallies: readonly Tally[]): Tally => tallies.reduce(add, NOTHING);

const counted = ({ pathway, forms, questions, model }: BurdenOf): Burden => {
  const bank = bankOf(questions);
  const stops = journeyOf(pathway, forms);
  const { most, least } = walked(stops, bank, model);
  const load = (key: string, ours: (place: Place) => boolean, besides: Tally): Load => {
    const fewest = least.flatMap(([place, tally]) => (ours(place) ? [tally] : []));
    return loadOf(add(most[key] ?? NOTHING, besides), add(sum(fewest), besides));
  };
  const page = assessmentTally(pathway, model);
  const pages = stops.flatMap(({ stage }) => (stage?.kind === 'assessment' ? [stage] : []));
  const onPages = (actor: ActingRole): Tally => sum(pages.filter(({ who }) => who === actor).map(() => page));
  const asked = stops.flatMap((stop) =>
    stop.stage ? stop.forms.map((form) => ({ stop, form, stage: stop.stage?.id ?? '' })) : [],
  );
  const actors = ActingRole.options.map((actor) => ({
    actor,
    ...load(actor, (place) => actorOf(place) === actor, onPages(actor)),
  }));
  return {
    pathway: pathway.id,
    weights: { secondsToAnswer: SECONDS, secondsToConfirm: CONFIRM_SECONDS },
    actors,
    everybody: together(actors),
    ...handsOf(pathway),
    forms: [
      ...asked.map(({ stage, ...at }) => {
        const key = formKey(at);
        return { stage, form: at.form.id, actor: actorOf(at), ...load(key, (place) => formKey(place) === key, NOTHING) };
      }),
      ...pages.map(({ id, who }) => ({ stage: id, form: ASSESSMENT_PAGE, actor: who, ...loadOf(page, page) })),
    ],
    uses: usesOf(stops, bank),
    notCounted: notCounted(pathway, stops, forms),
  };
};

/** The last few answers by what was asked: every page of the editor asks again, mostly after no change to this pathway. */
const remembered = new Map<string, Burden>();
const MOST_REMEMBERED = 16;

/**
 * What one time through the pathway asks, of somebody about whom nothing is known yet. Throws `TooManyWays` for forms with more
 * combinations than can be walked, which `checkForms` refuses. The same content is counted once, whoever read it from where.
 */
export const burdenOf = (of: BurdenOf): Burden => {
  const { title: _words, stages, ...pathway } = of.pathway;
  // What stages are called is no burden.
  const places = stages.map(({ title: _title, forThePerson: _said, ...stage }) => stage);
  const key = JSON.stringify([pathway, places, of.forms, of.questions, of.model]);
  const burden = remembered.get(key) ?? counted(of);
  // Put back at the end, so that the first is the one not asked for the longest.
  remembered.delete(key);
  remembered.set(key, burden);
  for (const oldest of [...remembered.keys()].slice(0, Math.max(0, remembered.size - MOST_REMEMBERED))) remembered.delete(oldest);
  return burden;
};

/** A council's whole configuration, as far as the burden is concerned. `Bundle` of `lib/app/configuration.ts` is one. */
export type BurdenOfBundle = Omit<BurdenOf, 'pathway' | 'model'> & {
  readonly council: { readonly allocation?: string | undefined };
  readonly pathways: readonly Pathway[];
  readonly allocation: readonly RasModel[];
};

/** What each pathway of a council asks, in the order of the files. */
export const burdenOfBundle = ({ council, pathways, forms, questions, allocation }: BurdenOfBundle): Burden[] => {
  const model = allocation.find(({ id }) => id === council.allocation);
  return pathways.map((pathway) => burdenOf({ pathway, forms, questions, model }));
};
