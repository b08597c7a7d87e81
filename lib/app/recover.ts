/**
 * Puts a machine back behind every open case that has lost its own. The table is the truth (law 1): a new execution starts at the
 * stage the table names, and the old one is stopped.
 */
import { SYSTEM } from '../domain/actor.ts';
import type { Command } from '../domain/command.ts';
import { type ActPorts, act } from './act.ts';
import { executionName, machineOf } from './deliver.ts';
import type { EngineWatch, WatchKind, WatchList } from './ports.ts';
import type { Summary } from './summary.ts';

export type RecoverPorts = ActPorts & { readonly watch: EngineWatch; readonly watchList: WatchList };

/** A machine has this long to reach a stage before it counts as lost. */
const ARRIVING_MS = 10 * 60_000;
/** After so many new starts at one stage the fault is not passing: a person has to look, and can start it again themselves. */
const MOST_RESTARTS = 3;

/** What to ask the case for: a new start, a person's attention when new starts do not help, or nothing. */
const remedy = async (ports: RecoverPorts, caseId: string, kind: WatchKind): Promise<Command | undefined> => {
  const stored = await ports.cases.load(caseId);
  if (stored?.case.state !== 'underway') return undefined;
  const { at, run, configuration, pathway } = stored.case;
  const machine = await machineOf(ports.configurations, configuration, pathway);
  const running = await ports.watch.isRunning(machine, executionName(caseId, run));
  if (running && kind !== 'arriving') return undefined;
  if (kind !== 'waiting' && at.restarts >= MOST_RESTARTS) {
    return { type: 'flag-attention', stage: at.stage, run, error: 'NotArriving' };
  }
  return { type: 'restart-run', run, why: running ? 'its machine did not arrive in time' : 'its machine is not running' };
};

const putRight = async (ports: RecoverPorts, { caseId }: Summary, kind: WatchKind): Promise<boolean> => {
  try {
    const command = await remedy(ports, caseId, kind);
    if (!command) return false;
    const acted = await act(ports, { caseId, command, by: SYSTEM });
    return acted.done && acted.events.some(({ type }) => type === 'RunRestarted');
  } catch (cause) {
    // One case that cannot be recovered must not keep the others waiting.
    ports.log('a case could not be recovered', { caseId, error: cause instanceof Error ? cause.name : 'unknown' });
    return false;
  }
};

/**
 * Restarts what needs it. Every quarter of an hour it looks only at cases whose machine has not arrived or has stopped at a fault;
 * with `everything` (once a day, and when a laptop starts) at every open case.
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
      if (await putRight(ports, summary, arrivingNow ? 'waiting' : kind)) restarted += 1;
    }
  }
  return { looked, restarted };
};
