/**
 * Stages, forms, questions and tiers whose day to be looked at again has come, each with whose it is. What nobody looks at is never
 * taken out. Where something names no owner or day, the council's `upkeep` says who and how often.
 */
import { addMonths, type IsoDate } from '../../domain/calendar.ts';
import { say } from '../../domain/text.ts';
import type { Bundle } from '../configuration.ts';

export type LookAgain = {
  readonly kind: 'stage' | 'form' | 'question' | 'tier' | 'the-rest';
  readonly where: string;
  readonly title: string;
  readonly owner: string;
  readonly on: IsoDate;
  /** Of the rest: how many things have no day of their own. */
  readonly count?: number | undefined;
};

/** What any of them may say about itself. */
type Kept = { readonly owner?: string | undefined; readonly lookAgainOn?: IsoDate | undefined };
type Thing = Kept & { readonly kind: Exclude<LookAgain['kind'], 'the-rest'>; readonly where: string; readonly title: string };

const kept = (thing: object): Kept => {
  const { owner, lookAgainOn } = thing as Kept;
  return { owner, lookAgainOn };
};

const thingsIn = ({ pathways, forms, questions, council }: Bundle): Thing[] => [
  ...pathways.flatMap(({ id, stages }) =>
    stages.map(
      (stage): Thing => ({ kind: 'stage', where: `pathways/${id}/stages/${stage.id}`, title: stage.title, ...kept(stage) }),
    ),
  ),
  ...forms.map((form): Thing => ({ kind: 'form', where: `forms/${form.id}`, title: say(form.title), ...kept(form) })),
  ...questions
    .filter(({ retired }) => !retired)
    .map(
      (question): Thing => ({ kind: 'question', where: `questions/${question.id}`, title: say(question.ask), ...kept(question) }),
    ),
  ...(council.approval?.tiers ?? []).map(
    (tier): Thing => ({
      kind: 'tier',
      where: `councils/${council.id}/approval/tiers/${tier.id}`,
      title: tier.title,
      ...kept(tier),
    }),
  ),
];

/** Whose something is where neither it nor the council says so. */
const NOBODY = 'Nobody yet';

type Asked = {
  readonly today: IsoDate;
  /** When what is in force was published: from then the council's own months are counted. Left out, only days that are named count. */
  readonly publishedOn?: IsoDate | undefined;
};

/**
 * What is due on `today`, the longest overdue first. Everything without a day of its own falls due together, as one line, so that the
 * named ones are not buried.
 * @example published on 2026-01-10, every 12 months → the rest is due from 2027-01-10
 */
export const lookAgain = (bundle: Bundle, { today, publishedOn }: Asked): LookAgain[] => {
  const { upkeep } = bundle.council;
  const owner = upkeep?.owner ?? NOBODY;
  const things = thingsIn(bundle);
  const named = things.flatMap((thing): LookAgain[] =>
    thing.lookAgainOn && thing.lookAgainOn <= today
      ? [{ kind: thing.kind, where: thing.where, title: thing.title, owner: thing.owner ?? owner, on: thing.lookAgainOn }]
      : [],
  );
  const rest = things.filter(({ lookAgainOn }) => lookAgainOn === undefined);
  const on = upkeep && publishedOn && addMonths(publishedOn, upkeep.lookAgainEveryMonths);
  const title = 'Everything that has no day of its own';
  const together: LookAgain[] =
    on && on <= today && rest.length > 0 ? [{ kind: 'the-rest', where: 'bundle', title, owner, on, count: rest.length }] : [];
  return [...named, ...together].sort((one, other) => one.on.localeCompare(other.on) || one.where.localeCompare(other.where));
};
