/** What administrators read about letters: when each is sent, what its placeholders stand for, what it can show. Words only. */
import type { LetterEvent } from '../../../lib/domain/letter-event.ts';
import type { Block, Placeholder } from '../../../lib/domain/letter-saying.ts';

/** Ends the sentence “It is written when …”. */
export const SENT_WHEN: Readonly<Record<LetterEvent, string>> = {
  StageFinished: 'somebody sends us their story',
  AssessmentConfirmed: 'it is decided whether they have needs that we must meet',
  AllocationMade: 'the up-front figure is worked out',
  PlanApproved: 'a plan is agreed',
  PlanReturned: 'a plan is sent back',
  FinancesRecorded: 'it is worked out what somebody pays',
  UrgentSupportStarted: 'urgent support begins',
  UrgentSupportEnded: 'urgent support ends',
  PromiseMissed: 'we miss a date we promised',
  ReviewOpened: 'a review begins',
  ReviewRecorded: 'a review is done',
  PersonInvited: 'somebody is let in to a case',
  PersonRemoved: 'somebody is let in no more',
  ChallengeAcknowledged: 'we have read that somebody disagrees',
  ChallengeAnswered: 'we answer somebody who disagrees',
  CaseClosed: 'a case is closed',
};

export const STANDS_FOR: Readonly<Record<Placeholder, string>> = {
  name: 'the person’s name',
  reference: 'the number of their case',
  date: 'the day the letter is written',
  council: 'the name of the council',
  team: 'the team that writes',
  phone: 'the team’s phone number',
  email: 'the team’s email address',
  address: 'the team’s address',
  hours: 'when the team can be reached',
  by: 'who did it, by name',
  due: 'the day we promise',
  'missed-date': 'the day that passed',
  step: 'what was to be done',
  figure: 'the amount',
  guide: 'the up-front figure',
  'review-date': 'the day it is looked at again',
  who: 'the person or provider it is about',
  until: 'the last day',
  sent: 'the day we got their words',
  'you-pay': 'what the person pays a week',
  'we-pay': 'what we pay a week',
  starts: 'the first day',
};

export const SHOWS: Readonly<Record<Block, string>> = {
  reasons: 'the reasons, as they were written',
  words: 'what was written, as it was written',
  needs: 'the needs that were found, as a list',
  assessment: 'what was agreed, area by area',
  working: 'how the figure was worked out, line by line',
  plan: 'the plan, with what each part costs',
  statement: 'the statement of the personal budget',
  contribution: 'how what they pay was worked out',
  alternatives: 'what could be done instead, need by need',
};

/** One of the ways an event can be. @example wayWords('agreed-at-once') // 'agreed at once' */
export const wayWords = (variant: string): string => variant.replaceAll('-', ' ');
