/**
 * A plan as typed text, as the staff's form has it: what each field is called, the draft of a stored plan, the draft that was posted. A
 * line or risk nobody began is none. What the text amounts to is `plan-form.ts`.
 */
import type { Case } from '../../../lib/domain/case.ts';
import { NEED_CODES, type NeedCode } from '../../../lib/domain/eligibility.ts';
import { MOST_LINES, MOST_RISKS, type SupportItem } from '../../../lib/domain/plan.ts';
import { list, type Typed, text } from '../page.ts';
import { dayText } from '../shared/one-line-date.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { written } from './read-plainly.ts';

const LINE_TEXTS = [
  'what',
  'provider',
  'kind',
  'unit',
  'units',
  'per',
  'price',
  'route',
  'starts',
  'ends',
  'share',
  'notAgreed',
] as const;
export type LineText = (typeof LINE_TEXTS)[number];
export type LineDraft = Readonly<Record<LineText, string>> & { readonly meets: readonly string[] };

const WAY_TEXTS = ['how', 'reason', 'owner', 'lookAgainOn'] as const;
export type WayText = (typeof WAY_TEXTS)[number];
export type WayDraft = { readonly outcome: NeedCode } & Readonly<Record<WayText, string>>;

const RISK_TEXTS = ['matters', 'couldGoWrong', 'helps', 'agreedBy', 'lookAgainOn'] as const;
export type RiskText = (typeof RISK_TEXTS)[number];
export type RiskDraft = Readonly<Record<RiskText, string>>;

const WORDS = ['goals', 'strengths', 'backUp', 'advice'] as const;
export type PlanWords = (typeof WORDS)[number];

export type PlanDraft = Readonly<Record<PlanWords, string>> & {
  readonly forNowUntil: string;
  readonly lines: readonly LineDraft[];
  readonly ways: readonly WayDraft[];
  readonly risks: readonly RiskDraft[];
};

export const lineField = (place: number, part: keyof LineDraft): string => `line-${place + 1}-${part}`;
export const wayField = (outcome: NeedCode, part: WayText): string => `need-${outcome}-${part}`;
export const riskField = (place: number, part: RiskText): string => `risk-${place + 1}-${part}`;

/** What is chosen before anybody has: every week, and nothing about who holds the money. */
const UNTOUCHED: Partial<LineDraft> = { per: 'week' };
const blank = <T extends string>(names: readonly T[]): Record<T, string> =>
  Object.fromEntries(names.map((name) => [name, ''])) as Record<T, string>;
export const EMPTY_LINE: LineDraft = { ...blank(LINE_TEXTS), ...UNTOUCHED, meets: [] };
export const EMPTY_RISK: RiskDraft = blank(RISK_TEXTS);

const lineOf = ({ unitPence, units, meets, share, starts, ends, ...item }: SupportItem): LineDraft => ({
  what: item.what,
  provider: item.provider,
  kind: item.kind ?? '',
  unit: item.unit,
  units,
  per: item.per ?? 'week',
  price: poundsTyped(unitPence),
  route: item.route ?? '',
  starts: dayText(starts),
  ends: dayText(ends),
  share: share ? `${share.household}:${share.pool}` : '',
  notAgreed: item.notAgreed ?? '',
  meets,
});

export const draftOf = ({ plan }: Case): PlanDraft => ({
  goals: plan?.goals ?? '',
  strengths: plan?.strengths ?? '',
  backUp: plan?.backUp ?? '',
  advice: plan?.advice ?? '',
  forNowUntil: dayText(plan?.forNowUntil),
  lines: (plan?.items ?? []).map(lineOf),
  ways: (plan?.otherWays ?? []).map(({ outcome, how, reason, owner, lookAgainOn }) => {
    return { outcome, how, reason, owner: owner ?? '', lookAgainOn: dayText(lookAgainOn) };
  }),
  risks: (plan?.risks ?? []).map((risk) => ({ ...risk, lookAgainOn: dayText(risk.lookAgainOn) })),
});

const begun = ({ meets, ...line }: LineDraft): boolean =>
  meets.length > 0 || LINE_TEXTS.some((part) => line[part].trim() !== '' && line[part] !== UNTOUCHED[part]);

const lineFrom = (typed: Typed, place: number): LineDraft => {
  const texts = Object.fromEntries(LINE_TEXTS.map((part) => [part, text(typed, lineField(place, part))]));
  return { ...(texts as Record<LineText, string>), meets: list(typed, lineField(place, 'meets')) };
};

const wayFrom = (typed: Typed, outcome: NeedCode): WayDraft => {
  const texts = Object.fromEntries(WAY_TEXTS.map((part) => [part, written(typed, wayField(outcome, part))]));
  return { outcome, ...(texts as Record<WayText, string>) };
};

const riskFrom = (typed: Typed, place: number): RiskDraft =>
  Object.fromEntries(RISK_TEXTS.map((part) => [part, written(typed, riskField(place, part))])) as RiskDraft;

const places = (most: number): number[] => Array.from({ length: most + 1 }, (_none, place) => place);
const some = (texts: object): boolean => Object.values(texts).some((each) => typeof each === 'string' && each.trim() !== '');

/** What was typed, without the lines that were to be removed and those nobody began. */
export const draftFrom = (typed: Typed): PlanDraft => {
  const removed = text(typed, 'remove');
  return {
    ...(Object.fromEntries(WORDS.map((name) => [name, written(typed, name)])) as Record<PlanWords, string>),
    forNowUntil: text(typed, 'forNowUntil'),
    lines: places(MOST_LINES)
      .filter((place) => String(place + 1) !== removed)
      .map((place) => lineFrom(typed, place))
      .filter(begun),
    ways: NEED_CODES.map((outcome) => wayFrom(typed, outcome)).filter(({ outcome: _need, ...texts }) => some(texts)),
    risks: places(MOST_RISKS)
      .filter((place) => `risk-${place + 1}` !== removed)
      .map((place) => riskFrom(typed, place))
      .filter(some),
  };
};
