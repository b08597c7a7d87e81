/**
 * Puts a machine back behind every open case that has lost its own. The table is the truth (law 1): a new execution starts at the
 * stage the table names, and the old one is stopped.
 */
import { SYSTEM } from '../domain/actor.ts';
import { type ActPorts, act } from './act.ts';
import { executionName, machineOf } from './deliver.ts';
import type { EngineWatch, WatchKind, WatchList } from './ports.ts';
import type { Summary } from './summary.ts';

export type RecoverPorts = ActPorts & { readonly watch: EngineWatch; readonly watchList: WatchList };

/** A machine has this long to reach a stage before it counts as lost. */
const ARRIVING_MS = 10 * 60_000;
/** After so many new starts at one stage the fault is not passing: a person has to look. */
const MOST_RESTARTS = 3;

const needsRestart = async (ports: RecoverPorts, caseId: string, kind: WatchKind): Promise<string | undefined> => {
  const stored = await ports.cases.load(caseId);
  if (stored?.case.state !== 'underway') return undefined;
  const { at, run, configuration, pathway } = stored.case;
  if (kind === 'attention' && at.restarts >= MOST_RESTARTS) return undefined;
  const machine = await machineOf(ports.configurations, configuration, pathway);
  if (!(await ports.watch.isRunning(machine, executionName(caseId, run)))) return 'its machine is not running';
  return kind === 'arriving' ? 'its machine did not arrive in time' : undefined;
};

const restart = async (ports: RecoverPorts, { caseId }: Summary, kind: WatchKind): Promise<boolean> => {
  try {
    const why = await needsRestart(ports, caseId, kind);
    if (why === undefined) return false;
    const acted = await act(ports, { caseId, command: { type: 'restart-run', why }, by: SYSTEM });
    return acted.done;
  } catch (cause) {
    // One case that cannot be recovered must not keep the others waiting.
    ports.log('a case could not be recovered', { caseId, error: cause instanceof Error ? cause.name : 'unknown' });
    return false;
  }
};

/**
 * Restarts what needs it. Every quarter of an hour it looks only at cases whose machine has not arrived or has stopped at a fault;
 * with `everything` (after a crash, or by hand) at every open case.
 */
export const recover = async (ports: RecoverPorts, everything: boolean): Promise<{ looked: number; restarted: number }> => {
  const now = ports.clock();
  const late = new Date(now.getTime() - ARRIVING_MS).toISOString();
  const kinds: readonly [WatchKind, string][] = everything
    ? [
        ['arriving', now.toISOString()],
        ['attention', now.toISOString()],
        ['waiting', now.toISOString()],
      ]
    : [
        ['arriving', late],
        ['attention', now.toISOString()],
      ];
  let looked = 0;
  let restarted = 0;
  for (const [kind, before] of kinds) {
    for (const summary of await ports.watchList.since(kind, before)) {
      looked += 1;
      const arrivingNow = kind === 'arriving' && (summary.since ?? '') > late;
      if (await restart(ports, summary, arrivingNow ? 'waiting' : kind)) restarted += 1;
    }
  }
  return { looked, restarted };
};
