/** Who steers for now, what others propose, and what comes of it. */
import type { Role } from '../actor.ts';
import { formatDate, toIsoDate } from '../calendar.ts';
import { actsForThem, grantOf } from '../circle.ts';
import type { CommandOf } from '../command.ts';
import { holdsThePen, type LeadContent, leadFault, leadOn } from '../lead.ts';
import { isWaiting, LONGEST_PROPOSAL, MOST_PROPOSALS, nextProposal } from '../proposal.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Decision, happened, type Setting, signed } from './setting.ts';

const isTheirs = (role: Role): boolean => role === 'person' || role === 'representative';

/** Why somebody who does not hold the pen may not write; nothing where they do. */
export const penRefusal = ({ state, by, role, now }: Setting): Refusal | undefined =>
  holdsThePen(state.lead, { id: by.id, role }, toIsoDate(now))
    ? undefined
    : refuse(
        'not-your-pen',
        'Somebody else leads this plan now. Propose the change instead: whoever leads takes it up or says why not.',
      );

/** Whoever takes over is somebody the person let in, or the worker who writes it down. */
const isKnown = ({ state, by, role, now }: Setting, { who }: LeadContent): boolean =>
  !who || (who.id === by.id && !isTheirs(role)) || grantOf(state.circle, who.id, toIsoDate(now))?.sections === 'all';

/** Whoever was only asked to take over for now hands back and no more: they cannot make it longer for themself. */
const onlyLeads = ({ state, by, now }: Setting): boolean => {
  const grant = grantOf(state.circle, by.id, toIsoDate(now));
  return grant !== undefined && !actsForThem(grant);
};

/** A handover is the person's own word, whoever writes it down. Handing back to them needs none from whoever acts for them. */
const writtenForThem = ({ role }: Setting, { mode, words, canDecide }: LeadContent): Refusal | undefined => {
  if (role === 'person' || (role === 'representative' && mode !== 'someone-for-now')) return undefined;
  if (words === '') return refuse('lead-not-valid', 'Write down what the person said. Only their word changes who leads.');
  if (canDecide) return undefined;
  return refuse(
    'lead-not-valid',
    'Handing over is the person’s own decision. If they cannot make it, somebody with the papers for it acts for them. Record that under “People”.',
  );
};

/**
 * Changes who leads, from this moment. The person takes it back on any day and in any state; somebody else takes over only until a day to
 * check in. Refuses a helper who does not lead, a handover without the person's words, and a day that is past or too far off.
 */
export const arrangeLead = (setting: Setting, { content }: CommandOf<'arrange-lead'>): Decision => {
  const { state, by, now } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed, so there is nothing to lead.');
  if (onlyLeads(setting) && content.mode === 'someone-for-now')
    return refuse('not-your-pen', 'Only the person can change who leads. You can hand it back to them.');
  const fault = leadFault(content, toIsoDate(now));
  if (fault) return refuse('lead-not-valid', fault);
  if (!isKnown(setting, content))
    return refuse('lead-not-valid', 'Invite them to help with all of it first. Then they can take over for a while.');
  const grant = content.who && grantOf(state.circle, content.who.id, toIsoDate(now));
  if (grant && content.checkInBy && content.checkInBy > grant.until)
    return refuse('lead-not-valid', `Choose a day no later than the last day they were invited for, ${formatDate(grant.until)}.`);
  const unwritten = writtenForThem(setting, content);
  if (unwritten) return unwritten;
  const { mode, words, canDecide, who, checkInBy } = content;
  const was = leadOn(state.lead, toIsoDate(now)).mode;
  const before = was === 'someone-for-now' ? state.lead?.before : was;
  const taken = mode === 'someone-for-now' && who && checkInBy ? { who, checkInBy, ...(before && { before }) } : {};
  // Whoever only leads gives back what they were given, not more: a pen the person had for themself stays theirs.
  const given = onlyLeads(setting) && mode === 'shared' ? (before ?? 'shared') : mode;
  const lead = { mode: given, words, canDecide, ...taken, since: now.toISOString(), arrangedBy: signed(by) };
  return [happened(setting, { type: 'LeadArranged', lead })];
};

/** Says what should be different. It changes nothing by itself. */
export const proposeChange = (setting: Setting, { about, words }: CommandOf<'propose-change'>): Decision => {
  const { state, by, now } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed, so there is no plan to change.');
  const said = words.trim();
  if (said === '') return refuse('answer-not-valid', 'Write what you would change.');
  if (said.length > LONGEST_PROPOSAL || about.length > 200) return refuse('answer-not-valid', 'Use 1,000 letters or fewer.');
  if (state.proposals.filter(isWaiting).length >= MOST_PROPOSALS)
    return refuse('already-done', 'Many proposals wait already. Talk about those first.');
  const proposal = {
    number: nextProposal(state.proposals),
    about: about.trim(),
    words: said,
    by: signed(by),
    at: now.toISOString(),
  };
  return [happened(setting, { type: 'ChangeProposed', proposal })];
};

/** Whoever holds the pen takes a proposal up, or says why not. What changes in the plan is saved as the plan. */
export const settleProposal = (setting: Setting, { number, taken, words }: CommandOf<'settle-proposal'>): Decision => {
  const pen = penRefusal(setting);
  if (pen) return pen;
  const proposal = setting.state.proposals.find((each) => each.number === number);
  if (!proposal) return refuse('nobody-by-that-name', 'There is no such proposal here. Load the page again.');
  if (!isWaiting(proposal)) return [];
  const said = words.trim();
  if (!taken && said === '') return refuse('reasons-needed', 'Say why not, so that whoever proposed it knows.');
  if (said.length > LONGEST_PROPOSAL) return refuse('answer-not-valid', 'Use 1,000 letters or fewer.');
  return [happened(setting, { type: 'ProposalSettled', number, taken, words: said })];
};
