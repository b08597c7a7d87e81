/** The needs that a line of a plan can be for, on the person's form and on the staff's. Which of them a plan leaves open is `plan-gaps.ts`. */
import type { Case } from '../../../lib/domain/case.ts';
import { NEEDS_OF, type NeedCode } from '../../../lib/domain/eligibility.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';

/**
 * The needs a plan has to answer for; all of its kind where none were named, so that a line can always say what it is for. (A carer
 * whose health is at risk has eligible needs without being unable to achieve any outcome.)
 */
export const needsToMeet = (state: Case, kind: CaseKind): readonly NeedCode[] => {
  const found: readonly NeedCode[] = state.assessment?.findings.unable ?? [];
  return found.length > 0 ? found : NEEDS_OF[kind].map(({ code }) => code);
};
