/**
 * What a case holds around its plan after one more event: who leads, what others propose, urgent support, what was found about money,
 * how it is held. Part of `evolve`. The plan itself is in `case.ts`.
 */
import type { Case } from './case.ts';
import type { CaseEvent, EventOf, Signed } from './event.ts';
import type { Finances } from './finances.ts';
import type { Arrangement } from './holding.ts';
import type { LeadArrangement } from './lead.ts';
import { type Proposal, proposalsAfter } from './proposal.ts';
import type { FundingRoute } from './support-rules.ts';
import { type UrgentSupport, urgentAfter } from './urgent-support.ts';

/** That the ways to hold the money were gone through, and which were open to the person then. */
export type Explained = Signed & { readonly at: string; readonly routes: readonly FundingRoute[] };

/** A plan that was agreed at once and drawn by lot: it waits to be read, or what reading found. */
export type Audit = {
  readonly since: string;
  readonly done?: (Signed & { readonly at: string; readonly finding: string }) | undefined;
};

export type AroundThePlan = {
  readonly lead?: LeadArrangement | undefined;
  /** What the person said of the plan when it was last sent on. */
  readonly offered?:
    | (Signed & { readonly at: string; readonly planVersion: number; readonly agrees: boolean; readonly words: string })
    | undefined;
  readonly proposals: readonly Proposal[];
  readonly urgent: readonly UrgentSupport[];
  readonly finances?: Finances | undefined;
  readonly explained?: Explained | undefined;
  /** The last one of each way the money is held. */
  readonly arrangements: readonly Arrangement[];
  readonly audit?: Audit | undefined;
};

export const NOTHING_AROUND = { proposals: [], urgent: [], arrangements: [] } as const satisfies AroundThePlan;

export const AROUND_TYPES = [
  'PlanOffered',
  'LeadArranged',
  'ChangeProposed',
  'ProposalSettled',
  'UrgentSupportStarted',
  'UrgentSupportEnded',
  'FinancesRecorded',
  'WaysExplained',
  'MoneyArranged',
  'AuditRecorded',
] as const satisfies readonly CaseEvent['type'][];
type AroundEvent = EventOf<(typeof AROUND_TYPES)[number]>;

const signer = ({ by }: CaseEvent): Signed => ({ id: by.id, name: by.name });

/** A contribution found after support was agreed makes a new statement of the same budget; the support goes on as it is. */
const withFinances = (state: Case, event: EventOf<'FinancesRecorded'>): Case => {
  const { finances, budget } = event;
  return budget && state.agreed ? { ...state, finances, agreed: { ...state.agreed, budget } } : { ...state, finances };
};

export const withAround = (state: Case, event: AroundEvent): Case => {
  switch (event.type) {
    case 'PlanOffered': {
      const { planVersion, agrees, words, at } = event;
      return { ...state, offered: { ...signer(event), at, planVersion, agrees, words } };
    }
    case 'LeadArranged':
      return { ...state, lead: event.lead };
    case 'ChangeProposed':
    case 'ProposalSettled':
      return { ...state, proposals: proposalsAfter(state.proposals, event) };
    case 'UrgentSupportStarted':
    case 'UrgentSupportEnded':
      return { ...state, urgent: urgentAfter(state.urgent, event) };
    case 'FinancesRecorded':
      return withFinances(state, event);
    case 'WaysExplained':
      return { ...state, explained: { ...signer(event), at: event.at, routes: event.routes } };
    case 'MoneyArranged': {
      const others = state.arrangements.filter(({ route }) => route !== event.arrangement.route);
      return { ...state, arrangements: [...others, event.arrangement] };
    }
    case 'AuditRecorded':
      return state.audit
        ? { ...state, audit: { ...state.audit, done: { ...signer(event), at: event.at, finding: event.finding } } }
        : state;
  }
};
