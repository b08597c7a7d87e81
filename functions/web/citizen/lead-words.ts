/** Who leads the plan now, in words for the person; whoever reads it for them is told who “you” is. Rules are `lib/domain/lead.ts`. */
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { checkInIsDue, leadOn } from '../../../lib/domain/lead.ts';

type Now = { readonly case: Case; readonly now: Date };

/** Whoever works on it with the person now. */
const worker = (state: Case): string => (state.state === 'underway' && state.at.takenBy?.name) || 'our team';

/** @example leadWords(visit) // 'You and Priya Raman write this together.' */
export const leadWords = ({ case: state, now }: Now): string => {
  const lead = leadOn(state.lead, toIsoDate(now));
  if (lead.mode === 'person') return 'You lead this plan. Others can only propose a change.';
  if (lead.mode === 'shared') return `You and ${worker(state)} write this together.`;
  const until = state.lead?.checkInBy;
  return `${lead.who?.name ?? 'Someone'} leads this plan for now${until ? `, until ${formatDate(until)}` : ''}. You can take it back on any day.`;
};

/** Somebody took over for a while and that time is past: the plan is both sides' again. */
export const leadIsOver = ({ case: { lead }, now }: Now): string | undefined => {
  if (lead?.mode !== 'someone-for-now' || leadOn(lead, toIsoDate(now)).mode === 'someone-for-now') return undefined;
  return `${lead.who?.name ?? 'Someone'} led it${lead.checkInBy ? ` until ${formatDate(lead.checkInBy)}` : ''}. That time is over. If it was good, you can ask them again.`;
};

/** The question on the day to check in; nothing before it and once it is over. */
export const checkInQuestion = (at: Now): string | undefined => {
  const { lead } = at.case;
  if (!checkInIsDue(lead, toIsoDate(at.now)) || leadIsOver(at)) return undefined;
  return `Today we ask you: is it still right that ${lead?.who?.name ?? 'someone'} leads? If you do nothing, it ends today. Then it is as it was before.`;
};
