/** Plans in made-up lives: their lines, who holds the money, the papers of that, and support in place. Part of the vocabulary of `life.ts`. */
import { addDays, addMonths } from '../../lib/domain/calendar.ts';
import type { Case } from '../../lib/domain/case.ts';
import { CONDITIONS } from '../../lib/domain/direct-payment.ts';
import type { OutcomeCode } from '../../lib/domain/eligibility.ts';
import type { ArrangementContent } from '../../lib/domain/holding.ts';
import type { PlanContent, SupportItem } from '../../lib/domain/plan.ts';
import type { FundingRoute } from '../../lib/domain/support-rules.ts';
import { agrees, IDRIS, looksGood, type Move, move, version } from './life.ts';

/** One line of a plan: `units` of `pounds` each. */
export const line = (
  what: string,
  provider: string,
  [units, unit, pounds]: readonly [units: string, unit: SupportItem['unit'], pounds: number],
  meets: OutcomeCode[],
  kind: string,
): SupportItem => ({ what, provider, unit, units, unitPence: Math.round(pounds * 100), meets, kind });

/** How the money of a plan is held; `mixed`: the first line as a direct payment, the rest by the council. */
type Held = FundingRoute | 'mixed';
const routeOf = (held: Held, place: number): FundingRoute =>
  held === 'mixed' ? (place === 0 ? 'direct-payment' : 'council-managed') : held;

const ADVICE = 'The council’s ideas page lists clubs, equipment to try at home and free advice on benefits near you.';

/** Who looks for a way to meet what nothing meets yet, and by when. */
const lookedFor = ({ openedAt }: Case) => ({ owner: 'Tom Adeleke', lookAgainOn: addMonths(openedAt.slice(0, 10), 6) });

export const writes = (ago: number, by: string, plan: PlanContent, held: Held = 'council-managed'): Move =>
  move(ago, by, (state) => {
    const items = plan.items.map((item, place) => ({ ...item, route: item.route ?? routeOf(held, place) }));
    const otherWays = plan.otherWays.map((way) => (way.how === 'unmet' ? { ...lookedFor(state), ...way } : way));
    return { type: 'save-plan', content: { advice: ADVICE, ...plan, items, otherWays }, basedOn: state.plan?.version ?? 0 };
  });

/** The ways to hold the money are gone through before the plan is ready. */
export const offers = (ago: number, by: string): Move[] => [
  move(ago, by, () => ({ type: 'explain-ways' })),
  move(ago, by, (state) => ({ type: 'offer-plan', planVersion: version(state), agrees: true })),
];

/** From a written plan to support in place, at the pace of most: a look, an agreement, an arrangement. */
export const settled = (ago: number, by: string, approver: string, why: string, arranged: readonly Move[]): Move[] => [
  ...offers(ago, by),
  looksGood(ago - 3, IDRIS, 'Clear, and the person’s own.'),
  agrees(ago - 5, approver, why),
  ...arranged,
];

const paymentFrom = (day: string): ArrangementContent => ({
  route: 'direct-payment',
  payment: {
    payee: 'person',
    basis: 's31',
    conditions: CONDITIONS.s31.map((code) => ({ code, met: true, reason: 'Talked through at home; nothing stands against it.' })),
    grossOrNet: 'net',
    paidEvery: 'four-weeks',
    method: 'own-account',
    methodsOffered: ['own-account', 'managed-account', 'prepaid-card'],
    employsStaff: false,
    reviewDueBy: addMonths(day, 6),
  },
});

const agreedOn = (state: Case): string => (state.agreed?.approvedAt ?? state.openedAt).slice(0, 10);
const fundAt = (holder: string, by: string, day: string): ArrangementContent => ({
  route: 'individual-service-fund',
  fund: {
    holder,
    councilAgreement: { signedOn: day, by: 'Glenda Whitlock' },
    personAgreement: { signedOn: day, by },
    reportsEvery: 'quarter',
    paidAheadWeeks: 2,
    surplusWeeks: 4,
  },
});

const uses = (state: Case, route: FundingRoute): boolean => state.plan?.items.some((item) => item.route === route) ?? false;

/** The papers that the chosen ways need, then the first day. */
export const putsInPlace = (ago: number, by: string, firstDay: string, whoToCall: string): Move[] => [
  move(ago, by, (state) =>
    uses(state, 'direct-payment') ? { type: 'arrange-money', content: paymentFrom(agreedOn(state)) } : undefined,
  ),
  move(ago, by, (state) => {
    if (!uses(state, 'individual-service-fund')) return undefined;
    const holder = state.plan?.items.find(({ provider }) => provider !== '')?.provider ?? 'Even Keel';
    return {
      type: 'arrange-money',
      content: fundAt(holder, state.person.name, agreedOn(state)),
    };
  }),
  move(ago, by, () => ({
    type: 'fill-form',
    stage: 'arranging-support',
    outcome: 'in-place',
    answers: { 'first-day': firstDay, 'who-to-call': whoToCall },
    reasons: '',
  })),
];

/** Help that cannot wait, `after` days from the opening of the case. */
export const startsHelp = (ago: number, by: string, what: string, who: string, after: number): Move =>
  move(ago, by, ({ openedAt }) => {
    return { type: 'start-urgent-support', content: { what, who, startsOn: addDays(openedAt.slice(0, 10), after) } };
  });

/** What they may pay at home, as an estimate, in pounds a week; `savings` in pounds. */
export const findsMeans = (ago: number, by: string, income: number, savings: number, leftWith: number): Move =>
  move(ago, by, () => ({
    type: 'record-finances',
    content: {
      kind: 'figures',
      standing: 'estimate',
      setting: 'community',
      assessableIncomePence: Math.round(income * 100),
      capitalPence: savings * 100,
      housingCostsPence: 2_000,
      drePence: 1_550,
      leftWithPence: Math.round(leftWith * 100),
    },
  }));

export const proposes = (ago: number, by: string, about: string, words: string): Move =>
  move(ago, by, () => ({ type: 'propose-change', about, words }));
