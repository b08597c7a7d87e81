/**
 * The working of what a person pays as text: its lines, its sum and what is said below it, for the person or for staff. Pages draw it
 * (`contribution-view.tsx`) and letters write it. It adds nothing up.
 */
import type { ContributionLine } from '../../../lib/domain/charging.ts';
import type { WhatTheyPay } from '../../../lib/domain/finances.ts';
import { formatPence } from '../../../lib/domain/money.ts';

/** `person`: it is their own, and the page says “you”. */
export type PaysAudience = 'person' | 'staff';

/** The domain speaks of the person; to themselves they are “you”. What is not here reads the same to everybody. */
const TO_THEM: readonly (readonly [ofThem: string, toThem: string])[] = [
  ['It is left to the person.', 'You keep it.'],
  ['so the person pays what the support costs', 'so you pay what the support costs'],
  ['The needs are looked at all the same.', 'We look at your needs all the same.'],
];

/** What is typed by somebody (a reason) is shown as it is: only the domain's own sentences are turned. */
const toAudience = (detail: string, audience: PaysAudience): string =>
  audience === 'staff' ? detail : TO_THEM.reduce((words, [ofThem, toThem]) => words.replace(ofThem, toThem), detail);

/** Where nothing is worked out, because somebody decided it: no charge, or the whole cost by choice. One line with a reason. */
export const isFlat = ({ lines }: WhatTheyPay): boolean => lines.length === 1;

/**
 * What they pay, in a few words; an estimate says that it is one.
 * @example paysWords({ pence: 5635, standing: 'estimate', lines }) // 'About £56.35 a week'
 * @example paysWords({ pence: 0, standing: 'decided', lines }) // 'Nothing'
 */
export const paysWords = ({ pence, standing }: Pick<WhatTheyPay, 'pence' | 'standing'>): string => {
  if (pence === 0) return standing === 'estimate' ? 'Nothing, as it looks now' : 'Nothing';
  return `${standing === 'estimate' ? 'About ' : ''}${formatPence(pence)} a week`;
};

export type ContributionWorking = {
  readonly lines: readonly { readonly label: string; readonly detail: string; readonly figure?: string | undefined }[];
  readonly total: { readonly label: string; readonly figure: string };
  /** Why that is the sum, and which year's limits were used. */
  readonly notes: readonly string[];
};

const BELOW: readonly ContributionLine['kind'][] = ['contribution', 'figures'];

const noteOf = ({ kind, label, detail }: ContributionLine): string => (kind === 'figures' ? `${label}: ${detail}` : detail);

/** The working in its parts. @example contributionWorking(pays, 'person').total // { label: 'To pay each week', figure: 'About £56.35' } */
export const contributionWorking = ({ pence, standing, lines }: WhatTheyPay, audience: PaysAudience): ContributionWorking => ({
  lines: lines
    .filter(({ kind }) => !BELOW.includes(kind))
    .map(({ label, detail, pence: figure }) => ({
      label,
      detail: toAudience(detail, audience),
      ...(figure === null ? {} : { figure: formatPence(figure) }),
    })),
  total: {
    label: lines.find(({ kind }) => kind === 'contribution')?.label ?? 'To pay each week',
    figure: `${standing === 'estimate' ? 'About ' : ''}${formatPence(pence)}`,
  },
  notes: lines.filter(({ kind }) => BELOW.includes(kind)).map((line) => toAudience(noteOf(line), audience)),
});
