/**
 * The one way people who plan together change: load → decide → one conditional write. Beside `act.ts`, not through it: nothing here
 * changes a case. Whose agreed plan counted on what changed is looked after by `tell-sharers.ts`, which the door calls next.
 */
import { decideHousehold } from '../domain/decide-household.ts';
import { evolveHousehold, type Household, type HouseholdEvent } from '../domain/household.ts';
import type { HouseholdCommand } from '../domain/household-command.ts';
import type { Acting } from '../domain/household-setting.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Clock, Households } from './ports.ts';
import { remember } from './requests.ts';

export type HouseholdPorts = { readonly households: Households; readonly clock: Clock };

/** What was asked, by whom and for which member. `request` is the id a form carries: the same form sent twice acts once. */
export type AskedOfHousehold = {
  readonly id: string;
  readonly command: HouseholdCommand;
  readonly acting: Acting;
  readonly request?: string | undefined;
};

export type HouseholdActed =
  | { readonly done: true; readonly household: Household; readonly events: readonly HouseholdEvent[] }
  | { readonly done: false; readonly why: 'refused'; readonly refusal: Refusal }
  | { readonly done: false; readonly why: 'conflict' }
  | { readonly done: false; readonly why: 'absent' };

const attempt = async (ports: HouseholdPorts, { id, command, acting, request }: AskedOfHousehold): Promise<HouseholdActed> => {
  const stored = await ports.households.load(id);
  if (!stored && command.type !== 'open-household') return { done: false, why: 'absent' };
  if (stored && request !== undefined && stored.requests.includes(request))
    return { done: true, household: stored.household, events: [] };

  const decision = decideHousehold(command, stored?.household, acting, ports.clock());
  if (isRefusal(decision)) return { done: false, why: 'refused', refusal: decision };
  if (stored && decision.length === 0) return { done: true, household: stored.household, events: [] };

  const household = decision.reduce<Household | undefined>(evolveHousehold, stored?.household);
  if (!household) return { done: false, why: 'absent' };
  const requests = remember(stored?.requests, request);
  const saved = await ports.households.save({ expected: stored?.household.version ?? 0, household, requests });
  return saved === 'conflict' ? { done: false, why: 'conflict' } : { done: true, household, events: decision };
};

/** Asks for something. The answer is the household as it now is, the domain's refusal, or `conflict` after losing twice. */
export const actHousehold = async (ports: HouseholdPorts, asked: AskedOfHousehold): Promise<HouseholdActed> => {
  const acted = await attempt(ports, asked);
  return !acted.done && acted.why === 'conflict' ? attempt(ports, asked) : acted;
};
