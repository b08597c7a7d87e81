/** The addresses of the person's own pages. One place, so that a link cannot be misspelt. */

import { isStaff } from '../../../lib/domain/permission.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';
import type { CaseVisit } from '../page.ts';

export const MY = '/my';
export const START = '/my/start';
/** Where a case of one kind is started. */
export const startPath = (kind: CaseKind): string => `${START}?as=${kind}`;

/** Where somebody came from: the person's own page, the part a helper was asked to help with, or the staff page of the case. */
export const homeOf = ({ actor, case: { id, person, circle } }: Pick<CaseVisit, 'actor' | 'case'>): string => {
  if (actor.id === person.id) return pathsOf(id).me;
  if (circle.some((grant) => grant.id === actor.id)) return MY;
  return isStaff(actor) ? `/cases/${id}` : MY;
};

/** The pages of one case, as the person sees it. */
export const pathsOf = (caseId: string) => {
  const base = `/cases/${caseId}`;
  return {
    me: `${base}/me`,
    story: `${base}/story`,
    page: (form: string, page: string) => `${base}/story/${form}/${page}`,
    check: `${base}/story/check`,
    sent: `${base}/story/sent`,
    save: `${base}/save`,
    people: `${base}/people`,
    messages: `${base}/messages`,
    letters: `${base}/letters`,
    disagree: (about: string, detail = '') =>
      `${base}/disagree?${new URLSearchParams({ about, ...(detail && { detail }) }).toString()}`,
    disagreements: `${base}/disagreements`,
    whoLooked: `${base}/who-looked`,
    /** A stage of the council's own that waits for the person. The page is the staff's too. */
    form: (stage: string) => `${base}/form/${stage}`,
    amount: `${base}/amount`,
    askForReview: `${base}/ask-for-review`,
    stop: `${base}/stop`,
    yourPlan: `${base}/your-plan`,
    planWords: `${base}/your-plan/words`,
    /** A line of the plan by its place, from 1; without one, a new line. */
    planLine: (line?: number) => `${base}/your-plan/line${line ? `?line=${line}` : ''}`,
    planNeed: (need?: string) => `${base}/your-plan/need${need ? `?need=${need}` : ''}`,
    planRisk: (risk?: number) => `${base}/your-plan/risk${risk ? `?risk=${risk}` : ''}`,
    /** About one line, by its place from 1, or the whole plan. */
    proposeChange: (line?: number) => `${base}/your-plan/propose${line ? `?line=${line}` : ''}`,
    settleProposal: `${base}/your-plan/settle`,
    planReady: `${base}/your-plan/ready`,
    whoLeads: `${base}/who-leads`,
    whatYouPay: `${base}/what-you-pay`,
  };
};
