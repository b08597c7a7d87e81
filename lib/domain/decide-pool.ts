/**
 * Starting, changing, agreeing, leaving and ending a pool. A change is only ever offered: it is in force once everybody in it has
 * agreed. Leaving needs nobody's leave. The numbers are `pool.ts`; writing its money down is `decide-pool-money.ts`.
 */
import { addDays, formatDate, type IsoDate, toIsoDate } from './calendar.ts';
import { type HouseholdEvent, isIn, type Member, memberOf, poolOf } from './household.ts';
import type { HouseholdCommandOf } from './household-command.ts';
import {
  actingMember,
  type HouseholdDecision,
  type HouseholdSetting,
  maySayYes,
  noted,
  saidNo,
  saidYes,
} from './household-setting.ts';
import { hasShare, isAgreed, isOver, newestTerms, type Pool, PoolContent, type PoolTerms, waitsFor } from './pool.ts';
import { settledOn } from './pool-ledger.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The most that are open at once. */
export const MOST_POOLS = 20;
/** How far ahead terms can be agreed, in days. */
const FURTHEST_DAYS = 730;
const LONGEST_NAME = 80;
const LONGEST_PURPOSE = 500;

const APART =
  'A carer’s own money is never mixed with the money of the people they care for. Choose only people whose own support this is, or only carers.';

const todayOf = ({ now }: HouseholdSetting): IsoDate => toIsoDate(now);

const dayFault = (day: IsoDate, today: IsoDate): string | undefined => {
  if (day < today) return 'Choose today or a day still to come.';
  return day > addDays(today, FURTHEST_DAYS) ? 'Choose a day within the next two years.' : undefined;
};

const contentFault = (content: PoolContent, today: IsoDate): string | undefined => {
  const checked = PoolContent.safeParse(content);
  if (!checked.success) return checked.error.issues[0]?.message ?? 'Check what you wrote.';
  return dayFault(content.startsOn, today) ?? (content.endsOn && dayFault(content.endsOn, today));
};

type Terms = Pick<PoolTerms, 'version' | 'description' | 'wholePence' | 'shares' | 'startsOn' | 'endsOn'>;
const offered = ({ acting }: HouseholdSetting, terms: Terms): PoolTerms => ({ ...terms, proposedBy: acting.by, agreed: [] });

/** The terms that were asked for, with who carries them; or why they cannot be offered. */
const termsFrom = (
  setting: HouseholdSetting,
  content: PoolContent,
  version: number,
): { terms: PoolTerms; kind: Member['kind'] } | Refusal => {
  const fault = contentFault(content, todayOf(setting));
  if (fault) return refuse('answer-not-valid', fault);
  const sharers = content.shares.flatMap(({ caseId, parts }) => {
    const member = memberOf(setting.household, caseId);
    return member && isIn(member) ? [{ member, parts }] : [];
  });
  if (sharers.length < content.shares.length)
    return refuse(
      'not-in-household',
      'Only people who plan together can share this. Load the page again and choose from the list.',
    );
  const [kind, ...others] = new Set(sharers.map(({ member }) => member.kind));
  if (!kind || others.length > 0) return refuse('carer-kept-apart', APART);
  const shares = sharers.map(({ member: { caseId, person }, parts }) => ({
    caseId,
    personId: person.id,
    name: person.name,
    parts,
  }));
  const { description, wholePence, startsOn, endsOn } = content;
  return { terms: offered(setting, { version, description, wholePence, shares, startsOn, ...(endsOn && { endsOn }) }), kind };
};

/** Whoever offers terms for themself has agreed them; a worker's offer waits for everybody. */
const ownYes = (setting: HouseholdSetting, number: number, terms: PoolTerms): HouseholdEvent[] => {
  const { role, caseId, as } = setting.acting;
  if (role === 'assessor' || !maySayYes(as) || !hasShare(terms, caseId)) return [];
  return [noted(setting, { type: 'PoolAgreed', number, version: terms.version, caseId, words: '', ...(as && { as }) })];
};

const offersForThemself = ({ acting }: HouseholdSetting, terms: PoolTerms): Refusal | undefined =>
  acting.role === 'assessor' || hasShare(terms, acting.caseId)
    ? undefined
    : refuse('not-in-household', 'Give yourself at least one part, or ask your worker to start this for the others.');

export const startPool = (setting: HouseholdSetting, command: HouseholdCommandOf<'start-pool'>): HouseholdDecision => {
  const { household } = setting;
  const member = actingMember(setting);
  if ('refused' in member) return member;
  const [name, purpose] = [command.name.trim(), command.purpose.trim()];
  if (name === '' || name.length > LONGEST_NAME) return refuse('answer-not-valid', 'Give it a name of up to 80 letters.');
  if (purpose === '' || purpose.length > LONGEST_PURPOSE)
    return refuse('answer-not-valid', 'Say what it is for, in up to 500 letters.');
  if (household.pools.filter((pool) => !isOver(pool, todayOf(setting))).length >= MOST_POOLS)
    return refuse('no-more-room', `There can be ${MOST_POOLS} of these at once. End one that is not used.`);
  const made = termsFrom(setting, command.content, 1);
  if ('refused' in made) return made;
  const { terms, kind } = made;
  const number = household.pools.length + 1;
  const started = noted(setting, { type: 'PoolStarted', number, name, purpose, kind, terms });
  return offersForThemself(setting, terms) ?? [started, ...ownYes(setting, number, terms)];
};

const NO_POOL = 'There is nothing by that number that you pay for together. Load the page again.';

/** A pool that goes on, as it stands today, for somebody who is in the household. */
export const openPool = (setting: HouseholdSetting, number: number): Pool | Refusal => {
  const member = actingMember(setting);
  if ('refused' in member) return member;
  const found = poolOf(setting.household, number);
  if (!found) return refuse('not-in-household', NO_POOL);
  const pool = settledOn(found, todayOf(setting));
  return isOver(pool, todayOf(setting)) ? refuse('pool-changed', `“${pool.name}” has ended. Start a new one.`) : pool;
};

/** Changed since it was read, or on its way to an end that cannot be put off. */
const lateFault = (pool: Pool, basedOn: number): Refusal | undefined => {
  if (pool.closesFrom)
    return refuse('pool-changed', `Only one person is left from ${formatDate(pool.closesFrom)}, so this ends. Start a new one.`);
  if (newestTerms(pool).version === basedOn) return undefined;
  return refuse('pool-changed', 'Somebody has changed this since you opened it. Load the page again and read what is new.');
};

/** Everybody whom agreed terms have bound and who has not left since: nobody is dropped without their own word. */
const bound = ({ versions, leavings }: Pool): Set<string> =>
  new Set(
    versions
      .filter(isAgreed)
      .flatMap(({ version, shares }) =>
        shares.filter((share) => !leavings.some((gone) => gone.caseId === share.caseId && gone.version >= version)),
      )
      .map(({ caseId }) => caseId),
  );

/** Offers a new whole, other parts, or somebody more, from a day. What stood stays in force until everybody has agreed. */
export const changePool = (setting: HouseholdSetting, command: HouseholdCommandOf<'change-pool'>): HouseholdDecision => {
  const pool = openPool(setting, command.number);
  if ('refused' in pool) return pool;
  const late = lateFault(pool, command.basedOn);
  if (late) return late;
  const made = termsFrom(setting, command.content, newestTerms(pool).version + 1);
  if ('refused' in made) return made;
  const { terms, kind } = made;
  const going = pool.leavings.find(({ from }) => from > terms.startsOn);
  if (going) return refuse('pool-changed', `${going.name} leaves on ${formatDate(going.from)}. Choose that day or a later one.`);
  if (kind !== pool.kind) return refuse('carer-kept-apart', APART);
  const dropped = [...bound(pool)].find((caseId) => !hasShare(terms, caseId));
  const name = dropped && memberOf(setting.household, dropped)?.person.name;
  if (dropped) return refuse('share-not-agreed', `Only ${name} can take ${name} out of this. Give them at least one part.`);
  const changed = noted(setting, { type: 'PoolChanged', number: pool.number, terms });
  return offersForThemself(setting, terms) ?? [changed, ...ownYes(setting, pool.number, terms)];
};

/** Offers the same terms with a last day. Once everybody has agreed, all that is left is paid out after that day. */
export const endPool = (
  setting: HouseholdSetting,
  { number, basedOn, lastDay }: HouseholdCommandOf<'end-pool'>,
): HouseholdDecision => {
  const pool = openPool(setting, number);
  if ('refused' in pool) return pool;
  const { version, agreed: _agreed, proposedBy: _by, ...same } = newestTerms(pool);
  const today = todayOf(setting);
  const fault = dayFault(lastDay, today);
  if (fault) return refuse('answer-not-valid', fault);
  const startsOn = same.startsOn > today ? same.startsOn : today;
  if (lastDay < startsOn) return refuse('answer-not-valid', `Choose ${formatDate(startsOn)} or a later day.`);
  const terms = offered(setting, { ...same, version: version + 1, startsOn, endsOn: lastDay });
  const changed = noted(setting, { type: 'PoolChanged', number, terms });
  return lateFault(pool, basedOn) ?? offersForThemself(setting, terms) ?? [changed, ...ownYes(setting, number, terms)];
};

/** Says yes to the newest terms, and to no others. */
export const agreePool = (
  setting: HouseholdSetting,
  { number, version, words }: HouseholdCommandOf<'agree-pool'>,
): HouseholdDecision => {
  const pool = openPool(setting, number);
  if ('refused' in pool) return pool;
  const late = lateFault(pool, version);
  if (late) return late;
  const { acting } = setting;
  const terms = newestTerms(pool);
  if (!hasShare(terms, acting.caseId))
    return refuse('not-in-household', 'This person has no share in it, so there is nothing to agree.');
  if (!waitsFor(terms).some(({ caseId }) => caseId === acting.caseId)) return [];
  if (terms.endsOn && terms.endsOn < todayOf(setting))
    return refuse('pool-changed', 'The last day of this has passed. Choose a new one.');
  const said = saidYes(acting, words);
  if (typeof said !== 'string') return said;
  const { caseId, as } = acting;
  return [noted(setting, { type: 'PoolAgreed', number, version, caseId, words: said, ...(as && { as }) })];
};

/** The event of somebody going, with what is offered to the others: the same whole, by the parts that are left. */
const leaving = (setting: HouseholdSetting, pool: Pool, from: IsoDate, words: string): HouseholdEvent => {
  const { caseId } = setting.acting;
  const { version, agreed: _agreed, proposedBy: _by, ...same } = newestTerms(pool);
  const shares = same.shares.filter((share) => share.caseId !== caseId);
  const startsOn = same.startsOn > from ? same.startsOn : from;
  const goesOn = shares.length > 1 && (!same.endsOn || same.endsOn >= startsOn);
  const terms = goesOn ? offered(setting, { ...same, shares, version: version + 1, startsOn }) : undefined;
  return noted(setting, { type: 'PoolLeft', number: pool.number, caseId, from, words, ...(terms && { terms }) });
};

/** Whether this case has a part in what is offered or agreed. */
export const isSharer = (pool: Pool, caseId: string): boolean => hasShare(newestTerms(pool), caseId) || bound(pool).has(caseId);

/** Whether this case has said it goes, by `by` where a day is given, and has been offered no part since. */
export const isGoing = (pool: Pool, who: string, by?: IsoDate): boolean =>
  pool.leavings.some(
    ({ caseId, from, version }) => caseId === who && version >= newestTerms(pool).version && (by === undefined || from <= by),
  );

/** Goes, from a day. It needs nobody's yes: the old terms end for everybody that day, and the unspent share is paid out. */
export const leavePool = (
  setting: HouseholdSetting,
  { number, from, words }: HouseholdCommandOf<'leave-pool'>,
): HouseholdDecision => {
  const pool = openPool(setting, number);
  if ('refused' in pool) return pool;
  const { acting } = setting;
  if (!isSharer(pool, acting.caseId) || isGoing(pool, acting.caseId, from)) return [];
  const fault = dayFault(from, todayOf(setting));
  if (fault) return refuse('answer-not-valid', fault);
  const said = saidNo(acting, words);
  return typeof said === 'string' ? [leaving(setting, pool, from, said)] : said;
};

/** The same for everything somebody shares, when they leave the household. What they said is kept once, with that. */
export const leaveAllPools = (setting: HouseholdSetting, from: IsoDate): HouseholdEvent[] =>
  setting.household.pools
    .map((pool) => settledOn(pool, from))
    .filter((pool) => !isOver(pool, from) && isSharer(pool, setting.acting.caseId))
    .map((pool) => leaving(setting, pool, from, ''));
