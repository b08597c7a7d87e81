/** The words of a plan's parts: how much and how often, how a need is looked after, who holds the money. Drawn by `plan-view.tsx` and by the forms. */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { kindOfNeed } from '../../../lib/domain/eligibility.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import type { OtherWay, Per, SupportItem, Unit } from '../../../lib/domain/plan.ts';
import { itemOncePence, itemWeeklyPence } from '../../../lib/domain/plan-cost.ts';
import { type FundingRoute, sdsOptionOf } from '../../../lib/domain/support-rules.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { optionName } from './ways-words.ts';

const HOW_WORDS: Readonly<Record<OtherWay['how'], string>> = {
  carer: 'A carer does this, and is willing and able to go on',
  declined: 'The person does not want help with this',
  unmet: 'Nothing meets this yet',
};
const FOR_A_CARER: Readonly<Record<OtherWay['how'], string>> = {
  carer: 'Family or friends do this, and are willing and able to go on',
  declined: 'The carer does not want help with this',
  unmet: 'Nothing meets this yet',
};

/** How a need is looked after where no line does it. */
export const howWords = ({ how, outcome }: Pick<OtherWay, 'how' | 'outcome'>): string =>
  (kindOfNeed(outcome) === 'carer' ? FOR_A_CARER : HOW_WORDS)[how];

export const PER_WORDS: Readonly<Record<Per, string>> = {
  week: 'a week',
  fortnight: 'every two weeks',
  'four-weeks': 'every four weeks',
  month: 'a month',
  year: 'a year',
  once: 'just once',
};

/** @example unitsText('3.5', 'hour') // '3.5 hours' */
const unitsText = (count: string, unit: Unit): string => `${count} ${unit}${Number(count) === 1 ? '' : 's'}`;

type Priced = Pick<SupportItem, 'units' | 'unit' | 'unitPence'> & Partial<Pick<SupportItem, 'per'>>;

/**
 * @example priceWords({ units: '3.5', unit: 'hour', unitPence: 2145 }) // '3.5 hours a week at £21.45 an hour'
 * @example priceWords({ units: '1', unit: 'item', per: 'once', unitPence: 9500 }) // '1 item just once at £95.00 an item'
 */
export const priceWords = ({ units, unit, unitPence, per = 'week' }: Priced): string =>
  unit === 'week' && per === 'week'
    ? `${units} × ${formatPence(unitPence)} a week`
    : `${unitsText(units, unit)} ${PER_WORDS[per]} at ${formatPence(unitPence)} ${/^[aeiouh]/.test(unit) ? 'an' : 'a'} ${unit}`;

/** What a line costs, as the figure beside it: a week, or once. */
export const lineFigure = (item: SupportItem): string =>
  item.per === 'once' && !item.share ? `${formatPence(itemOncePence(item))} once` : formatPence(itemWeeklyPence(item));

/** A way to hold the money by its name in the council's rules, such as “Direct payment”. */
export const routeWords = ({ support }: Configuration, route: FundingRoute, reader: Reader = {}): string => {
  const offered = support?.routes.find((each) => each.route === route);
  return offered ? say(offered.name, reader) : route.replaceAll('-', ' ');
};

/**
 * In Scotland the law numbers what the ways of a whole plan come to; nothing elsewhere, and nothing before a way was chosen.
 * @example in Scotland: optionWords(configuration, ['direct-payment', 'council-managed']) // 'Option 4: a mix of these'
 */
export const optionWords = (
  { support }: Configuration,
  routes: readonly FundingRoute[],
  reader: Reader = {},
): string | undefined => {
  const number = support?.jurisdiction === 'SCT' ? sdsOptionOf(routes) : undefined;
  if (!support || number === undefined) return undefined;
  const found = [...support.routes, support.mix].find(({ sdsOption }) => sdsOption === number);
  return found && optionName(found, reader);
};

export const kindWords = ({ support }: Configuration, id: string, reader: Reader = {}): string => {
  const kind = support?.kinds.find((each) => each.id === id);
  return kind ? say(kind.name, reader) : id.replaceAll('-', ' ');
};

/** From when to when, where it is known. */
export const datesText = ({ starts, ends }: Pick<SupportItem, 'starts' | 'ends'>): string =>
  [starts && `from ${formatDate(starts)}`, ends && `to ${formatDate(ends)}`].filter(Boolean).join(' ');
