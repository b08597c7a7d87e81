/** Inviting somebody to help, letting them in, recording that papers were seen, taking an invitation back. */
import { toIsoDate } from '../calendar.ts';
import {
  actsForThem,
  type Grant,
  grantOf,
  type Invitation,
  isOverMoneyOnly,
  lastDayFault,
  MOST_PEOPLE,
  mayTakeBack,
  standingOf,
} from '../circle.ts';
import type { CommandOf } from '../command.ts';
import { voiceOf } from '../fact.ts';
import { sectionsOf } from '../form.ts';
import { refuse } from '../refusal.ts';
import { type Decision, happened, type Setting, signed } from './setting.ts';

/** Whoever acts for the person passes on neither that power nor more time than they have themselves. */
const passesOnTooMuch = ({ state, by, role, now }: Setting, invitation: Invitation): string | undefined => {
  if (role !== 'representative') return undefined;
  const own = grantOf(state.circle, by.id, toIsoDate(now));
  if (actsForThem(invitation))
    return 'Only the person or our team can invite someone to act for them. Call us and we will sort it out.';
  return own && invitation.until > own.until ? 'Choose a day no later than the last day you were invited for.' : undefined;
};

const invitationFault = (setting: Setting, invitation: Invitation): string | undefined => {
  const { state, configuration, now } = setting;
  const today = toIsoDate(now);
  const lastDay = lastDayFault(invitation.until, today);
  if (lastDay) return lastDay;
  if (invitation.id === state.person.id) return 'You do not need to invite yourself.';
  if (state.circle.filter((grant) => standingOf(grant, today) !== 'over').length >= MOST_PEOPLE)
    return 'You have invited as many people as we can show. Take someone off the list first.';
  const sections = configuration.forms.flatMap((form) => (form.for === 'person' ? sectionsOf(form).map(({ id }) => id) : []));
  if (invitation.sections !== 'all' && !invitation.sections.every((id) => sections.includes(id)))
    return 'Choose the parts from the list on the page.';
  // A power over money alone opens no door to somebody's care; what the person picks, they may.
  if (isOverMoneyOnly(invitation) && invitation.sections === 'all')
    return 'They decide about money only, so pick the parts they need, and not all of it.';
  return passesOnTooMuch(setting, invitation);
};

/**
 * Invites one person to all or some parts until a day. Refuses a day that is past or too far off, a part there is not, and a power that
 * the one who invites could not pass on. The same invitation twice is one.
 */
export const invitePerson = (setting: Setting, { invitation }: CommandOf<'invite-person'>): Decision => {
  const { state, now } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed, so there is nothing to help with.');
  if (state.circle.some(({ id }) => id === invitation.id)) return [];
  const fault = invitationFault(setting, invitation);
  if (fault) return refuse('invitation-not-valid', fault);
  const byCouncil = voiceOf(setting.role) === 'staff' ? { byCouncil: true as const } : {};
  const grant: Grant = { ...invitation, invitedBy: signed(setting.by), invitedAt: now.toISOString(), ...byCouncil };
  return [happened(setting, { type: 'PersonInvited', grant })];
};

/** The invited person came through their link. Coming again changes nothing. */
export const joinCircle = ({ state, by, ...setting }: Setting): Decision => {
  const grant = grantOf(state.circle, by.id, toIsoDate(setting.now));
  return grant && !grant.joinedAt ? [happened({ ...setting, by }, { type: 'PersonJoined', id: grant.id })] : [];
};

const NOBODY = 'There is nobody by that name here. Load the page again and look at the list.';

/** A worker has seen the power of attorney, the order or the appointment. Consent needs no papers. */
export const recordAuthoritySeen = (setting: Setting, { id }: CommandOf<'record-authority-seen'>): Decision => {
  const grant = setting.state.circle.find((each) => each.id === id);
  if (!grant || standingOf(grant, toIsoDate(setting.now)) === 'over') return refuse('nobody-by-that-name', NOBODY);
  if (grant.as !== 'representative' || grant.authority === 'consent')
    return refuse('invitation-not-valid', 'No papers are needed for this person: the one they help has said yes.');
  return grant.seenBy ? [] : [happened(setting, { type: 'AuthoritySeen', id })];
};

/** Takes an invitation back, from this moment. */
export const removePerson = (setting: Setting, { id }: CommandOf<'remove-person'>): Decision => {
  const { role, by, state } = setting;
  if (role === 'helper' && id !== by.id) return refuse('not-allowed', 'Only the person can take someone else off the list.');
  const grant = state.circle.find((each) => each.id === id);
  if (!grant) return refuse('nobody-by-that-name', NOBODY);
  if (!mayTakeBack(role, by.id, grant))
    return refuse('not-allowed', 'Only the person or our team can take this person off the list. Call us if you are worried.');
  return grant.ended ? [] : [happened(setting, { type: 'PersonRemoved', id })];
};
