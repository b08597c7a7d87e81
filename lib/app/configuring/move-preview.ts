/** What moving the open cases to a version would do to each of them, before anybody decides it. Nothing is changed. */
import { type StageId, stageOf } from '../../domain/stage.ts';
import type { Verdict } from '../../pathway/migrate.ts';
import type { Bundle } from '../configuration.ts';
import type { Cases, Log, ReviewList, WatchList } from '../ports.ts';
import type { Summary } from '../summary.ts';
import { inBatches } from './move-job.ts';
import { type VerdictPorts, verdictOf } from './move-verdict.ts';
import { openCases } from './open-cases.ts';

export type PreviewPorts = VerdictPorts & {
  readonly cases: Pick<Cases, 'load'>;
  readonly watchList: WatchList;
  readonly reviews: ReviewList;
  readonly log: Log;
};

/** By its number: whoever moves cases reads no names. `stage`: where it is now. `next`: the stage it would move to, by its title there. */
export type PreviewedCase = {
  readonly caseId: string;
  readonly state: Summary['state'];
  readonly openedAt: string;
  readonly stage?: { readonly id: StageId; readonly title: string } | undefined;
  readonly next?: { readonly id: StageId; readonly title: string } | undefined;
  readonly choices?: readonly { readonly id: StageId; readonly title: string }[] | undefined;
  readonly verdict: Verdict;
};

export type MovePreview = {
  readonly to: string;
  readonly rows: readonly PreviewedCase[];
  /** Of all cases that were looked at, not of this page only. */
  readonly counts: Readonly<Record<Verdict['kind'], number>>;
  readonly looked: number;
  /** There are more open cases than were looked at. */
  readonly more: boolean;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
};

/** As many are looked at; beyond that a page would take too long, and a job looks at every one all the same. */
const MOST_PREVIEWED = 2_000;
const PREVIEW_ROWS = 50;

const FAULT: Verdict = { kind: 'better-left', why: 'The case cannot be read just now. It stays as it is.' };

const previewed = async (ports: PreviewPorts, to: Bundle, summary: Summary): Promise<PreviewedCase> => {
  const { caseId, state, openedAt, stage } = summary;
  const line = { caseId, state, openedAt, ...(stage && { stage: { id: stage.id, title: stage.title } }) };
  try {
    const stored = await ports.cases.load(caseId);
    if (!stored) return { ...line, verdict: FAULT };
    const verdict = await verdictOf(ports, stored.case, to);
    const route = to.pathways.find(({ id }) => id === stored.case.pathway);
    const named = (id: StageId) => ({ id, title: (route && stageOf(route, id)?.title) ?? id });
    return {
      ...line,
      verdict,
      ...(verdict.kind === 'moves' && { next: named(verdict.to) }),
      ...(verdict.kind === 'needs-person' && { choices: verdict.choices.map(named) }),
    };
  } catch (cause) {
    // One case that cannot be read hides no other.
    ports.log('a case could not be previewed', { caseId, error: cause instanceof Error ? cause.name : 'unknown' });
    return { ...line, verdict: FAULT };
  }
};

/** Those that need somebody first, then what changes most: the order in which they are read. */
const ORDER: readonly Verdict['kind'][] = ['needs-person', 'better-left', 'moves', 'same-place', 'on-it-already'];

/**
 * Every open case with where it would be on `to`, a published version or a draft, `PREVIEW_ROWS` a page, those that need a person first.
 * It looks at no more than `most` cases and says when there are more.
 */
export const previewMove = async (ports: PreviewPorts, to: Bundle, page = 1, most = MOST_PREVIEWED): Promise<MovePreview> => {
  const open = await openCases(ports, most + 1);
  const all = await inBatches(open.slice(0, most), (summary) => previewed(ports, to, summary));
  const counts = Object.fromEntries(
    ORDER.map((kind) => [kind, all.filter(({ verdict }) => verdict.kind === kind).length]),
  ) as Record<Verdict['kind'], number>;
  const sorted = ORDER.flatMap((kind) => all.filter(({ verdict }) => verdict.kind === kind));
  const pages = Math.max(1, Math.ceil(sorted.length / PREVIEW_ROWS));
  const on = Math.min(Math.max(1, Math.floor(page)), pages);
  const rows = sorted.slice((on - 1) * PREVIEW_ROWS, on * PREVIEW_ROWS);
  return { to: to.version, rows, counts, looked: all.length, more: open.length > most, page: on, pages };
};
