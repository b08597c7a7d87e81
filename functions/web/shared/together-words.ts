/** What people who plan together can say yes to, in words for themselves and for staff; and how far it has got. */
import { combinedAllowed, type Household, type Member, membersIn, type Shared } from '../../../lib/domain/household.ts';

export const SHARED_WORDS: Readonly<Record<Shared, { readonly name: string; readonly means: string; readonly staff: string }>> = {
  conversation: {
    name: 'Talk together',
    means: 'You can read and write in one talk on this page. The others can read what you write there.',
    staff: 'Talk together in one conversation',
  },
  sharedFacts: {
    name: 'Tell us things once',
    means: 'When one of you has told us where you live, the others can use the same words.',
    staff: 'Share facts about the home',
  },
  combinedAssessment: {
    name: 'Look at what you need together',
    means: 'We talk with all of you in one go. You still get your own record, and we still decide for you alone.',
    staff: 'A combined assessment (Care Act 2014, s.12(5))',
  },
  combinedPlan: {
    name: 'Make your plans together',
    means: 'We write your plans side by side. You still have your own plan, and your own budget.',
    staff: 'A combined plan (Care Act 2014, s.25(11))',
  },
};

/** Names in a list, and “you” for whoever reads. @example namesOf(members, 'C-ADA1') // 'you and Cai Rees' */
export const namesOf = (members: readonly Pick<Member, 'person' | 'caseId'>[], reader?: string): string => {
  const names = members.map(({ person, caseId }) => (caseId === reader ? 'you' : person.name));
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
};

/** Whether all of them have said yes to something, or who has still to say it. */
export const standsWords = (household: Household, what: Shared, reader: string): string => {
  const waits = membersIn(household).filter(({ agreed }) => !agreed[what]);
  return waits.length === 0 ? 'All of you have said yes.' : `Not yet: ${namesOf(waits, reader)}.`;
};

/** For staff, what may be done together now. */
export const combinedWords = (household: Household, what: 'assessment' | 'plan'): string =>
  combinedAllowed(household, what)
    ? `A combined ${what} is possible: each of them has agreed. Each still has a record of their own.`
    : `No combined ${what}: not each of them has agreed.`;
