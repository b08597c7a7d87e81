/**
 * What the domain says no with: a value, never a throw. The codes are closed so that pages, the API and tests can rely on them;
 * the sentence is for the person reading it and always says what they can do.
 */
export type RefusalCode =
  | 'not-allowed'
  | 'no-such-stage'
  | 'not-at-this-stage'
  | 'already-done'
  | 'case-changed'
  | 'cannot-be-moved'
  | 'stale-run'
  | 'unknown-question'
  | 'unknown-option'
  | 'answer-not-valid'
  | 'no-more-room'
  | 'not-your-part'
  | 'nobody-by-that-name'
  | 'invitation-not-valid'
  | 'own-decision'
  | 'story-incomplete'
  | 'reasons-needed'
  | 'decision-against-findings'
  | 'plan-incomplete'
  | 'need-not-covered'
  | 'plan-changed'
  | 'own-plan'
  | 'needs-higher-approval'
  | 'needs-panel'
  | 'budget-below-needs'
  | 'budget-not-the-plan'
  | 'not-your-pen'
  | 'lead-not-valid'
  | 'ways-not-explained'
  | 'way-not-open'
  | 'way-not-chosen'
  | 'money-not-arranged'
  | 'urgent-not-valid'
  | 'share-not-agreed'
  | 'finances-not-valid'
  | 'unknown-outcome'
  | 'form-incomplete'
  | 'no-allocation-model'
  | 'no-carer-pathway'
  | 'need-of-another'
  | 'support-not-in-place'
  | 'not-in-household'
  | 'carer-kept-apart'
  | 'pool-changed'
  | 'case-closed';

export type Refusal = { readonly refused: RefusalCode; readonly message: string };

export const refuse = (refused: RefusalCode, message: string): Refusal => ({ refused, message });

export const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'refused' in value;
