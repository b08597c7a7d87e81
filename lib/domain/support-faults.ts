/**
 * What keeps the ways to hold the money from being published (domain rules V11, V12 and I-14): a kind of support is never refused
 * because of how it is paid for. Each fault with its place. Called by the check of the workflows folder and of bundles.
 */
import type { IsoDate } from './calendar.ts';
import { type Closure, FundingRoute, type Ground, groundFits, type SupportKind, type SupportRules } from './support-rules.ts';
import { say } from './text.ts';

export type SupportFaultCode =
  | 'blocked-without-reason'
  | 'unknown-ground'
  | 'ground-for-another-route'
  | 'ground-for-another-kind'
  | 'until-missing'
  | 'until-passed'
  | 'unknown-kind'
  | 'ground-without-source'
  | 'no-route-open'
  | 'direct-payment-only'
  | 'route-missing'
  | 'route-in-name-only'
  | 'route-twice'
  | 'duplicate-id'
  | 'four-options'
  | 'option-unavailable';

/** `where` is a place in the file, such as `kinds[3].closedTo[0]`. */
export type SupportFault = {
  readonly code: SupportFaultCode;
  readonly where: string;
  readonly message: string;
  readonly law?: string;
};

/** Who may choose, and how, by nation. Wales is left out until its pack is written. */
const CHOICE: Readonly<Partial<Record<SupportRules['jurisdiction'], string>>> = {
  ENG: 'Care Act 2014, ss.26 and 31–33',
  SCT: 'Social Care (Self-directed Support) (Scotland) Act 2013, s.4',
};

const ROUTE_NAMES: Readonly<Record<FundingRoute, string>> = {
  'direct-payment': 'a direct payment',
  'individual-service-fund': 'an Individual Service Fund',
  'council-managed': 'the council holding the money',
};

const NEVER = 'A kind of support is never refused because of how it is paid for.';

type Lawful = (code: SupportFaultCode, where: string, message: string) => SupportFault;
const lawful = ({ jurisdiction }: SupportRules): Lawful => {
  const law = CHOICE[jurisdiction];
  return (code, where, message) => ({ code, where, message, ...(law ? { law } : {}) });
};

const repeated = (ids: readonly string[], place: (at: number) => string, code: 'duplicate-id' | 'route-twice'): SupportFault[] =>
  ids.flatMap((id, at) => {
    if (ids.indexOf(id) === at) return [];
    const message = `“${id}” stands here twice. Take one of them out, or give it another id.`;
    return [{ code, where: place(at), message }];
  });

const twins = ({ routes, grounds, kinds }: SupportRules): SupportFault[] => [
  ...repeated(
    routes.map(({ route }) => route),
    (at) => `routes[${at}].route`,
    'route-twice',
  ),
  ...repeated(
    grounds.map(({ id }) => id),
    (at) => `grounds[${at}].id`,
    'duplicate-id',
  ),
  ...repeated(
    kinds.map(({ id }) => id),
    (at) => `kinds[${at}].id`,
    'duplicate-id',
  ),
  ...kinds.flatMap(({ closedTo = [] }, at) =>
    repeated(
      closedTo.map(({ route }) => route),
      (closure) => `kinds[${at}].closedTo[${closure}].route`,
      'route-twice',
    ),
  ),
];

const strangers = ({ grounds, kinds }: SupportRules): SupportFault[] =>
  grounds.flatMap(({ kinds: named }, at) =>
    (named === 'all' ? [] : named)
      .filter((id) => !kinds.some((kind) => kind.id === id))
      .map((id): SupportFault => {
        const message = `There is no kind of support “${id}”. Check its spelling, or take it out.`;
        return { code: 'unknown-kind', where: `grounds[${at}].kinds`, message };
      }),
  );

/** A lawful reason can be read somewhere; one that is still to be read says so. */
const unread = ({ grounds }: SupportRules): SupportFault[] =>
  grounds.flatMap(({ id, source, toConfirm }, at): SupportFault[] => {
    if (source !== undefined || toConfirm) return [];
    const message = `Say under “source” where the law for “${id}” can be read, or mark it “toConfirm” until somebody has read it.`;
    return [{ code: 'ground-without-source', where: `grounds[${at}]`, message }];
  });

/** What is wrong with the reason given for closing a route, as a code and half a sentence; nothing where the reason is lawful. */
const wrongWith = (
  kind: SupportKind,
  { route, ground: named, until }: Closure,
  grounds: readonly Ground[],
): [SupportFaultCode, string] | undefined => {
  if (named === undefined) return ['blocked-without-reason', 'without a lawful reason'];
  const ground = grounds.find(({ id }) => id === named);
  if (!ground) return ['unknown-ground', `for “${named}”, which is none of the lawful reasons in this file`];
  if (ground.route !== route)
    return ['ground-for-another-route', `for “${named}”, a reason against ${ROUTE_NAMES[ground.route]}`];
  if (!groundFits(ground, route, kind.id))
    return ['ground-for-another-kind', `for “${named}”, a reason for other kinds of support`];
  if (ground.needsUntil && until === undefined)
    return ['until-missing', `for “${named}”, a reason that passes, without the last day it stands (“until”)`];
  return undefined;
};

const closureFaults = ({ grounds, kinds }: SupportRules, fault: Lawful): SupportFault[] =>
  kinds.flatMap((kind, at) =>
    (kind.closedTo ?? []).flatMap((closure, place) => {
      const wrong = wrongWith(kind, closure, grounds);
      if (!wrong) return [];
      const [code, why] = wrong;
      const closed = `“${say(kind.name)}” is closed to ${ROUTE_NAMES[closure.route]} ${why}.`;
      return [
        fault(code, `kinds[${at}].closedTo[${place}]`, `${closed} ${NEVER} Open it, or name a ground of this file that fits.`),
      ];
    }),
  );

/** Asked of the file as it stands, whatever the date: a reason that passes still has to leave another way until it does. */
const reachFaults = ({ routes, kinds }: SupportRules, fault: Lawful): SupportFault[] => {
  const offered = routes.filter(({ unavailable }) => !unavailable).map(({ route }) => route);
  return kinds.flatMap((kind, at) => {
    const open = offered.filter((route) => !(kind.closedTo ?? []).some((closure) => closure.route === route));
    const name = say(kind.name);
    if (open.length === 0)
      return [fault('no-route-open', `kinds[${at}]`, `No way to pay is open to “${name}”. ${NEVER} Open one.`)];
    if (open.some((route) => route !== 'direct-payment')) return [];
    const who = 'Somebody who cannot decide alone, and has nobody to hold the money, could then never have it.';
    return [
      fault(
        'direct-payment-only',
        `kinds[${at}]`,
        `“${name}” can be had by a direct payment only. ${who} Open it to an Individual Service Fund or to the council holding the money.`,
      ),
    ];
  });
};

/** A route that is offered to everybody, and then shut for each kind of support, is not offered at all. */
const hollow = ({ routes, kinds }: SupportRules, fault: Lawful): SupportFault[] =>
  routes.flatMap(({ route, unavailable }, at) => {
    const shut = kinds.every(({ closedTo = [] }) => closedTo.some((closure) => closure.route === route));
    if (unavailable || !shut) return [];
    const message = `No kind of support is open to ${ROUTE_NAMES[route]}, so it is offered in name only. Open the kinds that no law closes.`;
    return [fault('route-in-name-only', `routes[${at}]`, message)];
  });

const offerFaults = ({ routes }: SupportRules, fault: Lawful): SupportFault[] => {
  const missing = FundingRoute.options.filter((route) => !routes.some((each) => each.route === route));
  const lost = missing.map((route) => {
    const message = `Nobody is offered ${ROUTE_NAMES[route]}. Put it in; if it cannot be had for now, say so under “unavailable”, with the reason, the law and a last day.`;
    return fault('route-missing', 'routes', message);
  });
  const council = routes.findIndex(({ route, unavailable }) => route === 'council-managed' && unavailable);
  if (council < 0) return lost;
  const message = 'Support that the council arranges is always there: whoever does not choose yet, or cannot, depends on it.';
  return [...lost, fault('option-unavailable', `routes[${council}].unavailable`, message)];
};

/** The number each route has in Scotland by law. */
const NUMBERS: Readonly<Record<FundingRoute, 1 | 2 | 3>> = {
  'direct-payment': 1,
  'individual-service-fund': 2,
  'council-managed': 3,
};

const scottishFaults = ({ routes, mix }: SupportRules, fault: Lawful): SupportFault[] => {
  const numbered = routes.flatMap(({ route, sdsOption }, at) =>
    sdsOption === NUMBERS[route]
      ? []
      : [fault('four-options', `routes[${at}].sdsOption`, `In Scotland this is option ${NUMBERS[route]}. Number it so.`)],
  );
  const four =
    mix.sdsOption === 4 ? [] : [fault('four-options', 'mix.sdsOption', 'In Scotland a mix is option 4. Number it so.')];
  const shut = routes.flatMap(({ route, unavailable }, at) =>
    unavailable && route !== 'council-managed'
      ? [fault('option-unavailable', `routes[${at}].unavailable`, 'In Scotland all four options are offered to everybody.')]
      : [],
  );
  return [...numbered, ...four, ...shut];
};

const unnumberedFaults = ({ routes, mix }: SupportRules): SupportFault[] => {
  const message = 'Only Scotland numbers its options. Take the number out: elsewhere it follows from the lines of the plan.';
  const at = [
    ...routes.map(({ sdsOption }, place) => ({ sdsOption, where: `routes[${place}].sdsOption` })),
    { ...mix, where: 'mix.sdsOption' },
  ];
  return at.flatMap(({ sdsOption, where }) => (sdsOption === undefined ? [] : [{ code: 'four-options', where, message }]));
};

/** Everything that keeps `rules` from being published. None: every kind of support can be paid by every route no lawful reason is against. */
export const supportFaults = (rules: SupportRules): SupportFault[] => {
  const fault = lawful(rules);
  return [
    ...twins(rules),
    ...offerFaults(rules, fault),
    ...(rules.jurisdiction === 'SCT' ? scottishFaults(rules, fault) : unnumberedFaults(rules)),
    ...strangers(rules),
    ...unread(rules),
    ...hollow(rules, fault),
    ...closureFaults(rules, fault),
    ...reachFaults(rules, fault),
  ];
};

/**
 * Reasons whose last day has passed by `today`. They close nothing any more, so nobody is held up by one; whoever looks after the file
 * takes them out, or finds out whether they still hold.
 */
export const expiredGrounds = ({ routes, kinds }: SupportRules, today: IsoDate): SupportFault[] => {
  const given = [
    ...routes.map(({ unavailable }, at) => ({ where: `routes[${at}].unavailable`, until: unavailable?.until })),
    ...kinds.flatMap(({ closedTo = [] }, at) =>
      closedTo.map(({ until }, place) => ({ where: `kinds[${at}].closedTo[${place}]`, until })),
    ),
  ];
  return given.flatMap(({ where, until }) => {
    if (until === undefined || today <= until) return [];
    const message = `This reason stood until ${until} and closes nothing any more. Take it out, or give a new last day if it still holds.`;
    return [{ code: 'until-passed', where, message }];
  });
};
