/**
 * After people who plan together have changed something: whoever's agreed budget counted on a share that stops holding gets a review, in
 * the council's name, so that nobody is left short in silence. A case underway is left alone: there its shares are checked before it
 * goes on.
 */
import { SYSTEM } from '../domain/actor.ts';
import { toIsoDate } from '../domain/calendar.ts';
import { type Household, type HouseholdEvent, poolOf, replayHousehold } from '../domain/household.ts';
import type { SupportItem } from '../domain/plan.ts';
import { type Pool, shareBreaksOn } from '../domain/pool.ts';
import { type ActPorts, act } from './act.ts';

/** A pool before and after what happened. */
type Changed = { readonly was: Pool; readonly now: Pool };

/** Nothing else that happens changes what is in force. */
const changedPools = (household: Household, events: readonly HouseholdEvent[]): Changed[] => {
  const numbers = new Set(
    events.flatMap((event) => (event.type === 'PoolLeft' || event.type === 'PoolAgreed' ? [event.number] : [])),
  );
  const before = numbers.size > 0 ? replayHousehold(household.events.slice(0, -events.length)) : undefined;
  return [...numbers].flatMap((number) => {
    const [was, now] = [before && poolOf(before, number), poolOf(household, number)];
    return was && now ? [{ was, now }] : [];
  });
};

/** The change brings the day nearer on which this line's share stops holding, and the line still runs then. */
const cutsShort = ({ was, now }: Changed, caseId: string, { share, ends }: SupportItem, today: string): boolean => {
  if (!share) return false;
  const [before, after] = [was, now].map((pool) => shareBreaksOn(pool, caseId, share.pence, today));
  return after !== undefined && (before === undefined || after < before) && (ends === undefined || ends >= after);
};

const sentence = (names: readonly string[]): string =>
  `Something you pay for together has changed: ${names.join(', ')}. Your support goes on while we look at it with you.`;

type Happened = { readonly household: Household; readonly events: readonly HouseholdEvent[] };

const tellOne = async (ports: ActPorts, { id }: Household, changes: readonly Changed[], caseId: string): Promise<void> => {
  try {
    const stored = await ports.cases.load(caseId);
    if (stored?.case.state !== 'supported') return;
    const { items } = stored.case.agreed.plan;
    const today = toIsoDate(ports.clock());
    const names = changes
      .filter((change) =>
        items.some(
          (item) =>
            item.share?.household === id && item.share.pool === change.now.number && cutsShort(change, caseId, item, today),
        ),
      )
      .map(({ now }) => now.name);
    if (names.length === 0) return;
    const acted = await act(ports, { caseId, command: { type: 'ask-for-review', reasons: sentence(names) }, by: SYSTEM });
    // A review that is open already looks at this too.
    const open = !acted.done && acted.why === 'refused' && acted.refusal.refused === 'already-done';
    if (!acted.done && !open) ports.log('a review of a shared cost was not opened', { caseId, why: acted.why });
  } catch (cause) {
    // What the people decided stands; one case that cannot be opened must not keep the others waiting.
    ports.log('a review of a shared cost was not opened', { caseId, why: cause instanceof Error ? cause.name : 'unknown' });
  }
};

/**
 * Opens a review for each sharer whose support is in place on a share that stops holding sooner than it did before `events`, the leaver
 * among them. Never throws; doing it twice is doing it once.
 */
export const tellSharers = async (ports: ActPorts, { household, events }: Happened): Promise<void> => {
  const changes = changedPools(household, events);
  const sharers = changes.flatMap(({ now }) => now.versions.flatMap(({ shares }) => shares.map(({ caseId }) => caseId)));
  await Promise.all([...new Set(sharers)].map((caseId) => tellOne(ports, household, changes, caseId)));
};
