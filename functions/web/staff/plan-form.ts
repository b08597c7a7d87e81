/**
 * From the typed draft of a plan to the `PlanContent` it amounts to, or one message for each field that is not in order. Money is typed
 * in pounds and kept in pence, days are typed as people write them.
 */
import type { IsoDate } from '../../../lib/domain/calendar.ts';
import { parsePounds } from '../../../lib/domain/money.ts';
import { MOST_LINES, PlanContent, type PoolShare } from '../../../lib/domain/plan.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { readDay } from '../shared/one-line-date.ts';
import { type LineDraft, lineField, type PlanDraft, type RiskText, riskField, type WayText, wayField } from './plan-draft.ts';
import { type Place, type Read, readPlainly } from './read-plainly.ts';

/** A share of a pool that this case can claim, by what the form posts for it. */
export type OfferedShare = PoolShare & { readonly value: string; readonly label: string };

/** A day that was typed wrongly is not left out in silence: it stands in the way of saving. */
const dayOf = (typed: string): IsoDate | undefined => {
  const read = readDay(typed);
  return read === undefined ? undefined : 'date' in read ? read.date : 'not a day';
};

const shareOf = (draft: LineDraft, offered: readonly OfferedShare[]): PoolShare | undefined => {
  const found = offered.find(({ value }) => value === draft.share);
  return found && { household: found.household, pool: found.pool, pence: found.pence };
};

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;

const itemOf = (draft: LineDraft, offered: readonly OfferedShare[]) => {
  const { what, provider, unit, units, price, meets, kind, per, route, starts, ends, notAgreed } = draft;
  const share = shareOf(draft, offered);
  const optional = given({ kind, route, starts: dayOf(starts), ends: dayOf(ends), notAgreed, share });
  const often = per === 'week' || per === '' ? {} : { per };
  return { what, provider, unit, units: units.trim(), unitPence: parsePounds(price), meets: [...meets], ...often, ...optional };
};

const LINE: Readonly<Record<string, readonly [part: keyof LineDraft, message?: string]>> = {
  what: ['what', 'Say what this is'],
  provider: ['provider'],
  kind: ['kind', 'Choose what kind of support it is'],
  unit: ['unit', 'Choose what it is counted in'],
  units: ['units', 'Enter how many, such as 3 or 3.5'],
  per: ['per', 'Choose how often'],
  unitPence: ['price', 'Enter a price in pounds, such as 21.45'],
  meets: ['meets', 'Choose at least one need this meets'],
  route: ['route', 'Choose who holds the money'],
  starts: ['starts', 'Write a day, such as 30 November 2026'],
  ends: ['ends', 'Write a day that is not before the start, such as 30 November 2026'],
  share: ['share', 'Choose a share from the list'],
  notAgreed: ['notAgreed'],
};
const WAY: Readonly<Record<string, readonly [part: WayText, message: string]>> = {
  how: ['how', 'Choose how this need is looked after'],
  reason: ['reason', 'Say why, so that the person can read it'],
  owner: ['owner', 'Say who looks for a way'],
  lookAgainOn: ['lookAgainOn', 'Write a day, such as 30 November 2026'],
};
const RISK: Readonly<Record<string, readonly [part: RiskText, message: string]>> = {
  matters: ['matters', 'Say what it is for'],
  couldGoWrong: ['couldGoWrong', 'Say what could go wrong'],
  helps: ['helps', 'Say what helps'],
  agreedBy: ['agreedBy', 'Say who agreed to it'],
  lookAgainOn: ['lookAgainOn', 'Write a day, such as 30 November 2026'],
};

const TOO_DEAR = 'One unit cannot cost more than £100,000';

const inLine = (draft: PlanDraft, place: number, part: PropertyKey | undefined): ReturnType<Place> => {
  const [field, message] = LINE[String(part)] ?? (['what'] as const);
  const dear = field === 'price' && parsePounds(draft.lines[place]?.price ?? '') !== undefined;
  const said = dear ? TOO_DEAR : message;
  return { field: lineField(place, field), message: said && `${said}, line ${place + 1}.` };
};

const placeIn =
  (draft: PlanDraft): Place =>
  ([first, second, third]) => {
    const place = Number(second);
    if (first === 'items' && second !== undefined) return inLine(draft, place, third);
    const way = draft.ways[place];
    if (first === 'otherWays' && way) {
      const [part, message] = WAY[String(third)] ?? (['how', 'Choose how this need is looked after'] as const);
      return { field: wayField(way.outcome, part), message: `${message}.` };
    }
    if (first === 'risks' && second !== undefined) {
      const [part, message] = RISK[String(third)] ?? (['matters', 'Say what it is for'] as const);
      return { field: riskField(place, part), message: `${message}, risk ${place + 1}.` };
    }
    if (first === 'items') return { field: lineField(0, 'what'), message: `A plan has at most ${MOST_LINES} lines.` };
    if (first === 'forNowUntil') return { field: 'forNowUntil', message: 'Write a day, such as 30 November 2026.' };
    return typeof first === 'string' ? { field: first } : undefined;
  };

/** A share that is not offered (any more) is said, not passed over. */
const strayShares = (draft: PlanDraft, offered: readonly OfferedShare[]): FieldErrors =>
  Object.fromEntries(
    draft.lines.flatMap(({ share }, place) =>
      share !== '' && !offered.some(({ value }) => value === share)
        ? [[lineField(place, 'share'), `This share is not agreed by everybody, or has changed, line ${place + 1}.`]]
        : [],
    ),
  );

/** The plan, or what to put right. Refuses an amount that is not plainly pounds and pence. `offered`: the shares the case can claim. */
export const readPlan = (draft: PlanDraft, offered: readonly OfferedShare[] = []): Read<PlanContent> => {
  const { goals, strengths, backUp, advice, forNowUntil } = draft;
  const value = {
    goals,
    backUp,
    items: draft.lines.map((line) => itemOf(line, offered)),
    otherWays: draft.ways.map(({ outcome, how, reason, owner, lookAgainOn }) => {
      return { outcome, how, reason, ...given({ owner, lookAgainOn: dayOf(lookAgainOn) }) };
    }),
    ...given({ strengths, advice, forNowUntil: dayOf(forNowUntil) }),
    ...(draft.risks.length > 0 && {
      risks: draft.risks.map(({ lookAgainOn, ...risk }) => ({ ...risk, ...given({ lookAgainOn: dayOf(lookAgainOn) }) })),
    }),
  };
  const read = readPlainly(PlanContent, value, placeIn(draft));
  const stray = strayShares(draft, offered);
  if (Object.keys(stray).length === 0) return read;
  return { errors: { ...('errors' in read ? read.errors : {}), ...stray } };
};
