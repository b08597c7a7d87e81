/**
 * What happened around a plan, in words: who led, what was proposed, urgent help, money. Part of `event-words.ts`, which has the rest.
 */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { AROUND_TYPES } from '../../../lib/domain/case-money.ts';
import type { EventOf } from '../../../lib/domain/event.ts';
import type { EventWords, Telling, Words } from './event-words.ts';

const FINANCES: Readonly<Record<EventOf<'FinancesRecorded'>['finances']['kind'], string>> = {
  figures: 'What may have to be paid was worked out',
  'no-charge': 'There is nothing to pay for this support',
  'pays-in-full': 'The whole cost is paid by choice',
};

const leadWords = ({ lead }: EventOf<'LeadArranged'>, { audience }: Telling): EventWords => {
  const whose = audience === 'person' ? 'You lead' : 'The person leads';
  const titles: Readonly<Record<typeof lead.mode, string>> = {
    person: `${whose} the plan`,
    shared: 'The plan is written together',
    'someone-for-now': `${lead.who?.name ?? 'Someone'} leads for now`,
  };
  const about = lead.checkInBy && `We ask about it again on or before ${formatDate(lead.checkInBy)}.`;
  return { title: titles[lead.mode], about, quoted: lead.words };
};

/** The words of each event around the plan. */
export const AROUND_THE_PLAN: { readonly [T in (typeof AROUND_TYPES)[number]]: Words<EventOf<T>> } = {
  PlanOffered: ({ agrees, words }, { audience }) => {
    const who = audience === 'person' ? 'You' : 'The person';
    return agrees
      ? { title: `The plan went on. ${who} ${audience === 'person' ? 'agree' : 'agrees'} with it` }
      : { title: `The plan went on. ${who} ${audience === 'person' ? 'do' : 'does'} not agree with all of it`, quoted: words };
  },
  LeadArranged: leadWords,
  ChangeProposed: ({ proposal }) => ({
    title: `A change to the plan was proposed by ${proposal.by.name}`,
    quoted: proposal.words,
  }),
  ProposalSettled: ({ taken, words }) => ({
    title: taken ? 'A proposed change was taken up' : 'A proposed change was not taken up',
    quoted: words,
  }),
  UrgentSupportStarted: ({ urgent }) => ({
    title: 'Help that could not wait was started',
    about: `From ${formatDate(urgent.startsOn)}, by ${urgent.who}. Looked at again on or before ${formatDate(urgent.lookAgainBy)}.`,
    quoted: urgent.what,
  }),
  UrgentSupportEnded: ({ reasons }) => ({ title: 'The help that could not wait ended', quoted: reasons }),
  FinancesRecorded: ({ finances, budget }) => ({
    title: FINANCES[finances.kind],
    about: budget ? 'The statement of the budget was made anew. The support stays the same.' : 'No support waits for this.',
  }),
  WaysExplained: () => ({ title: 'The ways to hold the money were gone through, side by side' }),
  MoneyArranged: ({ arrangement }) => ({
    title:
      arrangement.route === 'direct-payment'
        ? 'The conditions of a direct payment were written down'
        : 'The agreements of an Individual Service Fund were written down',
  }),
  AuditRecorded: ({ finding }, telling) =>
    telling.audience === 'person' ? undefined : { title: 'A plan agreed at once was read afterwards', quoted: finding },
};
