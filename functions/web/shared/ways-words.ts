/** The words about the ways to hold the money that several pages share: what each choice is called, and why one is shut. Not the rules. */
import { formatDate, type IsoDate } from '../../../lib/domain/calendar.ts';
import type { FundingRoute, SupportKind, SupportOption, SupportRules, Way } from '../../../lib/domain/support-rules.ts';
import { waysFor } from '../../../lib/domain/support-rules.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';

type Named = Pick<SupportOption, 'name'> & { readonly sdsOption?: number | undefined };

/**
 * What a choice is called; where the law numbers it, with its number.
 * @example optionName({ name: 'You get the money', sdsOption: 1 }) // 'Option 1: You get the money'
 */
export const optionName = ({ name, sdsOption }: Named, reader: Reader = {}): string => {
  const said = say(name, reader);
  if (sdsOption === undefined || said.startsWith(`Option ${sdsOption}`)) return said;
  return `Option ${sdsOption}: ${said}`;
};

/** A way to hold the money by its name; its id where the council's rules have none. */
export const wayName = ({ routes }: SupportRules, route: FundingRoute, reader: Reader = {}): string => {
  const offered = routes.find((each) => each.route === route);
  return offered ? optionName(offered, reader) : route.replaceAll('-', ' ');
};

export type ClosedWay = Extract<Way, { open: false }>;

/** Why a way is shut, by which law, and until when. */
export const closedReason = (
  { reason, law, until }: Pick<ClosedWay, 'reason' | 'law' | 'until'>,
  reader: Reader = {},
): { readonly reason: string; readonly law: string } => ({
  reason: `${say(reason, reader)}${until === undefined ? '' : ` This is so until ${formatDate(until)}.`}`,
  law,
});

/** One way that is shut for one kind of support, and the ways that are open to it. */
export type Closed = { readonly kind: SupportKind; readonly way: ClosedWay; readonly open: readonly FundingRoute[] };

/** Everything that is shut for `kinds` on `today`. What a council does not offer at all is said of the way itself, not of each kind. */
export const closedWays = (rules: SupportRules, kinds: readonly SupportKind[], today: IsoDate): Closed[] =>
  kinds.flatMap((kind) => {
    const ways = waysFor(rules, kind.id, today);
    const open = ways.flatMap((way) => (way.open ? [way.route] : []));
    return ways.flatMap((way) => (way.open || way.ground === 'unavailable' ? [] : [{ kind, way, open }]));
  });

/** “A”, “B” or “C”. */
export const oneOf = (names: readonly string[]): string => {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
};
