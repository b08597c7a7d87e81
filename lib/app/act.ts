/**
 * The one write path (law 2): load → decide → one conditional write → tell. Every door that changes a case ends here.
 */
import type { Actor } from '../domain/actor.ts';
import type { Case } from '../domain/case.ts';
import type { Command } from '../domain/command.ts';
import type { Configuration } from '../domain/configuration.ts';
import { decide } from '../domain/decide.ts';
import type { CaseEvent } from '../domain/event.ts';
import type { Household } from '../domain/household.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { replyWaiting } from '../domain/reply.ts';
import { type Bundle, configurationOf } from './configuration.ts';
import { type DeliverPorts, deliver } from './deliver.ts';
import { follow } from './effects.ts';
import type { Cases, Clock, Commit, Configurations, Households, OutboxEntry, StoredCase } from './ports.ts';
import { remember } from './requests.ts';
import { summarise } from './summary.ts';

export type ActPorts = DeliverPorts & {
  readonly cases: Cases;
  readonly configurations: Configurations;
  readonly clock: Clock;
  /** Left out by doors that no plan goes through: the machine's own. */
  readonly households?: Pick<Households, 'load'> | undefined;
};

/** What was asked, by whom. `request` is the id a form carries, so that the same form sent twice acts once. */
export type Asked = { readonly caseId: string; readonly command: Command; readonly by: Actor; readonly request?: string };

export type Acted =
  | { readonly done: true; readonly case: Case; readonly events: readonly CaseEvent[] }
  | { readonly done: false; readonly why: 'refused'; readonly refusal: Refusal; readonly case?: Case | undefined }
  | { readonly done: false; readonly why: 'conflict' }
  | { readonly done: false; readonly why: 'absent' };

/** A person is told after losing twice; the machine is patient, since nobody is there to ask again. */
const ATTEMPTS = { person: 2, machine: 6 } as const;

/** A case keeps its pathway. A new one gets the council's for its kind; where there is none, the domain says so. */
const pathwayFor = ({ council }: Bundle, stored: StoredCase | undefined, command: Command): string => {
  if (stored) return stored.case.pathway;
  const asCarer = command.type === 'open-case' && command.as === 'carer';
  return (asCarer ? council.carerPathway : undefined) ?? council.pathway;
};

const configurationFor = async (ports: ActPorts, stored: StoredCase | undefined, command: Command): Promise<Configuration> => {
  const published = stored ? await ports.configurations.version(stored.case.configuration) : await ports.configurations.current();
  if (!published)
    throw new Error(stored ? `configuration ${stored.case.configuration} is gone` : 'no configuration is published');
  return configurationOf(published.bundle, pathwayFor(published.bundle, stored, command));
};

/** The households whose pools the plan of this case has a share of, written or agreed, as they are now. */
const householdsOf = async ({ households }: ActPorts, stored: StoredCase | undefined): Promise<Household[]> => {
  const items = [...(stored?.case.plan?.items ?? []), ...(stored?.case.agreed?.plan.items ?? [])];
  const ids = new Set(items.flatMap(({ share }) => share?.household ?? []));
  if (!households || ids.size === 0) return [];
  const found = await Promise.all([...ids].map((id) => households.load(id)));
  return found.flatMap((each) => each?.household ?? []);
};

/** A plan moves on because its shares were in order: that is committed only while the households are as they were read. */
const restingOn = (households: readonly Household[], decided: readonly CaseEvent[]): Pick<Commit, 'households'> =>
  households.length > 0 && decided.some(({ type }) => type === 'StageFinished')
    ? { households: households.map(({ id, version }) => ({ id, version })) }
    : {};

const attempt = async (ports: ActPorts, { caseId, command, by, request }: Asked): Promise<Acted> => {
  const stored = await ports.cases.load(caseId);
  if (!stored && command.type !== 'open-case') return { done: false, why: 'absent' };
  if (stored && request !== undefined && stored.requests.includes(request)) return { done: true, case: stored.case, events: [] };

  const configuration = await configurationFor(ports, stored, command);
  const now = ports.clock();
  const households = await householdsOf(ports, stored);
  const decision = decide(command, stored?.case, by, configuration, now, households);
  if (isRefusal(decision)) return { done: false, why: 'refused', refusal: decision, case: stored?.case };
  if (decision.length === 0 && stored) return { done: true, case: stored.case, events: [] };

  const { after, effects } = follow(stored?.case, decision);
  // A case that goes on under another version is listed by its words, for its team.
  const goesOn = command.type === 'adopt-configuration' || command.type === 'move-case';
  const standing = goesOn ? command.to : configuration;
  const entries: OutboxEntry[] = effects.map((effect, place) => {
    return { id: `${caseId}#${after.version}#${place}`, filedAt: now.toISOString(), effect };
  });
  const summary = summarise(after, standing);
  const commit = {
    expected: stored?.case.version ?? 0,
    after,
    events: decision,
    requests: remember(stored?.requests, request),
    reply: replyWaiting(after, standing.council.bankHolidays),
    summary,
    entries,
    ...restingOn(households, decision),
  };
  if ((await ports.cases.commit({ ...commit, team: standing.council.team })) === 'conflict')
    return { done: false, why: 'conflict' };
  await deliver(ports, entries);
  return { done: true, case: after, events: decision };
};

/**
 * Asks a case for something. The answer is the case as it now is, the domain's refusal, or `conflict` when others kept changing it.
 * A request id seen before is answered with the case as it is and changes nothing.
 */
export const act = async (ports: ActPorts, asked: Asked): Promise<Acted> => {
  const attempts = asked.by.roles.includes('system') ? ATTEMPTS.machine : ATTEMPTS.person;
  let acted = await attempt(ports, asked);
  for (let tried = 1; tried < attempts && !acted.done && acted.why === 'conflict'; tried += 1)
    acted = await attempt(ports, asked);
  return acted;
};
