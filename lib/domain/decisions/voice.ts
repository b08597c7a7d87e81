/** Being heard: messages between the person and the team, and “I don't agree” on anything, in every state of a case. */
import { addWorkingDays, toIsoDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import { ACKNOWLEDGE_WORKING_DAYS, type Challenge, type ChallengeAbout, isOpen, nextNumber } from '../challenge.ts';
import type { CommandOf } from '../command.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Decision, happened, type Setting, signed } from './setting.ts';

export const LONGEST_MESSAGE = 2000;

/** A message on the case. The other side sees it; it decides nothing and stops nothing. */
export const writeMessage = (setting: Setting, { words }: CommandOf<'write-message'>): Decision => {
  const said = words.trim();
  if (said === '') return refuse('answer-not-valid', 'Write your message first.');
  if (said.length > LONGEST_MESSAGE)
    return refuse('answer-not-valid', 'Use 2,000 letters or fewer. You can send another message.');
  return [happened(setting, { type: 'MessageWritten', words: said })];
};

/** What one item of the table can hold beside the answers, at the longest that each can be. */
const MOST_OPEN = 10;
export const LONGEST_REASONS = 4000;

/**
 * Whoever made what is challenged, as the case stands. A plan and its budget are their writers' and their approver's. Of a delay, a
 * record or something else nobody in particular is.
 */
const makersOf = (state: Case, about: ChallengeAbout): readonly string[] => {
  const { assessment, returned, agreed, plan, reviews } = state;
  const closer = state.state === 'closed' ? state.closedBy?.id : undefined;
  const makers: Record<ChallengeAbout, readonly (string | undefined)[]> = {
    decision: [assessment?.decidedBy.id, returned?.by.id, reviews.at(-1)?.doneBy.id, closer],
    figure: [assessment?.decidedBy.id],
    line: [assessment?.decidedBy.id],
    plan: [agreed?.approvedBy.id, ...(plan?.authors ?? []), ...(agreed?.plan.authors ?? [])],
    budget: [agreed?.approvedBy.id, ...(agreed?.plan.authors ?? [])],
    delay: [],
    record: [],
    'something-else': [],
  };
  return [...new Set(makers[about].filter((id) => id !== undefined))];
};

/**
 * Opens a challenge and promises to say within three working days that it has come. Allowed in every state, closed too (I-07);
 * nothing about the support changes because of it.
 */
export const raiseChallenge = (setting: Setting, { content }: CommandOf<'raise-challenge'>): Decision => {
  const { state, configuration, now } = setting;
  if (state.challenges.filter(isOpen).length >= MOST_OPEN)
    return refuse(
      'already-done',
      'We have many of these from you already. Please call us, so that we can look at them together.',
    );
  const dueOn = addWorkingDays(toIsoDate(now), ACKNOWLEDGE_WORKING_DAYS, configuration.council.bankHolidays);
  const challenge: Challenge = {
    ...content,
    number: nextNumber(state.challenges),
    by: signed(setting.by),
    at: now.toISOString(),
    madeBy: makersOf(state, content.about),
    acknowledge: { dueOn, toldAt: now.toISOString(), missed: [] },
  };
  return [happened(setting, { type: 'ChallengeRaised', challenge })];
};

const openChallenge = ({ challenges }: Case, number: number): Challenge | Refusal => {
  const found = challenges.find((each) => each.number === number);
  if (found && isOpen(found)) return found;
  // Those answered long ago are in the events alone, but their numbers are taken.
  if (number >= 1 && number < nextNumber(challenges)) return refuse('already-done', 'This has been answered already.');
  return refuse('nobody-by-that-name', 'There is no such disagreement on this case. Load the page again.');
};

/** Tells the person that it has come and who looks at it. */
export const acknowledgeChallenge = (setting: Setting, { number }: CommandOf<'acknowledge-challenge'>): Decision => {
  const challenge = openChallenge(setting.state, number);
  if ('refused' in challenge) return challenge;
  return challenge.acknowledged ? [] : [happened(setting, { type: 'ChallengeAcknowledged', number })];
};

/** Answers it, always with reasons (I-06). Refuses whoever made the decision it is about. */
export const answerChallenge = (setting: Setting, command: CommandOf<'answer-challenge'>): Decision => {
  const { number, outcome } = command;
  const challenge = openChallenge(setting.state, number);
  if ('refused' in challenge) return challenge;
  const reasons = command.reasons.trim();
  if (reasons === '') return refuse('reasons-needed', 'Give the reasons. The person reads them.');
  if (reasons.length > LONGEST_REASONS) return refuse('answer-not-valid', 'Use 4,000 letters or fewer for the reasons.');
  if (challenge.madeBy?.includes(setting.by.id))
    return refuse('own-decision', 'You made what this is about. Ask a colleague to look at it with fresh eyes.');
  return [happened(setting, { type: 'ChallengeAnswered', number, outcome, reasons })];
};
