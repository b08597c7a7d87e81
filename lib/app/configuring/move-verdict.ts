/** Where one case would be on another version: what the rule (`lib/pathway/migrate.ts`) needs is read here, and nothing is changed. */
import type { Case } from '../../domain/case.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { StageId } from '../../domain/stage.ts';
import { type Placing, placeOn, type Verdict } from '../../pathway/migrate.ts';
import { cycleOf, versionsOf } from '../../pathway/passed.ts';
import type { ActPorts } from '../act.ts';
import { type Bundle, configurationOf } from '../configuration.ts';
import type { Histories } from '../ports.ts';

export type VerdictPorts = Pick<ActPorts, 'configurations'> & { readonly histories: Histories };

/** A version and the part of it a case on `pathway` needs. Throws where it was never published here. */
const publishedOn = async ({ configurations }: VerdictPorts, version: string, pathway: string) => {
  const published = await configurations.version(version);
  if (!published) throw new Error(`configuration ${version} is gone`);
  return configurationOf(published.bundle, pathway);
};

type Behind = Pick<Placing, 'cycle' | 'on'>;

/** What it has been through, and the versions it was on. A list that is not as new as the case says so by being shorter. */
const behind = async (ports: VerdictPorts, state: Case): Promise<Behind | undefined> => {
  const recorded = (await ports.histories.of(state.id)).filter(({ version }) => version <= state.version);
  if (recorded.length < state.version) return undefined;
  const events = recorded.map(({ event }) => event);
  const published = new Map(
    await Promise.all(
      versionsOf(events).map(async (version) => [version, await publishedOn(ports, version, state.pathway)] as const),
    ),
  );
  const on = (version: string): Configuration => {
    const found = published.get(version);
    if (!found) throw new Error(`configuration ${version} is gone`);
    return found;
  };
  return { cycle: cycleOf(events, (version) => on(version).route), on };
};

const JUST_CHANGED: Verdict = { kind: 'better-left', why: 'The case has changed just now. Wait a minute.', soon: true };
const NO_PATHWAY: Verdict = {
  kind: 'needs-person',
  why: 'That version has no pathway for this case. It stays on its own version, or is closed with the person.',
  choices: [],
};
const CLOSED: Verdict = { kind: 'better-left', why: 'The case is closed. It stays on the version it ended on.' };

/**
 * Where `state` would be on `to`, which need not be published yet. `choice`: the stage a person has chosen for it. Throws where a version
 * the case has been on is gone.
 */
export const verdictOf = async (ports: VerdictPorts, state: Case, to: Bundle, choice?: StageId | undefined): Promise<Verdict> => {
  if (state.state === 'closed') return CLOSED;
  if (state.configuration === to.version) return { kind: 'on-it-already' };
  const pathway = to.pathways.find(({ id }) => id === state.pathway);
  const from = await publishedOn(ports, state.configuration, state.pathway);
  if (!pathway || pathway.for !== (from.route.for ?? 'adult')) return NO_PATHWAY;
  const nothing: Behind = { cycle: { opened: 'start', passed: [] }, on: () => from };
  const past = state.state === 'underway' ? await behind(ports, state) : nothing;
  if (!past) return JUST_CHANGED;
  const duties = to.duties?.find(({ jurisdiction }) => jurisdiction === pathway.jurisdiction);
  return placeOn({ ...past, state, from, to: configurationOf(to, pathway.id), pathway, duties, choice });
};
