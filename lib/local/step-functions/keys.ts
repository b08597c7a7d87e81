/**
 * Where each thing is stored. Names cannot contain a colon, so colons part the keys, and everything of one machine or one execution is
 * one range. Newest first is written into the key: the moment counted backwards.
 */
import type { Head, Status } from './execution.ts';
import type { Range } from './store.ts';

type Of = Pick<Head, 'machine' | 'name'>;

const under = (prefix: string): Range => ({ gte: `${prefix}:`, lt: `${prefix};` });
const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

export const machineKey = (machine: string): string => `machine:${machine}`;
export const versionKey = (machine: string, version: number): string => `version:${machine}:${padded(version, 6)}`;
/** By hash and not by machine: an execution keeps the definition it started with. */
export const definitionKey = (hash: string): string => `definition:${hash}`;

export const headKey = ({ machine, name }: Of): string => `head:${machine}:${name}`;
export const frameKey = ({ machine, name }: Of): string => `frame:${machine}:${name}`;
export const eventsKey = ({ machine, name }: Of, first: number): string => `event:${machine}:${name}:${padded(first, 6)}`;
export const eventsOf = ({ machine, name }: Of): Range => under(`event:${machine}:${name}`);

export const ALL_MACHINES = under('machine');
export const ALL_VERSIONS = under('version');
export const ALL_FRAMES = under('frame');

const LATEST_MS = 9_999_999_999_999;

/** The executions of a machine, all or of one status, newest first. */
export const listOf = (machine: string, status: Status | 'ALL'): Range => under(`list:${machine}:${status}`);
export const listKey = (head: Head, status: Status | 'ALL'): string =>
  `list:${head.machine}:${status}:${padded(LATEST_MS - Date.parse(head.startedAt), 13)}:${head.name}`;

/** Everything a machine leaves behind when it is deleted. */
export const tracesOf = (machine: string): Range[] =>
  ['version', 'head', 'frame', 'event', 'list'].map((kind) => under(`${kind}:${machine}`));
