/** The addresses of the person's own pages. One place, so that a link cannot be misspelt. */

export const MY = '/my';
export const START = '/my/start';

/** The pages of one case, as the person sees it. */
export const pathsOf = (caseId: string) => {
  const base = `/cases/${caseId}`;
  return {
    me: `${base}/me`,
    story: `${base}/story`,
    question: (id: string) => `${base}/story/${id}`,
    check: `${base}/story/check`,
    sent: `${base}/story/sent`,
    amount: `${base}/amount`,
    askForReview: `${base}/ask-for-review`,
    stop: `${base}/stop`,
  };
};
