/**
 * Making documents live: check everything, publish a machine for each pathway, then one write that moves the pointer. Until that write
 * nothing is live, whatever went wrong before it; a machine version that nothing points to drives nobody. The one way to publish, for
 * the browser, the command line and the deployment. Who may is decided in `configure.ts`.
 */
import { compile } from '../../pathway/compile.ts';
import type { Bundle } from '../configuration.ts';
import type { Clock, Configurations, Log } from '../ports.ts';
import { CannotPublish } from './cannot-publish.ts';
import { bundleOf, type DocumentFault, type Documents, documentsFaults, readDocuments, versionOf } from './documents.ts';
import { type IdFault, type IdLedger, reusedIds, withIds } from './kept-ids.ts';
import type { Live, MachinePublisher, Publication, Publications, Publishing, ToPublish } from './ports.ts';
import { TooLargeToKeep } from './too-large.ts';

export type PublishPorts = {
  readonly publishing: Publishing;
  readonly publications: Pick<Publications, 'ids'>;
  readonly configurations: Configurations;
  readonly machines: MachinePublisher;
  readonly clock: Clock;
  readonly log: Log;
};

export type Published =
  | { readonly done: true; readonly version: string }
  | { readonly done: false; readonly why: 'faults'; readonly faults: readonly (DocumentFault | IdFault)[] }
  /** Nothing would change; somebody else was first; a machine could not be published. Each with what to do. */
  | { readonly done: false; readonly why: 'same' | 'conflict' | 'cannot'; readonly message: string };

export type WhatToPublish = {
  readonly documents: Documents;
  readonly council: string;
  readonly record: Omit<Publication, 'version' | 'at' | 'before'>;
  /** What was live when the difference was read. Publishing anything else in between is a conflict. */
  readonly expected: string | undefined;
  readonly draft?: ToPublish['draft'];
};

export const SOMEBODY_WAS_FIRST =
  'Somebody else published in the meantime, so nothing of yours went live. Bring the draft up to date, and read the difference again.';

/** The bundle these documents make, or what is wrong with them. */
export const publishable = (
  documents: Documents,
  council: string,
): { readonly bundle: Bundle } | { readonly faults: readonly DocumentFault[] } => {
  const faults = documentsFaults(documents);
  if (faults.length > 0) return { faults };
  const result = readDocuments(documents);
  const bundle = result.ok ? bundleOf(result.read, versionOf(documents), council) : undefined;
  if (bundle) return { bundle };
  const message = `There is no file of the council “${council}” here. Put it into councils/.`;
  return { faults: [{ file: 'councils', code: 'unreadable', where: 'councils', message }] };
};

/** A machine version for each pathway. The publisher makes none where the newest says the very same already. */
const machinesFor = async ({ pathways }: Bundle, machines: MachinePublisher): Promise<Record<string, string>> => {
  const published: Record<string, string> = {};
  for (const pathway of pathways) published[pathway.id] = await machines.publish(pathway.id, JSON.stringify(compile(pathway)));
  return published;
};

type Refused = Extract<Published, { done: false }>;
const cannot = (message: string): Refused => ({ done: false, why: 'cannot', message });

/** The bundle with the ids it adds to those that were ever published; or what keeps it from being published. */
const ready = async (
  { publications }: Pick<PublishPorts, 'publications'>,
  documents: Documents,
  council: string,
): Promise<{ readonly bundle: Bundle; readonly ids: IdLedger } | Refused> => {
  const able = publishable(documents, council);
  if ('faults' in able) return { done: false, why: 'faults', faults: able.faults };
  const ledger = await publications.ids();
  const faults = reusedIds(ledger, documents);
  return faults.length > 0 ? { done: false, why: 'faults', faults } : { bundle: able.bundle, ids: withIds(ledger, documents) };
};

const TOO_LARGE = 'This is more than can be kept as one version, so nothing went live. Take something out, or split a pathway.';

const store = async (ports: Pick<PublishPorts, 'publishing' | 'log'>, what: ToPublish): Promise<Published> => {
  const { version, from } = what.record;
  try {
    const done = await ports.publishing.publish(what);
    if (done === 'conflict') return { done: false, why: 'conflict', message: SOMEBODY_WAS_FIRST };
  } catch (cause) {
    if (cause instanceof TooLargeToKeep) return cannot(TOO_LARGE);
    throw cause;
  }
  ports.log('a configuration was published', { version, from });
  return { done: true, version };
};

const MACHINE_FAILED =
  'A state machine could not be brought up to date, so nothing went live. Try again; if it happens again, tell whoever runs the service.';

/**
 * Publishes a draft's documents, or restores old ones: the check, the machines, one write. Refuses with faults, with `same` where
 * nothing differs from what is live, with `conflict` where something else went live since, with `cannot` where a machine failed.
 */
export const publishDocuments = async (
  ports: PublishPorts,
  { documents, council, record, expected, draft }: WhatToPublish,
): Promise<Published> => {
  const live = await ports.publishing.live();
  if (live?.version !== expected) return { done: false, why: 'conflict', message: SOMEBODY_WAS_FIRST };
  const able = await ready(ports, documents, council);
  if ('done' in able) return able;
  const { bundle, ids } = able;
  const { version } = bundle;
  if (version === expected)
    return { done: false, why: 'same', message: 'This is what is live already, so there is nothing to publish.' };
  let machines: Record<string, string>;
  try {
    machines = await machinesFor(bundle, ports.machines);
  } catch (cause) {
    ports.log('a machine was not published', { error: cause instanceof Error ? cause.name : 'unknown' });
    return cannot(cause instanceof CannotPublish ? cause.message : MACHINE_FAILED);
  }
  const full = { ...record, version, at: ports.clock().toISOString(), before: expected };
  const next = { version, deployed: live?.deployed };
  return store(ports, { bundle, documents, machines, ids, record: full, live: next, expected, ...(draft && { draft }) });
};

type Deployed = {
  readonly version: string;
  readonly council: string;
  readonly documents: Documents;
  readonly machines: Readonly<Record<string, string>>;
};

const CHANGED_HERE = (live: string): string =>
  `What is live (${live}) was published here after the last deployment, and these files do not know of it. Export it into workflows/ and commit it, or publish these files as a draft. Nothing was changed.`;

/** What a deployment may do beside what is live; `undefined` where it publishes its files. */
const besideLive = async (
  { configurations }: Pick<PublishPorts, 'configurations'>,
  { version, machines }: Deployed,
  live: Live | undefined,
): Promise<Published | undefined> => {
  if (!live) return undefined;
  if (live.version === version) {
    const driven = (await configurations.version(version))?.machines ?? {};
    const same = Object.entries(machines).every(([pathway, machine]) => driven[pathway] === machine);
    return same ? { done: true, version } : undefined;
  }
  if (live.version === live.deployed) return undefined;
  // The files are those of the last deployment: there is nothing new in them, and what was published since stays, machines and all.
  return version === live.deployed ? { done: true, version: live.version } : cannot(CHANGED_HERE(live.version));
};

/**
 * What a deployment brings. The same files again change nothing, or renew the machines; files that have changed go live where nobody has
 * published anything since the last deployment. Where somebody has, it is refused rather than lost.
 */
export const publishDeployment = async (ports: Omit<PublishPorts, 'machines'>, deployed: Deployed): Promise<Published> => {
  const { version, council, documents, machines } = deployed;
  if (versionOf(documents) !== version) return cannot(`These documents are version ${versionOf(documents)}, and not ${version}.`);
  const live = await ports.publishing.live();
  const settled = await besideLive(ports, deployed, live);
  if (settled) return settled;
  const able = await ready(ports, documents, council);
  if ('done' in able) return able;
  const title = live?.version === version ? 'The same files, on new machines' : 'Deployed from files';
  const at = ports.clock().toISOString();
  const record = { version, at, before: live?.version, authors: [], from: 'deployment', title, difference: '' } as const;
  const what = { ...able, documents, machines, record, live: { version, deployed: version }, expected: live?.version };
  return store(ports, what);
};
