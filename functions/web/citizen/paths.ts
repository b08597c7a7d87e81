/** The addresses of the person's own pages. One place, so that a link cannot be misspelt. */

import type { CaseVisit } from '../page.ts';

export const MY = '/my';
export const START = '/my/start';

/** Where somebody came from: the person's own page, or the staff page of the case. */
export const homeOf = ({ actor, case: { id, person } }: Pick<CaseVisit, 'actor' | 'case'>): string =>
  actor.id === person.id ? pathsOf(id).me : `/cases/${id}`;

/** The pages of one case, as the person sees it. */
export const pathsOf = (caseId: string) => {
  const base = `/cases/${caseId}`;
  return {
    me: `${base}/me`,
    story: `${base}/story`,
    question: (id: string) => `${base}/story/${id}`,
    check: `${base}/story/check`,
    sent: `${base}/story/sent`,
    /** A stage of the council's own that waits for the person. The page is the staff's too. */
    form: (stage: string) => `${base}/form/${stage}`,
    amount: `${base}/amount`,
    askForReview: `${base}/ask-for-review`,
    stop: `${base}/stop`,
  };
};
