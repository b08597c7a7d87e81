/**
 * The ways the money for support can be held, the kinds of support, and the closed list of lawful reasons why one way is shut for one
 * kind (I-14). Data of `workflows/support/*.json` and what follows from it for a day; what keeps such a file from being published is
 * `support-faults.ts`, the conditions of a direct payment are `direct-payment.ts`.
 */
import * as z from 'zod';
import { addDays, IsoDate } from './calendar.ts';
import { type Refusal, refuse } from './refusal.ts';
import { CaseKind, StageId } from './stage.ts';
import { say, Text } from './text.ts';

/** Who holds the money for a line of the plan. A mix is no route: it is what several lines come to (`deploymentOf`). */
export const FundingRoute = z.enum(['direct-payment', 'individual-service-fund', 'council-managed']);
export type FundingRoute = z.infer<typeof FundingRoute>;

/** A kind of support: lower-case words joined by hyphens. Lines of plans carry it, so it is never reused or renamed. */
export const SupportKindId = StageId;
export type SupportKindId = z.infer<typeof SupportKindId>;

const Law = z.string().min(1).max(200).describe('The provision, as a monitoring officer would cite it.');

/** A way to hold the money, as it is explained beside the others. */
export const OfferedRoute = z
  .object({
    route: FundingRoute,
    sdsOption: z.literal([1, 2, 3]).optional().describe('Scotland only: the number of the option in section 4 of the Act.'),
    name: Text,
    what: Text.describe('What it is.'),
    whoHolds: Text,
    whoDoesTheWork: Text,
    goodToKnow: z.array(Text).min(1).max(12),
    unavailable: z
      .object({ reason: Text.describe('Shown to everybody.'), law: Law, until: IsoDate.describe('The last day.') })
      .strict()
      .optional()
      .describe('Not offered for now, and why. It is still shown, with this reason.'),
  })
  .strict();
export type OfferedRoute = z.infer<typeof OfferedRoute>;

/** A lawful reason against one route. There are no others: a kind of support is closed to a route by one of these or not at all. */
export const Ground = z
  .object({
    id: StageId,
    law: Law,
    source: z.url().optional().describe('Where the provision can be read.'),
    toConfirm: z.literal(true).optional().describe('Written from general knowledge; to be confirmed against the source.'),
    about: Text.describe('The reason, as the person reads it. One sentence or two.'),
    route: FundingRoute,
    kinds: z.union([z.literal('all'), z.array(SupportKindId).min(1)]).describe('The kinds of support it can be used for.'),
    needsUntil: z.boolean().describe('True for a reason that passes: each use of it then names its last day.'),
  })
  .strict();
export type Ground = z.infer<typeof Ground>;

/** One route that is shut for a kind. It may be written without a ground, so that the check can say what is missing, and where. */
export const Closure = z
  .object({
    route: FundingRoute,
    ground: z.string().min(1).optional().describe('The id of a ground of this file. Never leave it out.'),
    until: IsoDate.optional().describe('The last day the reason stands.'),
  })
  .strict();
export type Closure = z.infer<typeof Closure>;

export const SupportKind = z
  .object({
    id: SupportKindId,
    name: Text,
    about: Text.optional(),
    for: CaseKind.optional().describe('Whose plan it belongs in; either’s when left out.'),
    closedTo: z.array(Closure).optional(),
  })
  .strict();
export type SupportKind = z.infer<typeof SupportKind>;

/** One nation's ways and kinds. */
export const SupportRules = z
  .object({
    $schema: z.string().optional(),
    id: StageId,
    jurisdiction: z.enum(['ENG', 'SCT', 'WLS']),
    note: z.string().max(1000).optional(),
    routes: z.array(OfferedRoute).min(1),
    mix: z.object({ name: Text, about: Text, sdsOption: z.literal(4).optional() }).strict(),
    forNow: z
      .object({ name: Text, about: Text, lookAgainWithinDays: z.int().min(1).max(90) })
      .strict()
      .describe('Letting the council arrange it for now: a choice like the others, with a day to look again.'),
    grounds: z.array(Ground).describe('The closed list of lawful reasons against a route.'),
    kinds: z.array(SupportKind).min(1),
  })
  .strict();
export type SupportRules = z.infer<typeof SupportRules>;

/** Whether `ground` can lawfully be given for closing `route` to the kind `kind`. */
export const groundFits = (ground: Ground, route: FundingRoute, kind: SupportKindId): boolean =>
  ground.route === route && (ground.kinds === 'all' || ground.kinds.includes(kind));

/** The ground of a closure, where it stands on `today`. A reason that is not lawful, or has passed, closes nothing (I-14). */
const standing = (
  { grounds }: SupportRules,
  kind: SupportKindId,
  { route, ground, until }: Closure,
  today: IsoDate,
): Ground | undefined => {
  const found = grounds.find(({ id }) => id === ground);
  if (!found || !groundFits(found, route, kind)) return undefined;
  if (until === undefined) return found.needsUntil ? undefined : found;
  return today <= until ? found : undefined;
};

/** Whether one route is open for a kind; where it is not, why, by which law and until when. `ground` is an id of the file's list. */
export type Way =
  | { readonly route: FundingRoute; readonly open: true }
  | {
      readonly route: FundingRoute;
      readonly open: false;
      /** `unavailable` where the council does not offer the route at all for now. */
      readonly ground: string;
      readonly reason: Text;
      readonly law: string;
      readonly until?: IsoDate | undefined;
    };

const wayOf = (rules: SupportRules, kind: SupportKind, { route, unavailable }: OfferedRoute, today: IsoDate): Way => {
  for (const closure of kind.closedTo ?? []) {
    const ground = closure.route === route ? standing(rules, kind.id, closure, today) : undefined;
    if (ground) return { route, open: false, ground: ground.id, reason: ground.about, law: ground.law, until: closure.until };
  }
  if (!unavailable || unavailable.until < today) return { route, open: true };
  const { reason, law, until } = unavailable;
  return { route, open: false, ground: 'unavailable', reason, law, until };
};

/** Each route for one kind of support on `today`, in the order of the file. None for a kind there is not. */
export const waysFor = (rules: SupportRules, kindId: SupportKindId, today: IsoDate): Way[] => {
  const kind = rules.kinds.find(({ id }) => id === kindId);
  return kind ? rules.routes.map((offered) => wayOf(rules, kind, offered, today)) : [];
};

/** Whether money held by `route` can pay for this kind of support on `today`. */
export const isOpen = (rules: SupportRules, kindId: SupportKindId, route: FundingRoute, today: IsoDate): boolean =>
  waysFor(rules, kindId, today).some((way) => way.route === route && way.open);

/** “A”, “B” or “C”. */
const orOf = (names: readonly string[]): string => {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
};

/**
 * Why `route` cannot pay for this kind of support on `today`, with a route that can (I-14): the support itself is never refused.
 * Refuses `unknown-option` for a kind there is not, `way-not-open` for a route that is shut or not in the file; else `undefined`.
 */
export const routeRefusal = (
  rules: SupportRules,
  kindId: SupportKindId,
  route: FundingRoute,
  today: IsoDate,
): Refusal | undefined => {
  const ways = waysFor(rules, kindId, today);
  if (ways.length === 0) return refuse('unknown-option', `There is no kind of support “${kindId}”. Choose one from the list.`);
  const way = ways.find((each) => each.route === route);
  if (way?.open) return undefined;
  const works = rules.routes.filter((each) => ways.some((one) => one.open && one.route === each.route));
  const why = way ? say(way.reason) : 'That way to hold the money is not in the list.';
  const instead =
    works.length > 0
      ? `The same support can be paid for another way: ${orOf(works.map(({ name }) => say(name)))}. Choose one.`
      : 'We must still meet the need. Ask us to arrange it.';
  return refuse('way-not-open', `${why} ${instead}`);
};

/** The kinds of support that can stand in the plan of an adult, or in that of a carer (I-12). */
export const kindsFor = ({ kinds }: SupportRules, plan: CaseKind): SupportKind[] =>
  kinds.filter((kind) => kind.for === undefined || kind.for === plan);

/** How the money of a whole plan is held, from the routes of its lines. `mixed` is derived, never chosen; none is `undefined`. */
export const deploymentOf = (routes: readonly FundingRoute[]): FundingRoute | 'mixed' | undefined => {
  const [first, ...others] = new Set(routes);
  return others.length > 0 ? 'mixed' : first;
};

const SDS_OPTION = { 'direct-payment': 1, 'individual-service-fund': 2, 'council-managed': 3, mixed: 4 } as const;
export type SdsOption = (typeof SDS_OPTION)[keyof typeof SDS_OPTION];

/**
 * The option of section 4 of the Social Care (Self-directed Support) (Scotland) Act 2013 that the routes of a plan come to.
 * @example sdsOptionOf(['direct-payment', 'council-managed']) // 4
 */
export const sdsOptionOf = (routes: readonly FundingRoute[]): SdsOption | undefined => {
  const deployment = deploymentOf(routes);
  return deployment && SDS_OPTION[deployment];
};

/** A choice as it is put before the person. Nothing in it says which one is usual, cheaper or liked best. */
export type SupportOption =
  | ({ readonly option: FundingRoute } & OfferedRoute)
  | ({ readonly option: 'mix' } & SupportRules['mix'])
  | ({ readonly option: 'for-now' } & SupportRules['forNow']);

/**
 * Every choice, none of them chosen: the routes, a mix of them, and leaving it to the council for now. Routes come in the order of the
 * law where it numbers them (Scotland), else in that of the alphabet, so that no file can put the one its council likes first. A route
 * that is `unavailable` on `today` is still there, with the reason; once its last day has passed, it is simply there.
 */
export const optionsFor = ({ routes, mix, forNow }: SupportRules, today: IsoDate): SupportOption[] => {
  const inOrder = [...routes].sort(
    (one, other) => (one.sdsOption ?? 0) - (other.sdsOption ?? 0) || say(one.name).localeCompare(say(other.name), 'en'),
  );
  const offered = inOrder.map(({ unavailable, ...rest }): SupportOption => {
    const now = unavailable && today <= unavailable.until ? { unavailable } : {};
    return { option: rest.route, ...rest, ...now };
  });
  return [...offered, { option: 'mix', ...mix }, { option: 'for-now', ...forNow }];
};

/** The day by which the council asks again, where it arranges support for now from the day `from`. */
export const lookAgainBy = ({ forNow }: SupportRules, from: IsoDate): IsoDate => addDays(from, forNow.lookAgainWithinDays);
