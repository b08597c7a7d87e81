/**
 * Where a pathway with an assessment asks what it asks: the fields of the national draft standard by one question each; findings where
 * the assessment is made; help with speaking up before the first question about somebody's life. What must be asked is `check-asked.ts`.
 */
import { CARER_OUTCOMES } from '../domain/carer-outcome.ts';
import { ADULT_OUTCOMES } from '../domain/eligibility.ts';
import { type Bank, type Question, STATUTORY_IDS, type StatutoryId } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { type FormFault, formFault } from './form-fault.ts';
import { isAsked, placesOf, type Stop, whereIs } from './form-order.ts';
import { graphOf } from './graph.ts';
import type { Pathway } from './schema.ts';
import { pathOf, routeTo } from './story.ts';

const STANDARD = 'Social Care Interoperability Standards, “Assessments and Plans” (PUB05, draft 2026)';

const OTHER_NAMES: Partial<Record<StatutoryId, string>> = {
  'CA-ELIGIBILITY-01': 'the eligibility decision',
  'STAT-HEALTH-01': 'health',
  'STAT-HOUSING-01': 'housing: whether the person lives alone',
  'STAT-FINANCE-01': 'finance: how the support is funded',
};
const nameOf = (id: StatutoryId): string =>
  OTHER_NAMES[id] ?? ADULT_OUTCOMES.find(({ code }) => `${code}-01` === id)?.statutory ?? id;

/** The questions asked on the way, in order, each once. */
const askedOn = (stops: readonly Stop[]): QuestionId[] => [
  ...new Set(placesOf(stops).flatMap(({ item }) => (isAsked(item) ? [item.q] : []))),
];

/**
 * An id of the national standard names one question: two that carry it could not be told apart in what is sent (V03). Whether each is
 * there that the law needs is `check-asked.ts`. Nothing of a pathway without an assessment, or of a carer's: the standard has no ids for them.
 */
export const twiceFaults = (pathway: Pathway, stops: readonly Stop[], bank: Bank): FormFault[] => {
  if (pathway.for === 'carer' || !stops.some(({ stage }) => stage?.kind === 'assessment')) return [];
  const asked = askedOn(stops).flatMap((id) => bank.get(id) ?? []);
  return STATUTORY_IDS.flatMap((id): FormFault[] => {
    const carriers = asked.filter(({ statutoryId, retired }) => statutoryId === id && !retired).map((question) => question.id);
    if (carriers.length < 2) return [];
    const message = `The forms of this pathway cannot be published. The standard asks for ${id} (${nameOf(id)}) once. These all carry it: ${carriers.join(', ')}. Leave "statutoryId": "${id}" on one of them.`;
    return [{ ...formFault('statutory-id', `pathways/${pathway.id}`, message), law: STANDARD }];
  });
};

/** Findings are made by a worker on the page of the assessment, so they stand only in forms included there. */
export const findingFaults = (stops: readonly Stop[], bank: Bank): FormFault[] =>
  placesOf(stops).flatMap((place): FormFault[] => {
    const finding = isAsked(place.item) && bank.get(place.item.q)?.type === 'finding';
    if (!finding || place.stop.stage?.kind === 'assessment') return [];
    const message =
      'Findings are made on the page of the assessment. List this form under "includes" of an assessment stage, or take the question out.';
    return [formFault('finding-elsewhere', whereIs(place), message)];
  });

/** The four difficulties, and who helps somebody to speak up: the ids are fixed, because the offer of an advocate reads them. */
const SPEAKING_UP: readonly QuestionId[] = ['about.difficulty', 'about.speak-up'];

/** A question about somebody's life: an area of an adult's, or an outcome of a carer's own. */
const isAboutLife = (question: Question | undefined): boolean =>
  question?.type === 'life-area' || CARER_OUTCOMES.some(({ code }) => question?.why.usedBy.some(({ ref }) => ref === code));

/** Where a pathway asks what somebody finds hard in taking part, it asks before anything about their life (V05). */
export const speakingUpFaults = (stops: readonly Stop[], bank: Bank): FormFault[] => {
  const places = placesOf(stops);
  const first = places.findIndex(({ item }) => isAsked(item) && isAboutLife(bank.get(item.q)));
  if (first < 0) return [];
  return places.slice(first).flatMap((place): FormFault[] => {
    if (!isAsked(place.item) || place.item.confirmOnly || !SPEAKING_UP.includes(place.item.q)) return [];
    const message = `“${place.item.q}” comes after the first question about the person's life. Ask it before, so that they can have an advocate from the start.`;
    return [{ ...formFault('speaking-up-late', whereIs(place), message), law: 'Care Act 2014, s.67' }];
  });
};

/** Where money is worked out from areas of life, the person is heard on every one of them. */
export const areaFaults = (pathway: Pathway, stops: readonly Stop[], bank: Bank, model: RasModel | undefined): FormFault[] => {
  const figure = pathway.stages.some(({ kind }) => kind === 'resource-allocation');
  const areas = askedOn(stops).flatMap((id) => {
    const question = bank.get(id);
    return question?.type === 'life-area' && !question.retired ? [question.area] : [];
  });
  if (!figure || !model || areas.length === 0) return [];
  const graph = graphOf(pathway);
  const way = routeTo(graph, ({ kind }) => kind === 'resource-allocation');
  return model.questions
    .filter(({ id }) => !areas.includes(id))
    .map(({ id }) => ({
      ...formFault(
        'area-not-asked',
        `pathways/${pathway.id}`,
        `The figure depends on “${id}”, and no form asks the person about it. Add a question of the type “life-area”.`,
      ),
      ...(way && { path: pathOf(way) }),
    }));
};
