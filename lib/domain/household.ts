/**
 * People who plan together: a household, a family or friends – not only people under one roof. One conversation, shared facts and pooled
 * lines; each person's case, plan, budget and statement stay their own. Who was invited around one person is `circle.ts`. A household is
 * its events, folded here; what may happen is `decide-household.ts`.
 */
import * as z from 'zod';
import type { Role } from './actor.ts';
import { type IsoDate, toIsoDate } from './calendar.ts';
import type { Signed } from './event.ts';
import type { Pence } from './money.ts';
import { newestTerms, type Pool, type PoolTerms, shareUnder, standingTerms, type Yes } from './pool.ts';
import { type LedgerEntry, settledOn } from './pool-ledger.ts';
import type { CaseKind } from './stage.ts';

/** What each person says yes to on their own, and can take back on any day. Combined needs each one's yes (Care Act 2014 s.12(5), s.25(11)). */
export const Shared = z.enum(['conversation', 'sharedFacts', 'combinedAssessment', 'combinedPlan']);
export type Shared = z.infer<typeof Shared>;

export type NewMember = {
  readonly caseId: string;
  readonly person: Signed;
  readonly kind: CaseKind;
  /** What they said when they were asked, where a worker writes it down. Without, they are asked on their own page. */
  readonly words?: string | undefined;
};

export type Member = Omit<NewMember, 'words'> & {
  readonly askedAt: string;
  /** They said yes to planning together. Until then they are only asked. */
  readonly joinedAt?: string | undefined;
  readonly leftAt?: string | undefined;
  readonly agreed: Readonly<Partial<Record<Shared, Yes>>>;
};

export type HouseholdMessage = {
  readonly at: string;
  readonly by: Signed & { readonly role: Role };
  /** Whose side wrote it; absent for somebody of the council. */
  readonly caseId?: string | undefined;
  readonly words: string;
};

type Happened =
  | { readonly type: 'HouseholdOpened'; readonly id: string; readonly name: string; readonly members: readonly NewMember[] }
  | { readonly type: 'MemberAsked'; readonly member: NewMember }
  | { readonly type: 'MemberJoined'; readonly caseId: string; readonly words: string }
  | {
      readonly type: 'AgreementGiven';
      readonly caseId: string;
      readonly what: Shared;
      readonly words: string;
      readonly as?: Yes['as'];
    }
  | { readonly type: 'AgreementTakenBack'; readonly caseId: string; readonly what: Shared; readonly words?: string }
  | { readonly type: 'MemberLeft'; readonly caseId: string; readonly words: string }
  | { readonly type: 'HouseholdMessageWritten'; readonly caseId?: string | undefined; readonly words: string }
  | ({ readonly type: 'PoolStarted'; readonly terms: PoolTerms } & Pick<Pool, 'number' | 'name' | 'purpose' | 'kind'>)
  | { readonly type: 'PoolChanged'; readonly number: number; readonly terms: PoolTerms }
  | {
      readonly type: 'PoolAgreed';
      readonly number: number;
      readonly version: number;
      readonly caseId: string;
      readonly words: string;
      readonly as?: Yes['as'];
    }
  | {
      readonly type: 'PoolLeft';
      readonly number: number;
      readonly caseId: string;
      readonly from: IsoDate;
      readonly words: string;
      /** What the others would go on with, once each has agreed; absent where fewer than two are left. */
      readonly terms?: PoolTerms | undefined;
    }
  | { readonly type: 'PoolMoneyRecorded'; readonly number: number; readonly entry: Omit<LedgerEntry, 'recordedBy'> };

export type HouseholdEvent = Happened & { readonly at: string; readonly by: Signed & { readonly role: Role } };
export type HouseholdEventOf<T extends HouseholdEvent['type']> = Extract<HouseholdEvent, { type: T }>;

export type Household = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Member[];
  readonly messages: readonly HouseholdMessage[];
  readonly pools: readonly Pool[];
  /** Events so far. */
  readonly version: number;
  readonly events: readonly HouseholdEvent[];
};

/** Somebody who said yes and has not left. */
export const isIn = ({ joinedAt, leftAt }: Member): boolean => joinedAt !== undefined && leftAt === undefined;
export const membersIn = ({ members }: Household): Member[] => members.filter(isIn);
/** The member this case is or is asked to be; `undefined` for one that never was, or has left. */
export const memberOf = ({ members }: Household, caseId: string): Member | undefined =>
  members.find((member) => member.caseId === caseId && !member.leftAt);
export const poolOf = ({ pools }: Household, number: number): Pool | undefined => pools.find((pool) => pool.number === number);

/** Everybody who is in has said yes to doing this together. It ends the moment one of them takes it back. */
export const combinedAllowed = (household: Household, what: 'assessment' | 'plan'): boolean => {
  const members = membersIn(household);
  const shared = what === 'assessment' ? 'combinedAssessment' : 'combinedPlan';
  return members.length > 1 && members.every(({ agreed }) => agreed[shared] !== undefined);
};

/** What a member reads: everything said since they said yes to the conversation; nothing without that. */
export const messagesFor = (household: Household, caseId: string): readonly HouseholdMessage[] => {
  const member = memberOf(household, caseId);
  const since = member && isIn(member) ? member.agreed.conversation?.at : undefined;
  return since === undefined ? [] : household.messages.filter(({ at }) => at >= since);
};

/** The pools this case has or is offered a share in, or has money in: nobody sees another's. */
export const poolsFor = ({ pools }: Household, caseId: string): Pool[] =>
  pools.filter(({ versions }) => versions.some(({ shares }) => shares.some((share) => share.caseId === caseId)));

/** A share that a line of this case's plan may claim today, to the penny; what `shareFault` lets through. */
export type ClaimableShare = { readonly household: string; readonly pool: number; readonly name: string; readonly pence: Pence };

export const claimableShares = (household: Household, caseId: string, today: IsoDate): ClaimableShare[] =>
  household.pools.flatMap(({ number, name, ...pool }) => {
    const terms = standingTerms({ number, name, ...pool }, today);
    const pence = terms && shareUnder(terms, caseId);
    return pence === undefined ? [] : [{ household: household.id, pool: number, name, pence }];
  });

/** Asked to be a member; joined already where a worker wrote down their yes. */
const asked = (event: HouseholdEvent, { words, ...member }: NewMember): Member => ({
  ...member,
  askedAt: event.at,
  ...(words ? { joinedAt: event.at } : {}),
  agreed: {},
});

const open = (event: HouseholdEventOf<'HouseholdOpened'>): Household => ({
  id: event.id,
  name: event.name,
  members: event.members.map((member) => asked(event, member)),
  messages: [],
  pools: [],
  version: 1,
  events: [event],
});

const changeMember = (household: Household, caseId: string, change: (member: Member) => Member): Household => ({
  ...household,
  members: household.members.map((member) => (member.caseId === caseId ? change(member) : member)),
});

type OfPool = 'PoolChanged' | 'PoolAgreed' | 'PoolLeft' | 'PoolMoneyRecorded';

const signer = ({ by }: HouseholdEvent): Signed => ({ id: by.id, name: by.name });
const yesOf = (event: HouseholdEventOf<'AgreementGiven' | 'PoolAgreed'>): Yes => ({
  by: signer(event),
  role: event.by.role,
  ...(event.as && { as: event.as }),
  at: event.at,
  words: event.words,
});

const leave = (pool: Pool, { caseId, from, terms }: HouseholdEventOf<'PoolLeft'>): Pool => {
  const newest = newestTerms(pool);
  const name = newest.shares.find((share) => share.caseId === caseId)?.name ?? '';
  const leavings = [...pool.leavings, { caseId, name, from, version: newest.version }];
  if (terms) return { ...pool, leavings, versions: [...pool.versions, terms] };
  const closesFrom = pool.closesFrom && pool.closesFrom < from ? pool.closesFrom : from;
  return { ...pool, leavings, closesFrom };
};

const poolAfter = (pool: Pool, event: HouseholdEventOf<OfPool>): Pool => {
  switch (event.type) {
    case 'PoolChanged':
      return { ...pool, versions: [...pool.versions, event.terms] };
    case 'PoolAgreed': {
      const yes = { caseId: event.caseId, ...yesOf(event) };
      const versions = pool.versions.map((terms) =>
        terms.version === event.version ? { ...terms, agreed: [...terms.agreed, yes] } : terms,
      );
      return { ...pool, versions };
    }
    case 'PoolLeft':
      return leave(pool, event);
    case 'PoolMoneyRecorded':
      return { ...pool, ledger: [...pool.ledger, { ...event.entry, recordedBy: { ...signer(event), at: event.at } }] };
  }
};

/** What was due to be paid out by the day of an event is out before it counts. */
const changePool = (household: Household, event: HouseholdEventOf<OfPool>): Household => {
  const today = toIsoDate(new Date(event.at));
  const pools = household.pools.map((pool) => (pool.number === event.number ? poolAfter(settledOn(pool, today), event) : pool));
  return { ...household, pools };
};

const ask = (household: Household, event: HouseholdEventOf<'MemberAsked'>): Household => {
  const others = household.members.filter(({ caseId }) => caseId !== event.member.caseId);
  return { ...household, members: [...others, asked(event, event.member)] };
};

const apply = (household: Household, event: Exclude<HouseholdEvent, { type: 'HouseholdOpened' }>): Household => {
  switch (event.type) {
    case 'MemberAsked':
      return ask(household, event);
    case 'MemberJoined':
      return changeMember(household, event.caseId, (member) => ({ ...member, joinedAt: event.at }));
    case 'AgreementGiven':
      return changeMember(household, event.caseId, ({ agreed, ...member }) => {
        return { ...member, agreed: { ...agreed, [event.what]: yesOf(event) } };
      });
    case 'AgreementTakenBack':
      return changeMember(household, event.caseId, ({ agreed: { [event.what]: _back, ...agreed }, ...member }) => {
        return { ...member, agreed };
      });
    case 'MemberLeft':
      return changeMember(household, event.caseId, (member) => ({ ...member, leftAt: event.at, agreed: {} }));
    case 'HouseholdMessageWritten': {
      const message = { at: event.at, by: event.by, ...(event.caseId && { caseId: event.caseId }), words: event.words };
      return { ...household, messages: [...household.messages, message] };
    }
    case 'PoolStarted': {
      const { number, name, purpose, kind, terms } = event;
      return {
        ...household,
        pools: [...household.pools, { number, name, purpose, kind, versions: [terms], leavings: [], ledger: [] }],
      };
    }
    case 'PoolChanged':
    case 'PoolAgreed':
    case 'PoolLeft':
    case 'PoolMoneyRecorded':
      return changePool(household, event);
  }
};

/** The household after one more event. Throws when `decideHousehold` could not have made that event. */
export const evolveHousehold = (household: Household | undefined, event: HouseholdEvent): Household => {
  if (event.type === 'HouseholdOpened' && !household) return open(event);
  if (event.type === 'HouseholdOpened' || !household) throw new Error(`event ${event.type} cannot come here`);
  return { ...apply(household, event), version: household.version + 1, events: [...household.events, event] };
};

/** The household that a whole log amounts to; `undefined` for an empty one. */
export const replayHousehold = (events: readonly HouseholdEvent[]): Household | undefined =>
  events.reduce<Household | undefined>((household, event) => evolveHousehold(household, event), undefined);
