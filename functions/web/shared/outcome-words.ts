/**
 * How a stage ended and where that leads, in words for people. Not which outcomes there are (`lib/domain/stage.ts`) nor what a
 * council's own form calls them (the form says). Called by the history and by the pages where an outcome is chosen.
 */
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import type { ReviewOutcome } from '../../../lib/domain/review.ts';
import { type End, leadsTo, type StageId, stageOf } from '../../../lib/domain/stage.ts';

const KINDS: Readonly<Record<string, string>> = {
  eligible: 'Eligible needs were found',
  'not-eligible': 'No eligible needs were found',
  allocated: 'The up-front figure was worked out',
  'needs-individual-costing': 'The amount will be worked out from what the support costs',
  approved: 'The plan was agreed',
  returned: 'The plan was sent back',
  'no-change': 'The plan stays as it is',
  'plan-changes': 'The plan needs to change',
  'needs-changed': 'Needs have changed',
  'support-ends': 'Support ends',
};

/** What each outcome of a review means, for whoever chooses it. */
export const REVIEW_OUTCOME_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  'no-change': 'The plan works and stays as it is',
  'plan-changes': 'The plan needs to change',
  'needs-changed': 'Their needs have changed',
  'support-ends': 'Support comes to an end',
};

export const END_WORDS: Readonly<Record<End, string>> = {
  'support-in-place': 'Support is in place, and we look at it again on the review date',
  'advice-given': 'This ends with written advice and information',
  'support-ended': 'Support ends and the case is closed',
};

/** How `stage` ended; nothing where a form has one way to end and no words for it. */
export const outcomeWords = (configuration: Configuration, stage: StageId, outcome: string): string | undefined => {
  const def = stageOf(configuration.route, stage);
  const form = def?.kind === 'form' ? formOf(configuration, def.form) : undefined;
  if (form) return form.page === 'questions' && Object.hasOwn(form.outcomes, outcome) ? form.outcomes[outcome]?.text : undefined;
  return Object.hasOwn(KINDS, outcome) ? KINDS[outcome] : undefined;
};

/** Where `outcome` leads, as the end of "This leads to …"; the stage's title is what staff call it. */
export const leadsToWords = (configuration: Configuration, stage: StageId, outcome: string): string | undefined => {
  const to = leadsTo(configuration.route, stage, outcome);
  if (!to) return undefined;
  if ('end' in to) return `${END_WORDS[to.end]}.`;
  return `Next: ${stageOf(configuration.route, to.stage)?.title ?? to.stage}.`;
};
