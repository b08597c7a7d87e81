/** What can be chosen for the lines of a plan: kinds and ways of the council, and the shares of pools that this case has agreed. */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { claimableShares, type Household } from '../../../lib/domain/household.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import { householdsOf } from '../household-visit.tsx';
import type { CaseVisit } from '../page.ts';
import type { Offers } from './plan-fields.tsx';
import type { OfferedShare } from './plan-form.ts';

/** This case's part of each pool that everybody has agreed, to the penny; those not agreed are not offered. */
const sharesIn = (household: Household, caseId: string, today: string): OfferedShare[] =>
  claimableShares(household, caseId, today).map(({ name, ...share }) => {
    return { ...share, value: `${share.household}:${share.pool}`, label: `${name}: ${formatPence(share.pence)} a week` };
  });

export const offersFor = async (visit: CaseVisit): Promise<Offers> => {
  const { configuration, now, case: state } = visit;
  const today = toIsoDate(now);
  return {
    rules: configuration.support,
    kind: kindOf(configuration.route),
    today,
    shares: (await householdsOf(visit)).flatMap((household) => sharesIn(household, state.id, today)),
  };
};
