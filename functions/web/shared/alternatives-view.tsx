/** How needs could be met for less, where a plan was sent back for its cost: which need, how, and what shows that it can be had (I-08). */
import type { Alternative } from '../../../lib/domain/decline.ts';
import { plainNeed } from '../../../lib/domain/eligibility.ts';
import { SummaryList } from '../kit/lists.tsx';

export const AlternativesView = ({ alternatives }: { readonly alternatives: readonly Alternative[] }) => (
  <SummaryList
    rows={alternatives.map(({ need, how, evidence }) => ({
      key: plainNeed(need),
      value: (
        <>
          <span class="ow-typed">{how}</span>
          <span class="ow-working__detail ow-typed">{evidence}</span>
        </>
      ),
    }))}
  />
);
