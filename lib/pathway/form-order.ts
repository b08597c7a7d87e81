/**
 * In which order a pathway comes to its forms, and to every question in them: what “asked before” means for conditions, for asking
 * once and for the burden meter. Not who may open a form now; that is `lib/domain/open-forms.ts`.
 */
import {
  type AskingForm,
  type Asks,
  asksOf,
  type Form,
  type FormPage,
  type Item,
  pagesOf,
  type Section,
} from '../domain/form.ts';
import type { QuestionId } from '../domain/question-id.ts';
import { type HumanStageDef, isHuman, type StageId } from '../domain/stage.ts';
import { type Graph, graphOf, nextStages } from './graph.ts';
import type { Pathway } from './schema.ts';

/** One halt on the way: a stage with the forms answered there, or (without a stage) the forms that are open at any time. */
export type Stop = { readonly stage?: HumanStageDef | undefined; readonly forms: readonly AskingForm[] };

/** One thing on one page of one form, where the walk comes to it. */
export type Place = {
  readonly stop: Stop;
  readonly form: AskingForm;
  readonly section: Section;
  readonly page: FormPage;
  readonly item: Item;
};

/** Stages as a case comes to them: what leads somewhere stands before it, save where the way goes round in a circle. */
export const stagesInOrder = (graph: Graph, from: StageId): StageId[] => {
  const seen = new Set<StageId>();
  const order: StageId[] = [];
  const visit = (stage: StageId): void => {
    if (seen.has(stage) || !graph.stages.has(stage)) return;
    seen.add(stage);
    // The last visited ends up first, so the first outcome listed is gone through last.
    for (const next of nextStages(graph)(stage).reverse()) visit(next);
    order.unshift(stage);
  };
  visit(from);
  return order;
};

/** The stages of a pathway that people hold: those a new case comes to, in order, then those only a review leads to. */
const humanStages = (pathway: Pathway): HumanStageDef[] => {
  const graph = graphOf(pathway);
  const order = new Set([...stagesInOrder(graph, pathway.start), ...stagesInOrder(graph, pathway.review)]);
  return [...order].flatMap((id) => {
    const stage = graph.stages.get(id);
    return stage && isHuman(stage) ? [stage] : [];
  });
};

const asking = (forms: readonly Form[], id: StageId): AskingForm[] =>
  forms.flatMap((form) => (form.id === id && form.page !== 'plan' ? [form] : []));

const formsAt = (stage: HumanStageDef): StageId[] => [...(stage.includes ?? []), ...(stage.kind === 'form' ? [stage.form] : [])];

/** The stop at one stage, with every form that is open there, also those an earlier stage has asked already. */
export const stopAt = (stage: HumanStageDef, forms: readonly Form[]): Stop => ({
  stage,
  forms: [...new Set(formsAt(stage))].flatMap((id) => asking(forms, id)),
});

/** Every stop of a pathway; a form that several stages share is asked at the first of them. */
export const stopsOf = (pathway: Pathway, forms: readonly Form[]): Stop[] => {
  const met = new Set<StageId>();
  return humanStages(pathway).map((stage): Stop => {
    const ids = formsAt(stage).filter((id) => !met.has(id));
    for (const id of ids) met.add(id);
    return { stage, forms: [...new Set(ids)].flatMap((id) => asking(forms, id)) };
  });
};

/** The stops of a pathway, and before them the forms open at any time that none of its stages includes. */
export const journeyOf = (pathway: Pathway, forms: readonly Form[]): Stop[] => {
  const stops = stopsOf(pathway, forms);
  const met = new Set(stops.flatMap((stop) => stop.forms));
  const anytime = forms.flatMap((form) => (form.page === 'part' && form.anytime && !met.has(form) ? [form] : []));
  return anytime.length > 0 ? [{ forms: anytime }, ...stops] : stops;
};

/** The ways forms are come to: each pathway's, and by itself each form that no pathway leads to. */
export const journeysOf = (pathways: readonly Pathway[], forms: readonly Form[]): Stop[][] => {
  const journeys = pathways.map((pathway) => journeyOf(pathway, forms));
  const met = new Set(journeys.flat().flatMap((stop) => stop.forms));
  const alone = forms.flatMap((form) => (form.page === 'plan' || met.has(form) ? [] : [form]));
  const anytime = forms.flatMap((form) => (form.page === 'part' && form.anytime ? [form] : []));
  return [
    ...journeys,
    ...alone.map((form) => (anytime.includes(form as never) ? [{ forms: [form] }] : [{ forms: anytime }, { forms: [form] }])),
  ];
};

export const placesIn = (stop: Stop, form: AskingForm): Place[] =>
  form.sections.flatMap((section) =>
    section.pages.flatMap((page) => page.items.map((item) => ({ stop, form, section, page, item }))),
  );

export const placesOf = (stops: readonly Stop[]): Place[] =>
  stops.flatMap((stop) => stop.forms.flatMap((form) => placesIn(stop, form)));

export const isAsked = (item: Item): item is Asks => 'q' in item;

/** Where faults say something is. */
export const whereIs = ({ form, section, page, item }: Place): string =>
  `${whereIsPage({ form, section, page })}/${isAsked(item) ? item.q : 'guidance'}`;
export const whereIsPage = ({ form, section, page }: Pick<Place, 'form' | 'section' | 'page'>): string =>
  `forms/${form.id}/${section.id}/${page.id}`;

/** Everything some form asks, and not only to confirm. */
export const askedSomewhere = (forms: readonly Form[]): Set<QuestionId> =>
  new Set(forms.flatMap((form) => pagesOf(form).flatMap((page) => asksOf(page).map(({ q }) => q))));
