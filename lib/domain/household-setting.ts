/**
 * What every decision about people who plan together is made from: the household, who acts for which member, the time; and the small
 * steps they share. Decides nothing by itself.
 */
import type { Role } from './actor.ts';
import type { Relation } from './circle.ts';
import type { Signed } from './event.ts';
import { type Household, type HouseholdEvent, isIn, type Member, memberOf } from './household.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Who acts, in which role, and for which member: their own case, or the one whose words a worker writes down. */
export type Acting = {
  readonly by: Signed;
  readonly role: Role;
  readonly caseId: string;
  /** What somebody invited is to the person. */
  readonly as?: Relation | undefined;
};
export type HouseholdSetting = { readonly household: Household; readonly acting: Acting; readonly now: Date };
export type HouseholdDecision = HouseholdEvent[] | Refusal;
type Unsigned = HouseholdEvent extends infer E ? (E extends HouseholdEvent ? Omit<E, 'at' | 'by'> : never) : never;

export const LONGEST_SAID = 1000;

/** The event with who and when. */
export const noted = ({ acting, now }: Pick<HouseholdSetting, 'acting' | 'now'>, event: Unsigned): HouseholdEvent =>
  ({ ...event, at: now.toISOString(), by: { ...acting.by, role: acting.role } }) as HouseholdEvent;

/** Of those around the person, only somebody who decides for them says yes or no in their place (I-13); not whoever helps or steers for now. */
export const maySayYes = (as: Acting['as']): boolean => as === undefined || as === 'representative';

/** Whether `acting` may say yes for the member, and with what words; the words themselves where they may. */
export const saidYes = ({ role, as }: Acting, words: string): string | Refusal => {
  const said = words.trim();
  if (said.length > LONGEST_SAID) return refuse('answer-not-valid', 'Use 1,000 letters or fewer.');
  if (!maySayYes(as))
    return refuse(
      'not-allowed',
      'Only the person, or somebody with the power to decide for them, can say yes. Help them to say it.',
    );
  if (role === 'assessor' && said === '') return refuse('reasons-needed', 'Write down what the person said, in their own words.');
  return said;
};

/**
 * Whether `acting` may take back or end something for the member, and with what words; the words themselves where they may. Nobody is
 * kept in, but nobody is taken out by somebody who only helps or steers for now either.
 */
export const saidNo = ({ role, as }: Acting, words: string): string | Refusal => {
  const said = words.trim().slice(0, LONGEST_SAID);
  if (!maySayYes(as))
    return refuse(
      'not-allowed',
      'Only the person, or somebody with the power to decide for them, can end this. Help them to say it, or ask their worker to write down their words.',
    );
  if (role === 'assessor' && said === '') return refuse('reasons-needed', 'Write down what the person said, in their own words.');
  return said;
};

/** The member who acts or is acted for, once they are in. */
export const actingMember = ({ household, acting }: HouseholdSetting): Member | Refusal => {
  const member = memberOf(household, acting.caseId);
  if (member && isIn(member)) return member;
  return refuse('not-in-household', 'This person has not said yes to planning together. Ask them first.');
};
