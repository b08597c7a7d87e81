/** What is done from the plan's own page: answering a proposal, and saying that the plan is ready. Each shows the page again when refused. */
import { LONGEST_PROPOSAL } from '../../../lib/domain/proposal.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { casePage, count, show, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { yourPlanPage } from './your-plan.tsx';
import { wordsField } from './your-plan-proposals.tsx';

export const settleProposal = casePage('settle-proposal', {
  path: '/cases/:caseId/your-plan/settle',
  post: async (visit, typed) => {
    const number = count(typed, 'number') ?? 0;
    const field = wordsField(number);
    const words = text(typed, field).replaceAll('\r\n', '\n').trim();
    const taken = text(typed, 'taken') === 'yes';
    const again = (errors: FieldErrors) => yourPlanPage(visit, typed, errors);
    if (!taken && words === '') return show(again({ [field]: 'Say why not. They want to know.' }), 422);
    if (words.length > LONGEST_PROPOSAL) return show(again({ [field]: 'Use 2,000 letters or fewer.' }), 422);
    const to = pathsOf(visit.case.id).yourPlan;
    return askCase(visit, { type: 'settle-proposal', number, taken, words }, { to, again, typed });
  },
});

export const planReady = casePage('offer-plan', {
  path: '/cases/:caseId/your-plan/ready',
  post: async (visit, typed) => {
    const planVersion = count(typed, 'planVersion') ?? -1;
    const again = (errors: FieldErrors) => yourPlanPage(visit, {}, errors);
    return askCase(visit, { type: 'offer-plan', planVersion }, { to: homeOf(visit), again, typed });
  },
});
