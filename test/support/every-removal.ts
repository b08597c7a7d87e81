/** Everything that can be taken out of the default configuration, one thing at a time. Found by looking, not by the checker. Not a test. */
import type { Documents } from '../../lib/app/configuring/documents.ts';
import {
  councilRemoval,
  exitRemoval,
  formRemoval,
  type Letter,
  letterRemoval,
  mergeRemoval,
  paragraphRemoval,
  pathwayRemoval,
  questionRemoval,
  type Removal,
  roomRemoval,
  stageRemoval,
  withoutFigures,
} from './removals.ts';

type Pathway = { id: string; stages: { id: string; includes?: string[]; outcomes: object }[] };
type Form = { id: string; sections?: { pages: { items: { q?: string; confirmOnly?: true }[] }[] }[] };

const inRoom = <T>(documents: Documents, room: string): T[] =>
  Object.entries(documents).flatMap(([path, json]) => (path.startsWith(`${room}/`) ? [json as T] : []));

const ofPathway = ({ id, stages }: Pathway): Removal[] => [
  ...stages.map((stage) => stageRemoval(id, stage.id)),
  ...stages.flatMap((stage) => Object.keys(stage.outcomes).map((outcome) => exitRemoval(id, stage.id, outcome))),
  ...[...new Set(stages.flatMap(({ includes = [] }) => includes))].map((form) => formRemoval(id, form)),
];

const ofForm = ({ id, sections = [] }: Form): Removal[] =>
  sections.flatMap(({ pages }) =>
    pages.flatMap(({ items }) => items.flatMap(({ q, confirmOnly = false }) => (q ? [questionRemoval(id, q, confirmOnly)] : []))),
  );

const ofLetter = ({ id, kind, paragraphs }: Letter): Removal[] => [
  letterRemoval(id),
  ...(kind === 'letter' ? paragraphs : []).flatMap(({ show, part }) => {
    const name = show ?? part;
    return name ? [paragraphRemoval(id, name)] : [];
  }),
];

/** `field` of what `of` finds in the council's file. */
const field = (name: string, of: (council: Record<string, never>) => unknown, key: string): Removal =>
  councilRemoval(name, (council) => {
    const thing = of(council as Record<string, never>) as Record<string, unknown> | undefined;
    if (!thing || !(key in thing)) return false;
    return delete thing[key];
  });

type Scheme = { tiers: { id: string; to: number | null; panel?: object }[]; atOnce?: object };
const schemeOf = (council: object): Scheme | undefined => (council as { approval?: Scheme }).approval;
const tierOf = (council: object, id: string) => schemeOf(council)?.tiers.find((tier) => tier.id === id);

const tier = (id: string): Removal =>
  councilRemoval(`tier/${id}`, (council) => {
    const scheme = schemeOf(council);
    if (!scheme?.tiers.some((each) => each.id === id)) return false;
    scheme.tiers = scheme.tiers.filter((each) => each.id !== id);
    return true;
  });
/** The tier goes and the one below takes its amounts over. */
const mergedTier = (id: string): Removal =>
  councilRemoval(`tier-merged/${id}`, (council) => {
    const scheme = schemeOf(council);
    const at = scheme?.tiers.findIndex((each) => each.id === id) ?? -1;
    const [gone, below] = [scheme?.tiers[at], scheme?.tiers[at - 1]];
    if (!scheme || !gone || !below) return false;
    below.to = gone.to;
    scheme.tiers = scheme.tiers.filter((each) => each !== gone);
    return true;
  });

const OF_COUNCIL: readonly Removal[] = [
  ...['team-manager', 'service-manager', 'large-plans'].map(tier),
  ...['service-manager', 'large-plans'].map(mergedTier),
  field('panel', (council) => tierOf(council, 'large-plans'), 'panel'),
  field('panel-time-limit', (council) => tierOf(council, 'large-plans')?.panel, 'workingDays'),
  field('at-once', schemeOf, 'atOnce'),
  field('sample', (council) => schemeOf(council)?.atOnce, 'sampleOneIn'),
  field('cover', schemeOf, 'cover'),
  field('approval', (council) => council, 'approval'),
  field('review', (council) => council, 'review'),
  field('first-review', (council) => council.review, 'firstAfterWeeks'),
  field('later-reviews', (council) => council.review, 'thenEveryMonths'),
];

/** Stages whose form may be answered in another: the rows of the table of stages that say “merge”. */
const MERGES: readonly Removal[] = [
  mergeRemoval('adult-care', 'self-assessment', 'assessment'),
  mergeRemoval('carer-support', 'carers-self-assessment', 'assessment'),
];

/** Whole folders, and the whole of what is there for carers. */
const WHOLE: readonly Removal[] = [
  ...['letters', 'support', 'charging', 'scenarios'].map((room) => roomRemoval(room)),
  roomRemoval('allocation', withoutFigures),
  pathwayRemoval('carer-support', 'carerPathway'),
];

export const everyRemoval = (documents: Documents): Removal[] => [
  ...WHOLE,
  ...inRoom<Pathway>(documents, 'pathways').flatMap(ofPathway),
  ...MERGES,
  ...inRoom<Form>(documents, 'forms').flatMap(ofForm),
  ...inRoom<Letter>(documents, 'letters').flatMap(ofLetter),
  ...OF_COUNCIL,
];
