/**
 * The names of machines, versions and executions, as ARNs of one pretended account. Not who may use them: there are no permissions
 * locally. Used by the operations and by the interpreter's context object.
 */
import { invalidArn, invalidName } from './refusal.ts';

/** Fixed, because ARNs are stored: a folder must mean the same whatever region a client names. */
export const REGION = 'eu-west-2';
const ACCOUNT = '000000000000';

export const machineArn = (machine: string): string => `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${machine}`;
export const versionArn = (machine: string, version: number): string => `${machineArn(machine)}:${version}`;
export const executionArn = (machine: string, name: string): string =>
  `arn:aws:states:${REGION}:${ACCOUNT}:execution:${machine}:${name}`;

const partsOf = (arn: string, kind: 'stateMachine' | 'execution'): string[] => {
  if (!arn.startsWith('arn:')) throw invalidArn(arn);
  const [, , service, , , resource, ...names] = arn.split(':');
  return service === 'states' && resource === kind ? names : [];
};

/** The machine and, in a version's ARN, the number; nothing when it is the ARN of something else. Refuses what is no ARN. */
export const readMachineArn = (arn: string): { machine: string; version?: number } | undefined => {
  const [machine, version, ...rest] = partsOf(arn, 'stateMachine');
  if (!machine || rest.length > 0) return undefined;
  if (version === undefined) return { machine };
  return /^[1-9]\d*$/.test(version) ? { machine, version: Number(version) } : undefined;
};

/** The machine and the name of an execution; nothing when it is the ARN of something else. Refuses what is no ARN. */
export const readExecutionArn = (arn: string): { machine: string; name: string } | undefined => {
  const [machine, name, ...rest] = partsOf(arn, 'execution');
  return machine && name && rest.length === 0 ? { machine, name } : undefined;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: AWS refuses control characters in names, and so do we.
const NOT_IN_NAMES = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** A name of a machine or an execution: 1 to 80 characters, none of those that AWS keeps for itself. */
export const checkName = (name: string): string => {
  if (name.length < 1 || name.length > 80 || NOT_IN_NAMES.test(name)) throw invalidName(name);
  return name;
};
