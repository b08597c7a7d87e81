/**
 * A moment as people in the council's time zone write it. Not a calendar: working days and deadlines are `lib/domain`'s.
 * Called by the timeline's template and by pages that show when something happened.
 */
const ZONE = 'Europe/London';
const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: 'numeric', minute: '2-digit', hour12: true });

/**
 * GOV.UK style: no leading noughts, "am" and "pm" close to the figure, no minutes on the hour.
 * @example readableTime('2026-07-01T08:30:00Z') // '1 July 2026 at 9:30am' (British Summer Time)
 * @example readableTime('2026-04-03T00:00:00Z', 'date') // '3 April 2026'
 */
export function readableTime(moment: string, type: 'datetime' | 'date' = 'datetime'): string {
  const at = new Date(moment);
  if (type === 'date') return DAY.format(at);
  const part = Object.fromEntries(CLOCK.formatToParts(at).map(({ type: name, value }) => [name, value]));
  const minutes = part.minute === '00' ? '' : `:${part.minute}`;
  const hour = part.hour === '0' ? '12' : part.hour;
  return `${DAY.format(at)} at ${hour}${minutes}${(part.dayPeriod ?? '').toLowerCase().replace(/\W/g, '')}`;
}
