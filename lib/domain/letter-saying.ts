/**
 * The parts letters are made of: placeholders, blocks, and what one event says with them. Which event can say what is `letter-event.ts`;
 * the words around it are the council's (`letter.ts`).
 */
import type { PersonalBudget } from './approval.ts';
import { formatDate, type IsoDate } from './calendar.ts';
import type { Case } from './case.ts';
import type { Challenge } from './challenge.ts';
import type { Configuration } from './configuration.ts';
import type { Alternative } from './decline.ts';
import type { NeedCode } from './eligibility.ts';
import type { Allocation, CaseEvent } from './event.ts';
import type { WhatTheyPay } from './finances.ts';
import type { Plan } from './plan.ts';

/** Placeholders that every letter and part may use. */
export const COMMON = ['name', 'reference', 'date', 'council', 'team', 'phone', 'email', 'address', 'hours'] as const;
const OWN = [
  'by',
  'due',
  'missed-date',
  'step',
  'figure',
  'guide',
  'review-date',
  'who',
  'until',
  'sent',
  'you-pay',
  'we-pay',
  'starts',
] as const;
export type Own = (typeof OWN)[number];
export type Placeholder = (typeof COMMON)[number] | Own;
export const PLACEHOLDERS: readonly string[] = [...COMMON, ...OWN];

/** What an event holds beside words. `reasons` and `words` are shown as they were written. */
export const BLOCKS = [
  'reasons',
  'words',
  'needs',
  'assessment',
  'working',
  'plan',
  'statement',
  'contribution',
  'alternatives',
] as const;
export type Block = (typeof BLOCKS)[number];

/** One answer of an assessment: the area, what was agreed, and why where that is not what the person had said. */
export type Agreed = { readonly area: string; readonly answer: string; readonly note: string };

export type LetterBlock =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'typed'; readonly words: string }
  | { readonly kind: 'needs'; readonly needs: readonly NeedCode[] }
  | { readonly kind: 'assessment'; readonly agreed: readonly Agreed[] }
  | { readonly kind: 'working'; readonly allocation: Allocation }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'statement'; readonly budget: PersonalBudget }
  | { readonly kind: 'contribution'; readonly pays: WhatTheyPay }
  | { readonly kind: 'alternatives'; readonly alternatives: readonly Alternative[] };

/** What one event says: the way it is, the values it has, what it holds. What is empty is left out. */
export type Saying = {
  readonly variant: string;
  readonly values: Partial<Record<Own | 'date', string | undefined>>;
  readonly blocks: Partial<Record<Block, LetterBlock | undefined>>;
};

export type Around = {
  readonly state: Case;
  readonly configuration: Configuration;
  /** Every one there had been by then, with what was known of each. */
  readonly challenges: readonly Challenge[];
  /** The person asked for Easy Read. */
  readonly easy: boolean;
};

export const typed = (words: string | undefined): LetterBlock | undefined =>
  words?.trim() ? { kind: 'typed', words } : undefined;
export const day = (date: IsoDate | undefined): string | undefined => date && formatDate(date);
/** Whoever did it, by name; the council's own machinery has none. */
export const doer = ({ by }: CaseEvent): string | undefined => (by.role === 'system' ? undefined : by.name);
