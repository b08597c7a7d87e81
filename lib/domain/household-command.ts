/** Everything that can be asked of people who plan together, in the imperative. Answered by `decideHousehold`; nothing else changes them. */
import type { IsoDate } from './calendar.ts';
import type { NewMember, Shared } from './household.ts';
import type { PoolContent } from './pool.ts';
import type { Movement } from './pool-ledger.ts';

/** `words`: what the person said, where somebody else writes it down. */
type Said = { readonly words: string };

export type HouseholdCommand =
  | { readonly type: 'open-household'; readonly id: string; readonly name: string; readonly members: readonly NewMember[] }
  | { readonly type: 'add-member'; readonly member: NewMember }
  | ({ readonly type: 'join-household' } & Said)
  | ({ readonly type: 'agree-to'; readonly what: Shared } & Said)
  | ({ readonly type: 'take-back'; readonly what: Shared } & Said)
  | ({ readonly type: 'leave-household' } & Said)
  | ({ readonly type: 'write-to-household' } & Said)
  | { readonly type: 'start-pool'; readonly name: string; readonly purpose: string; readonly content: PoolContent }
  /** `basedOn`: the version whoever changes it had before them. */
  | { readonly type: 'change-pool'; readonly number: number; readonly basedOn: number; readonly content: PoolContent }
  | ({ readonly type: 'agree-pool'; readonly number: number; readonly version: number } & Said)
  | ({ readonly type: 'leave-pool'; readonly number: number; readonly from: IsoDate } & Said)
  | { readonly type: 'end-pool'; readonly number: number; readonly basedOn: number; readonly lastDay: IsoDate }
  | { readonly type: 'record-pool-money'; readonly number: number; readonly movement: Movement };

export type HouseholdCommandOf<T extends HouseholdCommand['type']> = Extract<HouseholdCommand, { type: T }>;
