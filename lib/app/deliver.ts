/**
 * Tells the outside what was committed: starts, resumes and stops machines. With `recover` the only code that may (law 3). What
 * fails stays in the outbox and is swept every minute; carrying an entry out twice does no harm.
 */
import type { Configurations, Effect, Engine, Log, Outbox, OutboxEntry, OutboxSweep } from './ports.ts';

export type DeliverPorts = {
  readonly outbox: Outbox;
  readonly engine: Engine;
  readonly configurations: Configurations;
  readonly log: Log;
};

/** The name of the execution that drives a run: always the same, so that starting it twice starts it once. */
export const executionName = (caseId: string, run: number): string => `${caseId}-run-${run}`;

/** The machine of a pathway in a configuration. Throws when that configuration was never published here. */
export const machineOf = async (configurations: Configurations, configuration: string, pathway: string): Promise<string> => {
  const published = await configurations.version(configuration);
  const machine = published?.machines[pathway];
  if (!machine) throw new Error(`configuration ${configuration} has no machine for pathway ${pathway}`);
  return machine;
};

const carryOut = async ({ engine, configurations }: DeliverPorts, effect: Effect): Promise<void> => {
  if (effect.kind === 'resume') {
    return engine.resume(effect.token, { outcome: effect.outcome, dueSeconds: effect.dueSeconds });
  }
  const machine = await machineOf(configurations, effect.configuration, effect.pathway);
  const { caseId, run } = effect;
  if (effect.kind === 'stop') return engine.stop(machine, executionName(caseId, run));
  return engine.start(machine, executionName(caseId, run), {
    caseId,
    run,
    resumeAt: effect.stage,
    dueSeconds: effect.dueSeconds,
  });
};

/** Carries out each entry and takes it from the outbox. Never throws: the commit stands, and the sweep comes again. */
export const deliver = async (
  ports: DeliverPorts,
  entries: readonly OutboxEntry[],
): Promise<{ delivered: number; left: number }> => {
  let delivered = 0;
  for (const entry of entries) {
    try {
      await carryOut(ports, entry.effect);
      await ports.outbox.done(entry);
      delivered += 1;
    } catch (cause) {
      const error = cause instanceof Error ? cause.name : 'unknown';
      ports.log('an effect was not delivered and stays in the outbox', { entry: entry.id, kind: entry.effect.kind, error });
    }
  }
  return { delivered, left: entries.length - delivered };
};

/** Entries younger than this may still be on their way from the commit that filed them. */
const SETTLED_MS = 5_000;

/** The sweep: what a crash or a fault left behind. `everything` when nothing can be on its way, as when a laptop starts. */
export const deliverLeftovers = async (ports: DeliverPorts & { readonly sweep: OutboxSweep }, now: Date, everything = false) => {
  const before = new Date(now.getTime() - (everything ? 0 : SETTLED_MS)).toISOString();
  return deliver(ports, await ports.sweep.filedBefore(before));
};
