/**
 * Reads cases and their histories for what they teach: the newest ones, sixteen at a time, folded as they come, so that memory holds
 * sixteen cases however many there are. Changes nothing. What is counted is `evidence.ts` and `picture-counts.ts`.
 */
import type { Configuration } from '../../domain/configuration.ts';
import type { StageId } from '../../domain/stage.ts';
import { type Bundle, configurationOf } from '../configuration.ts';
import type { Clock, ClosedList, Configurations, Histories, ReviewList, WatchList } from '../ports.ts';
import type { Summary } from '../summary.ts';
import { type Evidence, evidenceOf, NOTHING_YET, type Tally, withCase } from './evidence.ts';
import {
  type CalibrationPoint,
  NO_PLACES,
  type PastFacts,
  type Places,
  type StageCount,
  stageCounts,
  withPlace,
} from './picture-counts.ts';
import { type Visit, type Way, wayOf } from './visits.ts';

export type GatherPorts = {
  readonly histories: Histories;
  readonly watching: WatchList;
  readonly reviews: ReviewList;
  readonly closed: ClosedList;
  readonly configurations: Pick<Configurations, 'version'>;
  readonly clock: Clock;
};

export type Gathered = {
  readonly at: string;
  /** Cases read, of how many there are: open ones all, closed ones as far as the list went. */
  readonly read: number;
  readonly of: number;
  /** The days on which the first and the last of the cases that were looked at were opened; nothing where there is none. */
  readonly opened?: { readonly from: string; readonly until: string } | undefined;
  /** Cases whose history could not be read. They are in no figure. */
  readonly unreadable: number;
  readonly evidence: Evidence;
  readonly stageCounts: readonly StageCount[];
  /** Cases opened in the last 365 days, by pathway; scaled up from those read where not all were. */
  readonly casesAYear: Readonly<Record<StageId, number>>;
  readonly calibration: readonly CalibrationPoint[];
  readonly past: readonly PastFacts[];
};

const MOST_READ = 1000;
const AT_ONCE = 16;
/** After every date. */
const EVER = '9999-12-31';

const everyCase = async ({ watching, reviews, closed }: GatherPorts, most: number): Promise<Summary[]> => {
  const lists = await Promise.all([
    watching.since('arriving', EVER),
    watching.since('waiting', EVER),
    watching.since('attention', EVER),
    reviews.dueBy(EVER),
    closed.newest(most),
  ]);
  // A case that moved while the lists were read may be on two of them.
  const byId = new Map(lists.flat().map((summary) => [summary.caseId, summary]));
  return [...byId.values()].sort(
    (one, other) => other.openedAt.localeCompare(one.openedAt) || one.caseId.localeCompare(other.caseId),
  );
};

type Versions = (version: string) => Promise<Bundle | undefined>;

/** Each version is fetched once, whatever the number of cases on it. */
const remembering = ({ configurations }: GatherPorts): Versions => {
  const known = new Map<string, Promise<Bundle | undefined>>();
  return (version) => {
    const found = known.get(version) ?? configurations.version(version).then((published) => published?.bundle);
    known.set(version, found);
    return found;
  };
};

type OneCase = { readonly way: Way; readonly configurationOf: (visit: Visit) => Configuration | undefined };

const readCase = async (caseId: string, { histories }: GatherPorts, versions: Versions): Promise<OneCase | undefined> => {
  const log = await histories.of(caseId);
  let way: Way;
  try {
    way = wayOf(log.map(({ event }) => event));
  } catch {
    // A log that cannot be is a fault to be found elsewhere; one such case must not hide what all the others teach.
    return undefined;
  }
  const needed = [...new Set(way.visits.map(({ configuration }) => configuration))];
  const bundles = new Map(await Promise.all(needed.map(async (version) => [version, await versions(version)] as const)));
  return {
    way,
    configurationOf: ({ configuration, pathway }) => {
      const bundle = bundles.get(configuration);
      return bundle?.pathways.some(({ id }) => id === pathway) ? configurationOf(bundle, pathway) : undefined;
    },
  };
};

type Folded = { readonly tally: Tally; readonly places: Places; readonly unreadable: number };

const withOne = (folded: Folded, read: OneCase | undefined, now: Date): Folded => {
  const state = read?.way.state;
  if (!read || !state) return { ...folded, unreadable: folded.unreadable + 1 };
  return {
    ...folded,
    tally: withCase(folded.tally, read.way, read.configurationOf),
    places: withPlace(folded.places, state, now),
  };
};

const YEAR_MS = 365 * 86_400_000;

/** Of the cases opened in a year, those read by pathway; where some were not read, as many again for each in proportion. */
const aYear = (places: Places, all: readonly Summary[], now: Date): Record<StageId, number> => {
  const since = new Date(now.getTime() - YEAR_MS).toISOString();
  const opened = all.filter(({ openedAt }) => openedAt >= since).length;
  const read = Object.values(places.openedInYear).reduce((sum, each) => sum + each, 0);
  const times = read === 0 ? 1 : Math.max(opened / read, 1);
  return Object.fromEntries(Object.entries(places.openedInYear).map(([pathway, count]) => [pathway, Math.round(count * times)]));
};

/** The newest is the first. */
const openedIn = (cases: readonly Summary[]): Gathered['opened'] => {
  const [newest, oldest] = [cases[0], cases.at(-1)];
  return newest && oldest && { from: oldest.openedAt, until: newest.openedAt };
};

/** What the newest `most` cases teach. Reads at most `most` histories, sixteen at a time. */
export const gatherEvidence = async (
  ports: GatherPorts,
  { most = MOST_READ }: { readonly most?: number } = {},
): Promise<Gathered> => {
  const now = ports.clock();
  const all = await everyCase(ports, most);
  const wanted = all.slice(0, Math.min(most, MOST_READ));
  const versions = remembering(ports);
  let folded: Folded = { tally: NOTHING_YET, places: NO_PLACES, unreadable: 0 };
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = wanted.slice(start, start + AT_ONCE);
    const read = await Promise.all(some.map(({ caseId }) => readCase(caseId, ports, versions)));
    folded = read.reduce<Folded>((before, each) => withOne(before, each, now), folded);
  }
  return {
    at: now.toISOString(),
    read: wanted.length - folded.unreadable,
    of: all.length,
    opened: openedIn(wanted),
    unreadable: folded.unreadable,
    evidence: evidenceOf(folded.tally),
    stageCounts: stageCounts(folded.places),
    casesAYear: aYear(folded.places, all, now),
    calibration: folded.places.calibration,
    past: folded.places.past,
  };
};

const FIVE_MINUTES_MS = 5 * 60_000;

/**
 * The same for pages: worked out once in five minutes by each process, and once for everybody who asks meanwhile. A failure is not
 * kept: whoever asks next tries again.
 */
export const rememberedEvidence = (ports: GatherPorts, asked: { readonly most?: number } = {}): (() => Promise<Gathered>) => {
  let held: { readonly until: number; readonly gathered: Promise<Gathered> } | undefined;
  return () => {
    const now = ports.clock().getTime();
    if (held && now < held.until) return held.gathered;
    const gathered = gatherEvidence(ports, asked);
    const mine = { until: now + FIVE_MINUTES_MS, gathered };
    held = mine;
    gathered.catch(() => {
      if (held === mine) held = undefined;
    });
    return gathered;
  };
};
