/**
 * Making documents live: check everything, publish a machine for each pathway, then one write that moves the pointer. Until that write
 * nothing is live, whatever went wrong before it; a machine version that nothing points to drives nobody. The one way to publish, for
 * the browser, the command line and the deployment. Who may is decided in `configure.ts`.
 */
import { compile } from '../../pathway/compile.ts';
import type { Pathway } from '../../pathway/schema.ts';
import type { Bundle } from '../configuration.ts';
import type { Clock, Configurations, Log, PublishedBundle } from '../ports.ts';
import { bundleOf, type DocumentFault, type Documents, documentsFaults, readDocuments, versionOf } from './documents.ts';
import type { Live, MachinePublisher, Publication, Publishing, ToPublish } from './ports.ts';

export type PublishPorts = {
  readonly publishing: Publishing;
  readonly configurations: Configurations;
  readonly machines: MachinePublisher;
  readonly clock: Clock;
  readonly log: Log;
};

export type Published =
  | { readonly done: true; readonly version: string }
  | { readonly done: false; readonly why: 'faults'; readonly faults: readonly DocumentFault[] }
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

const sameMachine = (one: Pathway, other: Pathway | undefined): boolean =>
  other !== undefined && JSON.stringify(compile(one)) === JSON.stringify(compile(other));

/** A machine version for each pathway. What compiles to the very same machine goes on with the version it has. */
const machinesFor = async (
  bundle: Bundle,
  live: PublishedBundle | undefined,
  machines: MachinePublisher,
): Promise<Record<string, string>> => {
  const published: Record<string, string> = {};
  for (const pathway of bundle.pathways) {
    const was = live?.bundle.pathways.find(({ id }) => id === pathway.id);
    const kept = sameMachine(pathway, was) ? live?.machines[pathway.id] : undefined;
    published[pathway.id] = kept ?? (await machines.publish(pathway.id, JSON.stringify(compile(pathway))));
  }
  return published;
};

const store = async (
  ports: PublishPorts,
  bundle: Bundle,
  { documents, record, expected, draft }: WhatToPublish,
  machines: Readonly<Record<string, string>>,
  live: Live,
): Promise<Published> => {
  const { version } = bundle;
  const full: Publication = { ...record, version, at: ports.clock().toISOString(), before: expected };
  const what: ToPublish = { bundle, documents, machines, record: full, live, expected, ...(draft && { draft }) };
  if ((await ports.publishing.publish(what)) === 'conflict') return { done: false, why: 'conflict', message: SOMEBODY_WAS_FIRST };
  ports.log('a configuration was published', { version, from: record.from });
  return { done: true, version };
};

const machineSentence = (cause: unknown): string => {
  const said = cause instanceof Error && cause.name === 'CannotPublish' ? cause.message : undefined;
  return (
    said ??
    'A state machine could not be brought up to date, so nothing went live. Try again; if it happens again, tell whoever runs the service.'
  );
};

/**
 * Publishes a draft's documents, or restores old ones: the check, the machines, one write. Refuses with faults, with `same` where
 * nothing differs from what is live, with `conflict` where something else went live since, with `cannot` where a machine failed.
 */
export const publishDocuments = async (ports: PublishPorts, what: WhatToPublish): Promise<Published> => {
  const live = await ports.publishing.live();
  if (live?.version !== what.expected) return { done: false, why: 'conflict', message: SOMEBODY_WAS_FIRST };
  const able = publishable(what.documents, what.council);
  if ('faults' in able) return { done: false, why: 'faults', faults: able.faults };
  const { bundle } = able;
  if (live && bundle.version === live.version)
    return { done: false, why: 'same', message: 'This is what is live already, so there is nothing to publish.' };
  const current = live && (await ports.configurations.version(live.version));
  let machines: Record<string, string>;
  try {
    machines = await machinesFor(bundle, current, ports.machines);
  } catch (cause) {
    ports.log('a machine was not published', { error: cause instanceof Error ? cause.name : 'unknown' });
    return { done: false, why: 'cannot', message: machineSentence(cause) };
  }
  return store(ports, bundle, what, machines, { version: bundle.version, deployed: live?.deployed });
};

type Deployed = {
  readonly version: string;
  readonly council: string;
  readonly documents: Documents;
  readonly machines: Readonly<Record<string, string>>;
};

const CHANGED_HERE = (live: string): string =>
  `What is live (${live}) was published here after the last deployment, and these files do not know of it. Export it into workflows/ and commit it, or publish these files as a draft. Nothing was changed.`;

/**
 * What a deployment brings. The same files again renew the machines and change nothing; files that have changed go live where nobody
 * has published anything since the last deployment. Where somebody has, it is refused rather than lost.
 */
export const publishDeployment = async (
  ports: Omit<PublishPorts, 'machines'>,
  { version, council, documents, machines }: Deployed,
): Promise<Published> => {
  const live = await ports.publishing.live();
  const own = live?.version === version;
  if (live && !own && live.version !== live.deployed) {
    // The files are those of the last deployment: there is nothing new in them, and what was published since stays.
    if (version === live.deployed) return { done: true, version: live.version };
    return { done: false, why: 'cannot', message: CHANGED_HERE(live.version) };
  }
  const able = publishable(documents, council);
  if ('faults' in able) return { done: false, why: 'faults', faults: able.faults };
  const { bundle } = able;
  const title = own ? 'The same files deployed again' : 'Deployed from files';
  const record = { authors: [], from: 'deployment', title, difference: '' } as const;
  const what = { documents, council, record, expected: live?.version };
  return store(withMachines(ports), bundle, what, machines, { version, deployed: version });
};

/** A deployment has published its machines already. */
const withMachines = (ports: Omit<PublishPorts, 'machines'>): PublishPorts => ({
  ...ports,
  machines: { publish: async (pathway) => Promise.reject(new Error(`${pathway} was to be published twice`)) },
});
