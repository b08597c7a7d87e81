/**
 * The plan between the page and the domain: lines and needs as typed text, and the `PlanContent` they amount to. A line nobody
 * began is no line; one left half filled is an error on its field. Money is typed in pounds and kept in pence.
 */
import type { Case } from '../../../lib/domain/case.ts';
import { NEED_CODES, NEEDS_OF, type NeedCode } from '../../../lib/domain/eligibility.ts';
import { formatPence, parsePounds } from '../../../lib/domain/money.ts';
import { PlanContent } from '../../../lib/domain/plan.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';
import { list, type Typed, text } from '../page.ts';
import { type Read, readPlainly, written } from './read-plainly.ts';

export type LineDraft = {
  readonly what: string;
  readonly provider: string;
  readonly unit: string;
  readonly units: string;
  readonly price: string;
  readonly meets: readonly string[];
};
export type WayDraft = { readonly outcome: NeedCode; readonly how: string; readonly reason: string };
export type PlanDraft = {
  readonly goals: string;
  readonly backUp: string;
  readonly lines: readonly LineDraft[];
  readonly ways: readonly WayDraft[];
};

export const lineField = (place: number, part: keyof LineDraft | 'remove'): string => `line-${place + 1}-${part}`;
export const wayField = (outcome: NeedCode, part: 'how' | 'reason'): string => `need-${outcome}-${part}`;

/** The domain's most lines; a form with more is not one of ours. */
const MOST_LINES = 40;
export const EMPTY_LINE: LineDraft = { what: '', provider: '', unit: '', units: '', price: '', meets: [] };

/**
 * The needs a plan has to answer for; all of its kind where none were named, so that a line can always say what it is for. (A carer
 * whose health is at risk has eligible needs without being unable to achieve any outcome.)
 */
export const needsOf = (state: Case, kind: CaseKind): readonly NeedCode[] => {
  const found: readonly NeedCode[] = state.assessment?.findings.unable ?? [];
  return found.length > 0 ? found : NEEDS_OF[kind].map(({ code }) => code);
};

/** @example poundsText(123450) // '1234.50': as typed, so that it reads back the same */
const poundsText = (pence: number): string => formatPence(pence).replace(/[£,]/g, '');

export const draftOf = ({ plan }: Case): PlanDraft => ({
  goals: plan?.goals ?? '',
  backUp: plan?.backUp ?? '',
  lines: (plan?.items ?? []).map(({ what, provider, unit, unitsPerWeek, unitPence, meets }) => {
    return { what, provider, unit, units: unitsPerWeek, price: poundsText(unitPence), meets };
  }),
  ways: plan?.otherWays ?? [],
});

const begun = ({ what, provider, unit, units, price, meets }: LineDraft): boolean =>
  [what, provider, unit, units, price, ...meets].some((each) => each.trim() !== '');

const lineFrom = (typed: Typed, place: number): LineDraft => {
  const at = (part: keyof LineDraft) => text(typed, lineField(place, part));
  const meets = list(typed, lineField(place, 'meets'));
  return { what: at('what'), provider: at('provider'), unit: at('unit'), units: at('units'), price: at('price'), meets };
};

/** What was typed, without the lines that were to be removed and those nobody began. */
export const draftFrom = (typed: Typed): PlanDraft => {
  const removed = text(typed, 'remove');
  const lines = Array.from({ length: MOST_LINES + 1 }, (_none, place) => place)
    .filter((place) => String(place + 1) !== removed)
    .map((place) => lineFrom(typed, place))
    .filter(begun);
  const ways = NEED_CODES.map((outcome) => {
    return { outcome, how: text(typed, wayField(outcome, 'how')), reason: written(typed, wayField(outcome, 'reason')) };
  });
  return {
    goals: written(typed, 'goals'),
    backUp: written(typed, 'backUp'),
    lines,
    ways: ways.filter(({ how, reason }) => how !== '' || reason.trim() !== ''),
  };
};

const itemOf = ({ what, provider, unit, units, price, meets }: LineDraft) => {
  return { what, provider, unit, unitsPerWeek: units.trim(), unitPence: parsePounds(price), meets: [...meets] };
};

const LINE_FIELDS: Readonly<Record<string, readonly [part: keyof LineDraft, message?: string]>> = {
  what: ['what', 'Say what this is'],
  provider: ['provider'],
  unit: ['unit', 'Choose what it is counted in'],
  unitsPerWeek: ['units', 'Enter how many a week, such as 3 or 3.5'],
  unitPence: ['price', 'Enter a price in pounds, such as 21.45'],
  meets: ['meets', 'Choose at least one need this meets'],
};
const WAY_FIELDS: Readonly<Record<string, readonly [part: 'how' | 'reason', message: string]>> = {
  how: ['how', 'Choose how this need is looked after'],
  reason: ['reason', 'Say why, so that the person can read it'],
};

const TOO_DEAR = 'One unit cannot cost more than £100,000';

/** The plan, or one message for each field that is not in order. Refuses an amount that is not plainly pounds and pence. */
export const readPlan = (draft: PlanDraft): Read<PlanContent> => {
  const value = { goals: draft.goals, backUp: draft.backUp, items: draft.lines.map(itemOf), otherWays: [...draft.ways] };
  return readPlainly(PlanContent, value, ([first, second, third]) => {
    const place = Number(second);
    if (first === 'items' && second !== undefined) {
      const [part, message] = LINE_FIELDS[String(third)] ?? ['what' as const];
      const dear = part === 'price' && parsePounds(draft.lines[place]?.price ?? '') !== undefined;
      const said = dear ? TOO_DEAR : message;
      return { field: lineField(place, part), message: said && `${said}, line ${place + 1}.` };
    }
    const way = draft.ways[place];
    if (first === 'otherWays' && way) {
      const [part, message] = WAY_FIELDS[String(third)] ?? ['how' as const, 'Choose how this need is looked after'];
      return { field: wayField(way.outcome, part), message: `${message}.` };
    }
    if (first === 'items') return { field: lineField(0, 'what'), message: `A plan has at most ${MOST_LINES} lines.` };
    return first === 'goals' || first === 'backUp' ? { field: first } : undefined;
  });
};
