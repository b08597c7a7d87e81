/** “I don’t agree” in words: what it can be about, how it can end, where it stands. For the person’s pages, staff pages and the history. */
import { formatDate, type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { answerBy, type Challenge, type ChallengeAbout, type ChallengeOutcome, isMissed } from '../../../lib/domain/challenge.ts';

/** As the end of “I do not agree with …”. */
export const ABOUT_WORDS: Readonly<Record<ChallengeAbout, string>> = {
  decision: 'a decision',
  figure: 'a figure',
  line: 'one line of a figure',
  plan: 'the plan',
  budget: 'the budget',
  delay: 'how long it takes',
  record: 'what is written down',
  'something-else': 'something else',
};

export const OUTCOME_WORDS: Readonly<Record<ChallengeOutcome, string>> = {
  changed: 'We change it',
  'partly-changed': 'We change a part of it',
  stands: 'It stays as it was',
};

/** What it is about, with the line or the record where it was named. @example 'One line of a figure: Washing' */
export const aboutWords = ({ about, detail }: Pick<Challenge, 'about' | 'detail'>): string => {
  const words = ABOUT_WORDS[about];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${detail ? `: ${detail}` : ''}`;
};

const late = (dueOn: IsoDate): string =>
  `We said we would do this by ${formatDate(dueOn)}. We did not keep to that, and we are sorry.`;

/** Whether we have it: by whom and when, or by when we promised to say so. A missed day is said to be missed. */
export const acknowledgedWords = (challenge: Challenge, today: IsoDate): string => {
  const { dueOn } = challenge.acknowledge;
  const done = challenge.acknowledged ?? challenge.answer;
  const missed = isMissed(dueOn, done?.at, today) ? ` ${late(dueOn)}` : '';
  if (done) return `${done.by.name} told you on ${formatDate(toIsoDate(new Date(done.at)))} that we have it.${missed}`;
  return missed ? missed.trim() : `We tell you by ${formatDate(dueOn)} that we have it.`;
};

/** When the answer came, or by when it is to come. */
export const answeredWords = (challenge: Challenge, bankHolidays: readonly IsoDate[], today: IsoDate): string => {
  const dueOn = answerBy(challenge, bankHolidays);
  const missed = dueOn !== undefined && isMissed(dueOn, challenge.answer?.at, today) ? ` ${late(dueOn)}` : '';
  const { answer } = challenge;
  if (answer) return `${answer.by.name} answered on ${formatDate(toIsoDate(new Date(answer.at)))}.${missed}`;
  if (missed) return missed.trim();
  return dueOn ? `We answer by ${formatDate(dueOn)}.` : 'When we tell you that we have it, we tell you when we will answer.';
};
