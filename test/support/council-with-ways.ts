/**
 * The small council with what issue 4 adds: England's ways to hold the money and figures of charging, a scheme of who agrees what, a panel,
 * cover. And the papers, plans and steps that its tests share. Used by the tests of the domain.
 */
import { readFileSync } from 'node:fs';
import type { Actor } from '../../lib/domain/actor.ts';
import { ApprovalScheme } from '../../lib/domain/approval-scheme.ts';
import type { Case } from '../../lib/domain/case.ts';
import { ChargingFigures } from '../../lib/domain/charging-figures.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { CONDITIONS, type ConditionCode, DirectPaymentArrangement } from '../../lib/domain/direct-payment.ts';
import type { FinancesContent } from '../../lib/domain/finances.ts';
import type { ArrangementContent } from '../../lib/domain/holding.ts';
import { ServiceFundArrangement } from '../../lib/domain/individual-fund.ts';
import type { PlanContent, SupportItem } from '../../lib/domain/plan.ts';
import { type FundingRoute, SupportRules } from '../../lib/domain/support-rules.ts';
import { approve, arrange, check, follow, offerAgreed, plan, type Step, save, WAY_TO } from './case-so-far.ts';
import { glenda, morag, priya, small } from './small-council.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../workflows/${file}`, import.meta.url), 'utf8'));
export const support = SupportRules.parse(read('support/england.json'));
export const charging = ChargingFigures.parse(read('charging/england.json'));

/** Up to £200 a manager, up to £1,000 a director, above it the panel; Morag stands in for Glenda for one working week. */
export const scheme = ApprovalScheme.parse({
  tiers: [
    { id: 'manager', title: 'manager', from: 0, to: 20_000 },
    { id: 'director', title: 'director', from: 20_001, to: 100_000 },
    { id: 'panel', title: 'panel', from: 100_001, to: null, panel: { workingDays: 5 } },
  ],
  cover: [{ of: glenda.id, by: morag.id, from: '2026-11-09', until: '2026-11-13', limitPence: 50_000 }],
});
export const petra: Actor = { id: 'S-PETRA', name: 'Petra Someone', roles: ['approver'], limitPence: 500_000, panel: true };

/** Everything but agreeing at once, so that somebody always reads the plan. */
export const withWays: Configuration = {
  ...small,
  support,
  charging,
  council: { ...small.council, approval: scheme },
};

export type AtOnce = NonNullable<ApprovalScheme['atOnce']>;
/** Plans up to £150 and a tenth above the up-front figure are agreed at once; each is read afterwards where `sampleOneIn` is 1. */
export const atOnce = (rule: Partial<AtOnce> = {}): Configuration => ({
  ...withWays,
  council: {
    ...withWays.council,
    approval: { ...scheme, atOnce: { upTo: 15_000, abovePercent: 10, belowPercent: 25, sampleOneIn: 1, ...rule } },
  },
});

/** The lines of `content` as help at home, with the money held this way. */
export const heldBy = (route: FundingRoute, content: PlanContent = plan): PlanContent => ({
  ...content,
  items: content.items.map((item) => ({ ...item, kind: 'home-care', route })),
});
/** £120.00 a week, with everything chosen: it can be agreed as it is. */
export const chosen = heldBy('council-managed');
const needs: SupportItem['meets'] = ['CA-HYGIENE', 'CA-COMMUNITY'];
/** One line for both needs at this price a week. */
export const costing = (unitPence: number, change: Partial<SupportItem> = {}): PlanContent => ({
  ...chosen,
  items: [
    {
      what: 'A helper',
      provider: '',
      unit: 'week',
      units: '1',
      unitPence,
      meets: needs,
      kind: 'personal-assistant',
      route: 'council-managed',
      ...change,
    },
  ],
});

/** The contribution example: £250 income, £15,001 saved, £20 housing, £15.50 extra costs, left with £162.15. It comes to £56.35. */
export const EXAMPLE = {
  kind: 'figures',
  standing: 'decided',
  setting: 'community',
  assessableIncomePence: 25_000,
  capitalPence: 1_500_100,
  housingCostsPence: 2_000,
  drePence: 1_550,
  leftWithPence: 16_215,
} as const satisfies FinancesContent;

/** The papers of a direct payment in which every condition is met, but for `lost`. */
export const payment = (lost?: ConditionCode): ArrangementContent => ({
  route: 'direct-payment',
  payment: DirectPaymentArrangement.parse({
    payee: 'person',
    basis: 's31',
    conditions: CONDITIONS.s31.map((code) => ({ code, met: code !== lost, reason: 'We talked it through.' })),
    grossOrNet: 'net',
    paidEvery: 'four-weeks',
    method: 'own-account',
    methodsOffered: ['own-account', 'prepaid-card'],
    employsStaff: false,
    reviewDueBy: '2027-04-30',
  }),
});
const signedOn = '2026-10-30';
/** A fund with both agreements, but for `missing`. */
export const fund = (missing?: 'councilAgreement' | 'personAgreement'): ArrangementContent => ({
  route: 'individual-service-fund',
  fund: ServiceFundArrangement.parse({
    holder: 'Open Till',
    ...(missing !== 'councilAgreement' && { councilAgreement: { signedOn, by: 'Priya Someone' } }),
    ...(missing !== 'personAgreement' && { personAgreement: { signedOn, by: 'Ada Someone' } }),
    reportsEvery: 'month',
    paidAheadWeeks: 2,
    surplusWeeks: 4,
  }),
});

export const explain = (by: Actor = priya): Step => ({ by, command: { type: 'explain-ways' } });
export const means = (content: FinancesContent = EXAMPLE, by: Actor = priya): Step => ({
  by,
  command: { type: 'record-finances', content },
});
export const papers = (content: ArrangementContent, by: Actor = priya): Step => ({
  by,
  command: { type: 'arrange-money', content },
});

/** How far a case with this plan has come: each by `decide`, on a council with ways to hold the money. */
export const stepsTo = (content: PlanContent = chosen, by: Actor = glenda) => {
  const written = [...WAY_TO.planning, explain(), save(content)];
  const toAgree = [...written, offerAgreed(), check()];
  const agreed = [...toAgree, approve(1, 'What it costs.', by)];
  return { planning: WAY_TO.planning, written, toAgree, agreed, inPlace: [...agreed, arrange()] } as const;
};
export type Reached = keyof ReturnType<typeof stepsTo>;

export const made = (steps: readonly Step[], configuration: Configuration = withWays, from?: Case): Case => {
  const state = follow(steps, from, configuration);
  if (!state) throw new Error('no case');
  return state;
};
/** A case with this plan, come this far. */
export const reached = (place: Reached, content: PlanContent = chosen, configuration: Configuration = withWays): Case =>
  made(stepsTo(content)[place], configuration);
