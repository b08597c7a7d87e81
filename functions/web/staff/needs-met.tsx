/** How each eligible need is looked after by a plan: by its lines, in another way, or not yet. None is left out (I-04). */
import { ADULT_OUTCOMES, type OutcomeCode } from '../../../lib/domain/eligibility.ts';
import type { PlanContent } from '../../../lib/domain/plan.ts';
import type { Words } from '../kit/html.ts';
import { Table } from '../kit/tables.tsx';
import { HOW_WORDS } from '../shared/plan-view.tsx';

const howMet = (plan: PlanContent, code: OutcomeCode): Words => {
  const lines = plan.items.filter(({ meets }) => meets.includes(code)).map(({ what }) => what);
  const ways = plan.otherWays.filter(({ outcome }) => outcome === code);
  if (lines.length === 0 && ways.length === 0) return <strong>The plan does not say yet</strong>;
  return (
    <>
      {lines.join('; ')}
      {ways.map(({ how, reason }) => (
        <>
          {lines.length > 0 ? <br /> : null}
          {HOW_WORDS[how]}: <span class="ow-typed">{reason}</span>
        </>
      ))}
    </>
  );
};

type NeedsMetProps = { readonly plan: PlanContent; readonly eligible: readonly OutcomeCode[] };

export const NeedsMet = ({ plan, eligible }: NeedsMetProps) => (
  <Table
    caption="How each eligible need is met"
    head={[{ text: 'Need' }, { text: 'How the plan meets it' }]}
    rowHeads
    rows={ADULT_OUTCOMES.filter(({ code }) => eligible.includes(code)).map(({ code, plain }) => [plain, howMet(plan, code)])}
    empty="No eligible needs were recorded."
  />
);
