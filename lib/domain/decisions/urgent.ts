/** Help that cannot wait: starting it on three facts, from any stage, and ending it with reasons. */
import { addDays, toIsoDate } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import { refuse } from '../refusal.ts';
import { isGoing, MOST_URGENT, startFault } from '../urgent-support.ts';
import { type Decision, happened, type Setting, signed } from './setting.ts';

/**
 * Starts support at once (s.19(3)): nothing has to have been assessed, found eligible or paid for. Refuses only a closed case, a day that
 * is not soon, and more at once than anybody could keep in mind.
 */
export const startUrgentSupport = (setting: Setting, { content }: CommandOf<'start-urgent-support'>): Decision => {
  const { state, by, now, configuration } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed. Open a new one, then start the help there.');
  const today = toIsoDate(now);
  const fault = startFault(content.startsOn, today);
  if (fault) return refuse('urgent-not-valid', fault);
  if (state.urgent.filter(isGoing).length >= MOST_URGENT)
    return refuse('urgent-not-valid', 'Five kinds of urgent help go on already. End one that is not needed, or write a plan.');
  const from = content.startsOn > today ? content.startsOn : today;
  const urgent = {
    ...content,
    number: Math.max(0, ...state.urgent.map(({ number }) => number)) + 1,
    startedBy: signed(by),
    startedAt: now.toISOString(),
    lookAgainBy: addDays(from, configuration.council.urgentLookAgainDays),
  };
  return [happened(setting, { type: 'UrgentSupportStarted', urgent })];
};

/** Ends it, with reasons the person reads: what takes its place, or why it is not needed any more. */
export const endUrgentSupport = (setting: Setting, { number, reasons }: CommandOf<'end-urgent-support'>): Decision => {
  const found = setting.state.urgent.find((each) => each.number === number);
  if (!found) return refuse('nobody-by-that-name', 'There is no such help here. Load the page again.');
  if (!isGoing(found)) return [];
  if (reasons.trim() === '') return refuse('reasons-needed', 'Say why it ends, or what takes its place. The person reads it.');
  return [happened(setting, { type: 'UrgentSupportEnded', number, reasons: reasons.trim() })];
};
