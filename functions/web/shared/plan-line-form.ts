/**
 * One line of a plan as a form of its own has it: the fields as typed text, and the line they amount to. Money is typed in pounds and kept
 * in pence. Who holds the money and what is shared in a pool are chosen elsewhere, so they are kept as they were.
 */

import { NEED_CODES } from '../../../lib/domain/eligibility.ts';
import { parsePounds } from '../../../lib/domain/money.ts';
import { LONGEST_NOT_AGREED, SupportItem } from '../../../lib/domain/plan.ts';
import type { SupportKind } from '../../../lib/domain/support-rules.ts';
import { dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { list, type Typed, text } from '../page.ts';
import { poundsTyped } from './pounds-typed.ts';
import { boxes, dayIn } from './three-box-date.ts';

export const NO_LINE: Typed = { per: 'week' };

/** A stored line as its form would send it. */
export const lineTyped = ({ unitPence, starts, ends, ...item }: SupportItem): Typed => ({
  what: item.what,
  provider: item.provider,
  kind: item.kind ?? '',
  units: item.units,
  unit: item.unit,
  per: item.per ?? 'week',
  price: poundsTyped(unitPence),
  meets: item.meets,
  notAgreed: item.notAgreed ?? '',
  ...boxes('starts', dateParts(starts)),
  ...boxes('ends', dateParts(ends)),
});

const MESSAGES: Readonly<Record<string, readonly [field: string, message: string]>> = {
  what: ['what', 'Write what this is. Use 200 letters or fewer.'],
  provider: ['provider', 'Use 120 letters or fewer.'],
  kind: ['kind', 'Choose the kind of support from the list.'],
  units: ['units', 'Write how many, such as 3 or 3.5.'],
  unit: ['unit', 'Choose what it is counted in.'],
  per: ['per', 'Choose how often.'],
  unitPence: ['price', 'Write a price in pounds, such as 21.45. If you do not know it, put 0.'],
  meets: ['meets', 'Choose at least one thing this helps with.'],
  notAgreed: ['notAgreed', `Use ${LONGEST_NOT_AGREED} letters or fewer.`],
  ends: ['ends', 'It cannot end before it starts. Check both dates.'],
};
const TOO_DEAR = 'One cannot cost more than £100,000. Check the price.';

const filled = <F extends string>(field: F, value: string) => (value === '' ? {} : { [field]: value });

type Around = {
  /** The line as it was; absent for a new one. */
  readonly before: SupportItem | undefined;
  /** The kinds of support that can be chosen; absent where the nation has no list. */
  readonly kinds: readonly SupportKind[] | undefined;
};

const lineValue = (typed: Typed, { before, kinds }: Around, days: { starts?: string; ends?: string }) => {
  const at = (field: string) => text(typed, field).replaceAll('\r\n', '\n').trim();
  const kind = kinds ? at('kind') : (before?.kind ?? '');
  return {
    ...(before?.route && { route: before.route }),
    ...(before?.share && { share: before.share }),
    what: at('what'),
    provider: at('provider'),
    ...filled('kind', kind),
    units: at('units'),
    unit: at('unit'),
    per: at('per'),
    unitPence: parsePounds(at('price')),
    meets: NEED_CODES.filter((code) => list(typed, 'meets').includes(code)),
    ...filled('notAgreed', at('notAgreed')),
    ...days,
  };
};

/**
 * The line, or one message for each field that is not in order. A kind may still be open, and a price may be 0: a plan need not be
 * complete to be saved.
 */
export const readLine = (typed: Typed, around: Around): { readonly item: SupportItem } | { readonly errors: FieldErrors } => {
  const [starts, ends] = [dayIn(typed, 'starts'), dayIn(typed, 'ends')];
  const days = {
    ...(starts.date && { starts: starts.date }),
    ...(ends.date && { ends: ends.date }),
  };
  const value = lineValue(typed, around, days);
  const errors: Record<string, string> = {};
  const parsed = SupportItem.safeParse(value);
  for (const { path } of parsed.success ? [] : parsed.error.issues) {
    const [field, message] = MESSAGES[String(path[0])] ?? ['what', 'Check this line.'];
    errors[field] ??= field === 'price' && value.unitPence !== undefined ? TOO_DEAR : message;
  }
  const kind = 'kind' in value ? value.kind : '';
  const known = kind === '' || !around.kinds || around.kinds.some(({ id }) => id === kind);
  if (!known) errors.kind = 'Choose the kind of support from the list.';
  if (starts.message) errors.starts = starts.message;
  if (ends.message) errors.ends = ends.message;
  return parsed.success && Object.keys(errors).length === 0 ? { item: parsed.data } : { errors };
};
