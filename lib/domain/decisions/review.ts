/** Opening a review, because it is due or because someone asked, and recording what it found. */
import { toIsoDate } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import { refuse } from '../refusal.ts';
import type { ReviewTrigger } from '../review.ts';
import {
  CAME_BACK,
  type Decision,
  happened,
  isStale,
  moveOn,
  promiseFor,
  reviewOf,
  type Setting,
  signed,
  standingAt,
} from './setting.ts';

export const openReview = (setting: Setting, trigger: ReviewTrigger, asked = ''): Decision => {
  const { state, configuration } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed. Open a new one if help is needed again.');
  if (state.state === 'underway')
    return refuse('already-done', 'This is being looked at already, so there is no need for a new review.');
  const stage = configuration.route.review;
  const promise = promiseFor(setting, stage);
  return [happened(setting, { type: 'ReviewOpened', trigger, stage, ...(asked && { asked }), ...(promise && { promise }) })];
};

/** A reasonable request by or for the person opens a review at once (s.27(1)(b)); no reason has to be given. */
export const askForReview = (setting: Setting, { reasons }: CommandOf<'ask-for-review'>): Decision =>
  openReview(setting, 'requested', reasons.trim());

/** The date in the table has come. Nothing happens before it, nor when a review is open already: the schedule may ask twice. */
export const openDueReview = (setting: Setting): Decision => {
  const { state, now } = setting;
  if (state.state !== 'supported' || state.agreed.reviewDueOn > toIsoDate(now)) return [];
  return openReview(setting, 'due');
};

/**
 * Records the review and sets the next date, whatever it found, so that an active plan always has one (I-10).
 * A changed plan then gets an earlier first review of its own once it is agreed.
 */
export const recordReview = (setting: Setting, { content, arrival }: CommandOf<'record-review'>): Decision => {
  const standing = standingAt(setting, 'review');
  if ('refused' in standing) return standing;
  if (isStale(standing.state, arrival)) return refuse('not-at-this-stage', CAME_BACK);
  const { state } = standing;
  if (!state.agreed) return refuse('support-not-in-place', 'There is no agreed support to review.');
  const trigger = state.reviewing ?? 'requested';
  const review = { ...content, trigger, doneBy: signed(setting.by), doneAt: setting.now.toISOString() };
  const reviewDueOn = reviewOf(setting, state.agreed.plan, false);
  const recorded = happened(setting, { type: 'ReviewRecorded', review, reviewDueOn });
  return moveOn({ ...setting, state }, content.outcome, [recorded], content.reasons);
};
