/**
 * What is decided about people who plan together: command + household + who acts for which member + now → events, or a refusal. Each
 * says yes for themself, by whoever acts for them, or by a worker who writes down their words. Pools are `decide-pool.ts`.
 */
import { toIsoDate } from './calendar.ts';
import { agreePool, changePool, endPool, isGoing, leaveAllPools, leavePool, startPool } from './decide-pool.ts';
import { recordPoolMoney } from './decide-pool-money.ts';
import { type Household, type HouseholdEvent, isIn, memberOf, membersIn, type NewMember, poolOf } from './household.ts';
import type { HouseholdCommand, HouseholdCommandOf } from './household-command.ts';
import {
  type Acting,
  actingMember,
  type HouseholdDecision,
  type HouseholdSetting,
  noted,
  saidNo,
  saidYes,
} from './household-setting.ts';
import { type Refusal, refuse } from './refusal.ts';

export const MOST_MEMBERS = 12;
export const MOST_EVENTS = 500;
export const LONGEST_TOLD = 2000;
const LONGEST_NAME = 80;
/** One item of the table holds it all; words of a conversation leave room for what has to be agreed. */
const MOST_BYTES = { any: 280_000, message: 200_000 } as const;
const MOST_BEFORE_MESSAGE = 400;

const bytesOf = (events: readonly HouseholdEvent[]): number => new TextEncoder().encode(JSON.stringify(events)).length;

/** What takes something away is never refused for want of room: going is a right. */
const GOING: readonly HouseholdCommand['type'][] = ['take-back', 'leave-household', 'leave-pool'];

/** Whoever is on their way out of a pool already has gone: another day of it takes room like anything else. */
const goesAnew = (household: Household | undefined, events: readonly HouseholdEvent[]): boolean =>
  events.some((event) => {
    const pool = event.type === 'PoolLeft' && household ? poolOf(household, event.number) : undefined;
    return event.type === 'PoolLeft' && pool !== undefined && isGoing(pool, event.caseId);
  });

const roomFault = (household: Household | undefined, type: HouseholdCommand['type'], events: readonly HouseholdEvent[]) => {
  const going = GOING.includes(type) && !(type === 'leave-pool' && goesAnew(household, events));
  if (going || events.length === 0) return undefined;
  const all = [...(household?.events ?? []), ...events];
  const message = type === 'write-to-household';
  const most = message ? MOST_BEFORE_MESSAGE : MOST_EVENTS;
  if (all.length <= most && bytesOf(all) <= MOST_BYTES[message ? 'message' : 'any']) return undefined;
  return refuse(
    'no-more-room',
    'There is no more room here. Write to us on your own page, and we will start a new one with you.',
  );
};

const memberFault = (members: readonly NewMember[]): Refusal | undefined => {
  if (new Set(members.map(({ caseId }) => caseId)).size !== members.length)
    return refuse('already-done', 'This person is here already. Choose somebody else.');
  if (members.length > MOST_MEMBERS)
    return refuse('no-more-room', `Up to ${MOST_MEMBERS} people can plan together. Start another one for the others.`);
  return undefined;
};

const NOT_ASKED = 'Ask the person first, and write down what they said: their name is shown to the others.';

const openHousehold = (
  { id, name, members }: HouseholdCommandOf<'open-household'>,
  setting: Omit<HouseholdSetting, 'household'>,
): HouseholdDecision => {
  const { acting } = setting;
  const called = name.trim();
  if (called === '' || called.length > LONGEST_NAME) return refuse('answer-not-valid', 'Give it a name of up to 80 letters.');
  if (members.length < 2) return refuse('answer-not-valid', 'Planning together takes two people or more. Add somebody.');
  const fault = memberFault(members);
  if (fault) return fault;
  if (!members.some(({ caseId }) => caseId === acting.caseId))
    return refuse('not-in-household', 'Start this from the case of somebody who is in it.');
  if (acting.role === 'assessor') {
    if (!members.every(({ words }) => words?.trim())) return refuse('reasons-needed', NOT_ASKED);
    return [noted(setting, { type: 'HouseholdOpened', id, name: called, members })];
  }
  // A person says yes for themself and for nobody else: the others are asked on their own pages.
  const own = saidYes(acting, '');
  if (typeof own !== 'string') return own;
  const askedOnly = members.map(({ words: _words, ...member }) => member);
  return [
    noted(setting, { type: 'HouseholdOpened', id, name: called, members: askedOnly }),
    noted(setting, { type: 'MemberJoined', caseId: acting.caseId, words: own }),
  ];
};

const addMember = (setting: HouseholdSetting, { member }: HouseholdCommandOf<'add-member'>): HouseholdDecision => {
  const { household, acting } = setting;
  const here = household.members.filter(({ leftAt }) => !leftAt);
  const fault = memberFault([...here, member]);
  if (fault) return fault;
  if (acting.role === 'assessor')
    return member.words?.trim() ? [noted(setting, { type: 'MemberAsked', member })] : refuse('reasons-needed', NOT_ASKED);
  const by = actingMember(setting);
  if ('refused' in by) return by;
  const { words: _words, ...askedOnly } = member;
  return [noted(setting, { type: 'MemberAsked', member: askedOnly })];
};

const joinHousehold = (setting: HouseholdSetting, { words }: HouseholdCommandOf<'join-household'>): HouseholdDecision => {
  const member = memberOf(setting.household, setting.acting.caseId);
  if (!member) return refuse('not-in-household', 'Nobody has asked this person to plan together. Ask the team to add them.');
  if (isIn(member)) return [];
  const said = saidYes(setting.acting, words);
  if (typeof said !== 'string') return said;
  return [noted(setting, { type: 'MemberJoined', caseId: member.caseId, words: said })];
};

const agreeTo = (setting: HouseholdSetting, { what, words }: HouseholdCommandOf<'agree-to'>): HouseholdDecision => {
  const member = actingMember(setting);
  if ('refused' in member) return member;
  if (member.agreed[what]) return [];
  const said = saidYes(setting.acting, words);
  if (typeof said !== 'string') return said;
  const { caseId } = member;
  const { as } = setting.acting;
  return [noted(setting, { type: 'AgreementGiven', caseId, what, words: said, ...(as && { as }) })];
};

const takeBack = (setting: HouseholdSetting, { what, words }: HouseholdCommandOf<'take-back'>): HouseholdDecision => {
  const member = actingMember(setting);
  if ('refused' in member) return member;
  if (!member.agreed[what]) return [];
  const said = saidNo(setting.acting, words);
  if (typeof said !== 'string') return said;
  return [noted(setting, { type: 'AgreementTakenBack', caseId: member.caseId, what, ...(said && { words: said }) })];
};

/** Goes, or says no to being asked. What they share with the others ends today, and what is theirs of it is paid out. */
const leaveHousehold = (setting: HouseholdSetting, { words }: HouseholdCommandOf<'leave-household'>): HouseholdDecision => {
  const { household, acting, now } = setting;
  const member = memberOf(household, acting.caseId);
  if (!member) return [];
  const said = saidNo(acting, words);
  if (typeof said !== 'string') return said;
  const pools = leaveAllPools(setting, toIsoDate(now));
  return [...pools, noted(setting, { type: 'MemberLeft', caseId: member.caseId, words: said })];
};

const writeTo = (setting: HouseholdSetting, { words }: HouseholdCommandOf<'write-to-household'>): HouseholdDecision => {
  const { household, acting } = setting;
  const said = words.trim();
  if (said === '') return refuse('answer-not-valid', 'Write your message first.');
  if (said.length > LONGEST_TOLD) return refuse('answer-not-valid', 'Use 2,000 letters or fewer. You can send another message.');
  if (acting.role === 'assessor' || acting.role === 'approver') {
    if (membersIn(household).some(({ agreed }) => agreed.conversation))
      return [noted(setting, { type: 'HouseholdMessageWritten', words: said })];
    return refuse('not-in-household', 'Nobody has said yes to talking together yet. Write to each of them on their own page.');
  }
  const member = actingMember(setting);
  if ('refused' in member) return member;
  if (!member.agreed.conversation)
    return refuse('not-in-household', 'Say yes to talking together first. Then you can read and write here.');
  return [noted(setting, { type: 'HouseholdMessageWritten', caseId: member.caseId, words: said })];
};

const about = (setting: HouseholdSetting, command: Exclude<HouseholdCommand, { type: 'open-household' }>): HouseholdDecision => {
  switch (command.type) {
    case 'add-member':
      return addMember(setting, command);
    case 'join-household':
      return joinHousehold(setting, command);
    case 'agree-to':
      return agreeTo(setting, command);
    case 'take-back':
      return takeBack(setting, command);
    case 'leave-household':
      return leaveHousehold(setting, command);
    case 'write-to-household':
      return writeTo(setting, command);
    case 'start-pool':
      return startPool(setting, command);
    case 'change-pool':
      return changePool(setting, command);
    case 'agree-pool':
      return agreePool(setting, command);
    case 'leave-pool':
      return leavePool(setting, command);
    case 'end-pool':
      return endPool(setting, command);
    case 'record-pool-money':
      return recordPoolMoney(setting, command);
  }
};

const mayTry = ({ role }: Acting, { type }: HouseholdCommand): boolean =>
  role === 'person' || role === 'representative' || role === 'assessor' || (role === 'approver' && type === 'write-to-household');

/**
 * What `command` leads to. An empty list means that what was asked for is so already. Refuses `not-allowed` first; every other refusal
 * says what can be done instead.
 */
export const decideHousehold = (
  command: HouseholdCommand,
  household: Household | undefined,
  acting: Acting,
  now: Date,
): HouseholdDecision => {
  if (!mayTry(acting, command)) return refuse('not-allowed', 'You cannot do this. Ask the person, or whoever works with them.');
  if (command.type === 'open-household' && household) return refuse('already-done', 'These people plan together already.');
  if (command.type !== 'open-household' && !household)
    return refuse('not-in-household', 'Nobody plans together under that number. Load the page again.');
  const decided =
    command.type === 'open-household'
      ? openHousehold(command, { acting, now })
      : household && about({ household, acting, now }, command);
  if (!decided) return [];
  return 'refused' in decided ? decided : (roomFault(household, command.type, decided) ?? decided);
};
