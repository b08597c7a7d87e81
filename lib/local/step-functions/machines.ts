/**
 * The state machines, their revisions and their published versions. Definitions are kept by the hash of their text, apart from the
 * machine, because an execution keeps the one it started with. What callers may ask of them is `machine-operations.ts`.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readMachineArn } from './arns.ts';
import { readDefinition } from './check-definition.ts';
import type { Definition } from './definition.ts';
import type { Instant } from './execution.ts';
import { ALL_MACHINES, ALL_VERSIONS, definitionKey, machineKey, tracesOf, versionKey } from './keys.ts';
import { noSuchMachine } from './refusal.ts';
import type { Store, Write } from './store.ts';

/** What an execution runs: a definition and the role it pretends to have. */
export type Revision = {
  /** The hash of the definition's text. */
  readonly definition: string;
  readonly roleArn: string;
  /** None until the machine is first updated, as on AWS. */
  readonly revisionId?: string;
};
export type Machine = Revision & { readonly name: string; readonly createdAt: Instant; readonly newestVersion: number };
export type Version = Revision & {
  readonly machine: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly description?: string;
};
/** What an ARN stands for: a machine as it is now, or one published version of it. */
export type Found = { readonly machine: Machine; readonly version: Version | undefined };

export type Machines = {
  byName(name: string): Machine | undefined;
  /** Refuses what does not exist. */
  find(arn: string): Found;
  all(): Machine[];
  versionsOf(name: string): Version[];
  textOf(hash: string): string;
  definitionOf(hash: string): Definition;
  /** Checks the text and makes, or changes, the machine. */
  save(name: string, change: { definition?: string; roleArn?: string }, at: Instant): Promise<Machine>;
  /** The version of the machine's present revision; made if it has none yet. */
  publish(name: string, description: string | undefined, at: Instant): Promise<Version>;
  remove(name: string): Promise<void>;
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const sameRevision = (a: Revision, b: Revision): boolean =>
  a.definition === b.definition && a.roleArn === b.roleArn && a.revisionId === b.revisionId;

const load = async (store: Store) => {
  const machines = (await store.list(ALL_MACHINES)).map(([, value]) => value as Machine);
  const versions = (await store.list(ALL_VERSIONS)).map(([, value]) => value as Version);
  return {
    machines: new Map(machines.map((machine) => [machine.name, machine])),
    versions: new Map(machines.map(({ name }) => [name, versions.filter(({ machine }) => machine === name)])),
  };
};

export const openMachines = async (store: Store): Promise<Machines> => {
  const { machines, versions } = await load(store);
  const definitions = new Map<string, Definition>();
  const versionsOf = (name: string): Version[] => versions.get(name) ?? [];

  const textOf = (hash: string): string => store.read(definitionKey(hash)) as string;
  const definitionOf = (hash: string): Definition => {
    const known = definitions.get(hash) ?? readDefinition(textOf(hash));
    definitions.set(hash, known);
    return known;
  };

  const keep = (text: string): { hash: string; write: Write } => {
    const hash = hashOf(text);
    definitions.set(hash, definitions.get(hash) ?? readDefinition(text));
    return { hash, write: { put: definitionKey(hash), value: text } };
  };

  const find = (arn: string): Found => {
    const named = readMachineArn(arn);
    const machine = named && machines.get(named.machine);
    if (!machine) throw noSuchMachine(arn);
    const version = versionsOf(machine.name).find(({ version }) => version === named.version);
    if (named.version !== undefined && !version) throw noSuchMachine(arn);
    return { machine, version };
  };

  const save: Machines['save'] = async (name, { definition, roleArn }, at) => {
    const old = machines.get(name);
    const kept = definition === undefined ? undefined : keep(definition);
    const wanted = { definition: kept?.hash ?? old?.definition ?? '', roleArn: roleArn ?? old?.roleArn ?? '' };
    if (old && old.definition === wanted.definition && old.roleArn === wanted.roleArn) return old;
    const machine: Machine = old
      ? { ...old, ...wanted, revisionId: randomUUID() }
      : { ...wanted, name, createdAt: at, newestVersion: 0 };
    machines.set(name, machine);
    await store.commit([...(kept ? [kept.write] : []), { put: machineKey(name), value: machine }]);
    return machine;
  };

  const publish: Machines['publish'] = async (name, description, at) => {
    const old = machines.get(name);
    if (!old) throw noSuchMachine(name);
    const published = versionsOf(name).find((version) => sameRevision(version, old));
    if (published) return published;
    const machine: Machine = { ...old, newestVersion: old.newestVersion + 1 };
    const { definition, roleArn, revisionId } = machine;
    const version: Version = {
      ...{ definition, roleArn, machine: name, version: machine.newestVersion, createdAt: at },
      ...(revisionId === undefined ? {} : { revisionId }),
      ...(description === undefined ? {} : { description }),
    };
    machines.set(name, machine);
    versions.set(name, [...versionsOf(name), version]);
    await store.commit([
      { put: machineKey(name), value: machine },
      { put: versionKey(name, version.version), value: version },
    ]);
    return version;
  };

  return {
    byName: (name) => machines.get(name),
    find,
    all: () => [...machines.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    versionsOf,
    textOf,
    definitionOf,
    save,
    publish,
    remove: async (name) => {
      machines.delete(name);
      versions.delete(name);
      await store.commit([{ del: machineKey(name) }]);
      for (const range of tracesOf(name)) await store.clear(range);
    },
  };
};
