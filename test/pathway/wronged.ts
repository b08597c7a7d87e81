/**
 * The duties of England once more, in words about one case that has ended and without the graph: what the laws hold the checks to. Not
 * a test.
 */
/** A case that happened: what each stage it came to was, and how it ended there. */
export type Chapter = { id: string; kind: string; form: string | undefined; outcome: string | undefined };

/** The duties once more, in words about one case that has ended, and without the graph. */
export const wronged = (history: readonly Chapter[], end: string | null, fromReview: boolean): string | undefined => {
  const assessed = history.findIndex(({ kind }) => kind === 'assessment');
  const told = history.findIndex(({ form }) => form === 'self-assessment');
  const planned = history.findLastIndex(({ form }) => form === 'support-plan');
  const agreed = history.findLastIndex(({ kind, outcome }) => kind === 'plan-approval' && outcome === 'approved');
  const eligible = history.some(({ kind, outcome }) => kind === 'assessment' && outcome === 'eligible');
  const supported = end === 'support-in-place';
  const supportEnds = history.findLastIndex(({ kind, outcome }) => kind === 'review' && outcome === 'support-ends');
  const refused = history.findLastIndex(({ kind, outcome }) => kind === 'assessment' && outcome === 'not-eligible');
  const found = history.findLastIndex(({ kind, outcome }) => kind === 'assessment' && outcome === 'eligible');
  const sentBack = history.findLastIndex(({ kind, outcome }) => kind === 'plan-approval' && outcome === 'returned');
  const reviewed = history.findLastIndex(({ kind }) => kind === 'review');
  const figure = history.findIndex(({ kind }) => kind === 'resource-allocation');
  if (!fromReview && assessed >= 0 && (told < 0 || told > assessed)) return 'reg 2';
  if (!supported && history.at(-1)?.kind === 'resource-allocation') return 'I-09';
  if (!supported && Math.max(found, reviewed) > Math.max(supportEnds, refused)) return 's.18 or s.27';
  if (supported && supportEnds >= 0 && supportEnds === reviewed && found < supportEnds) return 'ended and supported';
  if (sentBack > planned) return 's.25(5)';
  if (!fromReview && figure >= 0 && !history.slice(0, figure).some(({ outcome }) => outcome === 'eligible')) return 's.26(1)';
  if (!fromReview && assessed < 0) return 's.9';
  if (!fromReview && supported && !eligible) return 's.13';
  if (!fromReview && supported && planned < 0) return 's.25';
  if (supported && planned >= 0 && agreed < planned) return 's.26';
  const changed = history.findIndex(({ kind, outcome }) => kind === 'review' && outcome === 'needs-changed');
  const after = changed < 0 ? [] : history.slice(changed);
  const again = after.findIndex(({ kind }) => kind === 'assessment');
  if (changed >= 0 && again < 0) return 's.27(4)';
  if (again >= 0 && !after.slice(0, again).some(({ form }) => form === 'self-assessment')) return 'reg 2';
  return undefined;
};
