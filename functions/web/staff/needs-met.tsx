/** How each eligible need is looked after by a plan: by its lines, in another way, or not yet. None is left out (I-04). */
import { NEED_CODES, type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import type { PlanContent } from '../../../lib/domain/plan.ts';
import type { Words } from '../kit/html.ts';
import { Table } from '../kit/tables.tsx';
import { howWords } from '../shared/plan-words.ts';

const howMet = (plan: PlanContent, code: NeedCode): Words => {
  const lines = plan.items.filter(({ meets }) => meets.includes(code)).map(({ what }) => what);
  const ways = plan.otherWays.filter(({ outcome }) => outcome === code);
  if (lines.length === 0 && ways.length === 0) return <strong>The plan does not say yet</strong>;
  return (
    <>
      {lines.join('; ')}
      {ways.map(({ how, reason }) => (
        <>
          {lines.length > 0 ? <br /> : null}
          {howWords({ how, outcome: code })}: <span class="ow-typed">{reason}</span>
        </>
      ))}
    </>
  );
};

type NeedsMetProps = { readonly plan: PlanContent; readonly eligible: readonly NeedCode[] };

export const NeedsMet = ({ plan, eligible }: NeedsMetProps) => (
  <Table
    caption="How each eligible need is met"
    head={[{ text: 'Need' }, { text: 'How the plan meets it' }]}
    rowHeads
    rows={NEED_CODES.filter((code) => eligible.includes(code)).map((code) => [plainNeed(code), howMet(plan, code)])}
    empty="No eligible needs were recorded."
  />
);
