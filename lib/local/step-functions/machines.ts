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
export type Found = { readonly machine: Machine; readonly version: Version | undefined; readonly revision: Revision };

export type Change = { readonly definition?: string; readonly roleArn?: string };

const sameRevision = (a: Revision, b: Revision): boolean =>
  a.definition === b.definition && a.roleArn === b.roleArn && a.revisionId === b.revisionId;

export class Machines {
  readonly #store: Store;
  readonly #machines = new Map<string, Machine>();
  readonly #versions = new Map<string, Version[]>();
  readonly #definitions = new Map<string, Definition>();

  private constructor(store: Store) {
    this.#store = store;
  }

  static async open(store: Store): Promise<Machines> {
    const machines = new Machines(store);
    for (const [, value] of await store.list(ALL_MACHINES)) machines.#machines.set((value as Machine).name, value as Machine);
    for (const [, value] of await store.list(ALL_VERSIONS)) machines.#add(value as Version);
    return machines;
  }

  byName(name: string): Machine | undefined {
    return this.#machines.get(name);
  }

  all(): Machine[] {
    return [...this.#machines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Oldest first. */
  versionsOf(name: string): readonly Version[] {
    return this.#versions.get(name) ?? [];
  }

  /** Refuses what does not exist, and what is no ARN. */
  find(arn: string): Found {
    const named = readMachineArn(arn);
    const machine = named && this.#machines.get(named.machine);
    if (!machine) throw noSuchMachine(arn);
    const version = this.versionsOf(machine.name).find(({ version }) => version === named.version);
    if (named.version !== undefined && !version) throw noSuchMachine(arn);
    return { machine, version, revision: version ?? machine };
  }

  textOf(hash: string): string {
    return this.#store.read(definitionKey(hash)) as string;
  }

  definitionOf(hash: string): Definition {
    const known = this.#definitions.get(hash) ?? readDefinition(this.textOf(hash));
    this.#definitions.set(hash, known);
    return known;
  }

  /** Checks the text and makes, or changes, the machine. Without a difference nothing happens, and the revision stays what it is. */
  async save(name: string, { definition, roleArn }: Change, at: Instant): Promise<Machine> {
    const old = this.#machines.get(name);
    const kept = definition === undefined ? undefined : this.#check(definition);
    const wanted = { definition: kept?.hash ?? old?.definition ?? '', roleArn: roleArn ?? old?.roleArn ?? '' };
    if (old && old.definition === wanted.definition && old.roleArn === wanted.roleArn) return old;
    const machine: Machine = old
      ? { ...old, ...wanted, revisionId: randomUUID() }
      : { ...wanted, name, createdAt: at, newestVersion: 0 };
    this.#machines.set(name, machine);
    await this.#store.commit([...(kept ? [kept.write] : []), { put: machineKey(name), value: machine }]);
    return machine;
  }

  /** The version of the machine's present revision; made if it has none yet. */
  async publish(name: string, description: string | undefined, at: Instant): Promise<Version> {
    const old = this.#machines.get(name);
    if (!old) throw noSuchMachine(name);
    const published = this.versionsOf(name).find((version) => sameRevision(version, old));
    if (published) return published;
    const machine: Machine = { ...old, newestVersion: old.newestVersion + 1 };
    const { definition, roleArn, revisionId } = machine;
    const version: Version = {
      ...{ definition, roleArn, machine: name, version: machine.newestVersion, createdAt: at },
      ...(revisionId === undefined ? {} : { revisionId }),
      ...(description === undefined ? {} : { description }),
    };
    this.#machines.set(name, machine);
    this.#add(version);
    await this.#store.commit([
      { put: machineKey(name), value: machine },
      { put: versionKey(name, version.version), value: version },
    ]);
    return version;
  }

  /** The machine and everything that ever ran on it. */
  async remove(name: string): Promise<void> {
    this.#machines.delete(name);
    this.#versions.delete(name);
    await this.#store.commit([{ del: machineKey(name) }]);
    for (const range of tracesOf(name)) await this.#store.clear(range);
  }

  #add(version: Version): void {
    this.#versions.set(version.machine, [...this.versionsOf(version.machine), version]);
  }

  #check(text: string): { hash: string; write: Write } {
    const hash = createHash('sha256').update(text).digest('hex');
    this.#definitions.set(hash, this.#definitions.get(hash) ?? readDefinition(text));
    return { hash, write: { put: definitionKey(hash), value: text } };
  }
}
