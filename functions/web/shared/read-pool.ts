/** What was typed about something paid for together: the command it amounts to, or one message for each field that is not in order. */
import type { IsoDate } from '../../../lib/domain/calendar.ts';
import type { Household } from '../../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../../lib/domain/household-command.ts';
import { parsePounds } from '../../../lib/domain/money.ts';
import { newestTerms, type Pool, PoolContent } from '../../../lib/domain/pool.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { count, type Typed, text } from '../page.ts';
import { readDate } from './read-date.ts';
import { canShare, partsField } from './together-pool-forms.tsx';

export type PoolRead =
  | { readonly command: HouseholdCommand; readonly field?: string | undefined }
  | { readonly errors: FieldErrors };

/** Whose page it is, and whether a worker writes it down. */
export type Around = {
  readonly caseId: string;
  readonly staff: boolean;
  readonly household: Household;
  readonly pool?: Pool | undefined;
};

const words = (typed: Typed, field: string): string => text(typed, field).replaceAll('\r\n', '\n').trim();

type Day = { readonly date?: IsoDate; readonly message?: string };
const dayIn = (typed: Typed, name: string): Day => {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => text(typed, `${name}-${part}`).trim());
  if (!day && !month && !year) return {};
  const read = readDate(day ?? '', month ?? '', year ?? '');
  return 'date' in read ? { date: read.date } : { message: read.message };
};
/** A day that must be there. */
const needed = (day: Day): Day => (day.date || day.message ? day : { message: 'Write the day, such as 27 3 2027.' });

/** Those whose parts the form asks for. */
const askedFor = ({ household, pool, caseId }: Around) =>
  canShare(household, pool?.kind ?? household.members.find((member) => member.caseId === caseId)?.kind);

const sharesIn = (typed: Typed, around: Around) =>
  askedFor(around)
    .map((member) => ({ caseId: member.caseId, typed: text(typed, partsField(member.caseId)).trim() }))
    .filter((share) => share.typed !== '' && share.typed !== '0')
    .map((share) => ({ caseId: share.caseId, parts: /^\d{1,5}$/.test(share.typed) ? Number(share.typed) : Number.NaN }));

const MONEY = 'Write an amount in pounds and pence, such as 60 or 60.50.';

/** The terms, or what to put right beside each field. */
const readContent = (typed: Typed, around: Around): { content: PoolContent } | { errors: FieldErrors } => {
  const [from, until] = [needed(dayIn(typed, 'from')), dayIn(typed, 'until')];
  const shares = sharesIn(typed, around);
  const first = partsField(askedFor(around)[0]?.caseId ?? around.caseId);
  const wholePence = parsePounds(text(typed, 'whole'));
  const errors: Record<string, string> = {
    ...(from.message ? { from: from.message } : {}),
    ...(until.message ? { until: until.message } : {}),
    ...(wholePence === undefined ? { whole: MONEY } : {}),
  };
  const value = {
    description: words(typed, 'description'),
    wholePence: wholePence ?? 1,
    shares,
    startsOn: from.date ?? '2000-01-01',
    ...(until.date && { endsOn: until.date }),
  };
  const parsed = PoolContent.safeParse(value);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const share = shares[Number(path[1])];
    const field = path[0] === 'shares' ? (share ? partsField(share.caseId) : first) : FIELDS[String(path[0])];
    errors[field ?? 'description'] ??=
      share && path[0] === 'shares' ? 'Parts are whole numbers from 1, such as 1 or 2.' : message;
  }
  return parsed.success && Object.keys(errors).length === 0 ? { content: parsed.data } : { errors };
};
const FIELDS: Readonly<Record<string, string>> = {
  description: 'description',
  wholePence: 'whole',
  startsOn: 'from',
  endsOn: 'until',
};

const readStart = (typed: Typed, around: Around): PoolRead => {
  const [name, purpose] = [words(typed, 'name'), words(typed, 'purpose')];
  const read = readContent(typed, around);
  const errors: FieldErrors = {
    ...(name === '' || name.length > 80 ? { name: 'Give it a name of up to 80 letters.' } : {}),
    ...(purpose === '' || purpose.length > 500 ? { purpose: 'Say what it is for, in up to 500 letters.' } : {}),
    ...('errors' in read ? read.errors : {}),
  };
  if ('errors' in read || Object.keys(errors).length > 0) return { errors };
  return { command: { type: 'start-pool', name, purpose, content: read.content } };
};

const readMoney = (typed: Typed, number: number, { caseId, staff }: Around): PoolRead => {
  const kind = text(typed, 'kind');
  const who = staff ? text(typed, 'who') : caseId;
  const [pence, what, day] = [parsePounds(text(typed, 'amount')), words(typed, 'what'), needed(dayIn(typed, 'on'))];
  const errors: FieldErrors = {
    ...(kind === 'in' || kind === 'spent' ? {} : { kind: 'Choose if it was put in or spent.' }),
    ...(kind === 'in' && who === '' ? { who: 'Choose who put it in.' } : {}),
    ...(pence ? {} : { amount: MONEY }),
    ...(what === '' || what.length > 200 ? { what: 'Say what it was, in up to 200 letters.' } : {}),
    ...(day.message ? { on: day.message } : {}),
  };
  if ((kind !== 'in' && kind !== 'spent') || !pence || !day.date || Object.keys(errors).length > 0) return { errors };
  const movement = { kind, pence, what, on: day.date, ...(kind === 'in' && { caseId: who }) } as const;
  return { command: { type: 'record-pool-money', number, movement }, field: kind === 'spent' ? 'amount' : 'on' };
};

const SAID = 'Write down what they said, in their own words.';

const readLeave = (typed: Typed, number: number, { staff }: Around): PoolRead => {
  const day = needed(dayIn(typed, 'leave'));
  const said = words(typed, 'leave-said');
  if (day.message || !day.date) return { errors: { leave: day.message ?? '' } };
  if (staff && said === '') return { errors: { 'leave-said': SAID } };
  return { command: { type: 'leave-pool', number, from: day.date, words: said }, field: 'leave' };
};

const readEnd = (typed: Typed, number: number, basedOn: number): PoolRead => {
  const day = needed(dayIn(typed, 'last'));
  return day.date
    ? { command: { type: 'end-pool', number, basedOn, lastDay: day.date }, field: 'last' }
    : { errors: { last: day.message ?? '' } };
};

/** What the form asks for. `version` is the one that was read when the form was drawn. */
export const readPool = (typed: Typed, around: Around): PoolRead => {
  const { pool, staff } = around;
  const deed = text(typed, 'deed');
  if (!pool) return readStart(typed, around);
  const { number } = pool;
  const version = count(typed, 'version') ?? newestTerms(pool).version;
  if (deed === 'money') return readMoney(typed, number, around);
  if (deed === 'leave') return readLeave(typed, number, around);
  if (deed === 'end') return readEnd(typed, number, version);
  if (deed === 'agree') {
    const said = words(typed, 'agree-said');
    if (staff && said === '') return { errors: { 'agree-said': SAID } };
    return { command: { type: 'agree-pool', number, version, words: said }, field: staff ? 'agree-said' : undefined };
  }
  const read = readContent(typed, around);
  return 'errors' in read ? read : { command: { type: 'change-pool', number, basedOn: version, content: read.content } };
};
