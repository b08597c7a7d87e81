/**
 * Who holds the money for each line, between the boxes of a form and the plan: what the boxes begin with, and reading what was sent. Only
 * the routes of the lines and the day to look again ever change. Which way is open for what is `lib/domain/support-rules.ts`.
 */
import { addDays, formatDate, type IsoDate } from '../../../lib/domain/calendar.ts';
import { MOST_LINES, type PlanContent, type SupportItem } from '../../../lib/domain/plan.ts';
import { FundingRoute, lookAgainBy, routeRefusal, type SupportRules } from '../../../lib/domain/support-rules.ts';
import { dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { type Typed, text } from '../page.ts';
import { boxes, dayIn } from '../shared/three-box-date.ts';

export const MIX = 'mix';
export const FOR_NOW = 'for-now';
/** What can be chosen for a line. “For now” is the council holding the money until a day to look again. */
export type Chosen = FundingRoute | typeof FOR_NOW;

export const routeOf = (chosen: Chosen): FundingRoute => (chosen === FOR_NOW ? 'council-managed' : chosen);

export const lineField = (place: number): string => `line-${place + 1}`;
/** Carries what a line said when the form was drawn, so that a choice stays with its line where lines have moved. */
export const wasField = (place: number): string => `was-${place + 1}`;

/** A line that a way can be chosen for: what can pay for it follows from its kind. */
export type KnownLine = { readonly place: number; readonly item: SupportItem & { readonly kind: string } };

export const knownLines = ({ items }: Pick<PlanContent, 'items'>): KnownLine[] =>
  items.flatMap((item, place) => (item.kind === undefined ? [] : [{ place, item: { ...item, kind: item.kind } }]));

export const unknownLines = ({ items }: Pick<PlanContent, 'items'>): { place: number; item: SupportItem }[] =>
  items.flatMap((item, place) => (item.kind === undefined ? [{ place, item }] : []));

/**
 * What was chosen for each line, as far as that is known. A plan keeps one day for all that is arranged for now, and not for which lines.
 * So with such a day the council's lines are known to be for now where the whole plan is the council's, or where only one line is. In
 * any other mix nobody can tell a line that is for now from one the council was chosen for: it is asked again, never guessed.
 */
const chosenIn = ({ forNowUntil }: PlanContent, lines: readonly KnownLine[]): (Chosen | undefined)[] => {
  const councils = lines.filter(({ item }) => item.route === 'council-managed').length;
  const known = councils === lines.length || councils === 1;
  return lines.map(({ item: { route } }) => {
    if (route !== 'council-managed' || forNowUntil === undefined) return route;
    return known ? FOR_NOW : undefined;
  });
};

/** What the boxes begin with: what was chosen last, and nothing where nobody has chosen or where it is not known. */
export const choiceHeld = (plan: PlanContent): Typed => {
  const lines = knownLines(plan);
  const chosen = chosenIn(plan, lines);
  const [first] = chosen;
  if (chosen.every((each) => each === undefined)) return {};
  const date = boxes('lookAgain', dateParts(plan.forNowUntil));
  if (chosen.every((each) => each === first)) return { choice: first ?? '', ...date };
  return { choice: MIX, ...date, ...Object.fromEntries(lines.map(({ place }, at) => [lineField(place), chosen[at] ?? ''])) };
};

/** What was sent for a line, found by what the line said then. */
export const sentFor = (typed: Typed, { place, item }: KnownLine): string => {
  const was = text(typed, wasField(place));
  if (was === '' || was === item.what) return text(typed, lineField(place));
  const found = Array.from({ length: MOST_LINES }, (_, at) => at).find((at) => text(typed, wasField(at)) === item.what);
  return found === undefined ? '' : text(typed, lineField(found));
};

const asChosen = (sent: string): Chosen | undefined => (sent === FOR_NOW ? FOR_NOW : FundingRoute.safeParse(sent).data);

export type Choosing = { readonly plan: PlanContent; readonly rules: SupportRules; readonly today: IsoDate };

const readDay = (typed: Typed, { rules, today }: Choosing): { date?: IsoDate; message?: string } => {
  const { date, message } = dayIn(typed, 'lookAgain');
  const last = lookAgainBy(rules, today);
  if (message !== undefined) return { message };
  if (date === undefined)
    return { message: `Say on which day we look at this again. It can be any day up to ${formatDate(last)}.` };
  if (date < addDays(today, 1)) return { message: 'Choose a day that is still to come.' };
  if (date > last) return { message: `Choose a day up to ${formatDate(last)}.` };
  return { date };
};

const NOT_CHOSEN = 'Choose one of these. You can also let us arrange it for now.';

type LineRead = { readonly place: number; readonly chosen: Chosen } | { readonly field: string; readonly message: string };

/** One line: the choice for all of it, or its own; refused where that way is shut for it, with the ways that work. */
const readLine = (typed: Typed, line: KnownLine, { rules, today }: Choosing): LineRead => {
  const mixed = text(typed, 'choice') === MIX;
  const chosen = asChosen(mixed ? sentFor(typed, line) : text(typed, 'choice'));
  const field = mixed ? lineField(line.place) : 'choice';
  const { what, kind } = line.item;
  if (!chosen) return { field, message: mixed ? `Choose who holds the money for “${what}”.` : NOT_CHOSEN };
  const shut = routeRefusal(rules, kind, routeOf(chosen), today);
  return shut ? { field, message: `“${what}”: ${shut.message}` } : { place: line.place, chosen };
};

const withRoutes = (plan: PlanContent, chosen: ReadonlyMap<number, Chosen>, forNowUntil: IsoDate | undefined): PlanContent => {
  const { forNowUntil: _before, ...rest } = plan;
  const items = plan.items.map((item, place) => {
    const route = chosen.get(place);
    return route ? { ...item, route: routeOf(route) } : item;
  });
  return { ...rest, items, ...(forNowUntil && { forNowUntil }) };
};

/**
 * The plan with the ways that were chosen, or what to put right at which box. Every line of a known kind needs a way that is open for it
 * (I-14); what is arranged for now needs a day to look again.
 */
export const readWays = (
  typed: Typed,
  choosing: Choosing,
): { readonly content: PlanContent } | { readonly errors: FieldErrors } => {
  const read = knownLines(choosing.plan).map((line) => readLine(typed, line, choosing));
  const errors: Record<string, string> = {};
  for (const each of read) if ('message' in each) errors[each.field] ??= each.message;
  const chosen = new Map(read.flatMap((each) => ('chosen' in each ? [[each.place, each.chosen] as const] : [])));
  const day = [...chosen.values()].includes(FOR_NOW) ? readDay(typed, choosing) : {};
  if (day.message !== undefined) errors.lookAgain = day.message;
  return Object.keys(errors).length > 0 ? { errors } : { content: withRoutes(choosing.plan, chosen, day.date) };
};
