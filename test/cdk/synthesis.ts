/**
 * Reading a synthesis of the whole deployment, for the tests beside this file. Not the making: `test/support/synthesis-setup.ts` does
 * it once for all of them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pascal } from '../../lib/cdk/functions.ts';

export type Resource = {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};
export type Template = { readonly Resources: Record<string, Resource> };

export type ReadSynthesis = { readonly folder: string; readonly text: string; readonly template: Template };

export const readSynthesis = (folder: string): ReadSynthesis => {
  const file = readdirSync(folder).find((name) => name.endsWith('.template.json')) ?? 'no template';
  const text = readFileSync(join(folder, file), 'utf8');
  return { folder, text, template: JSON.parse(text) as Template };
};

export const bundleFile = ({ folder }: ReadSynthesis, name: string): string => join(folder, 'functions', name, 'index.mjs');
export const bytesOf = (made: ReadSynthesis, name: string): number => statSync(bundleFile(made, name)).size;

export const ofType = ({ Resources }: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type);

export type Statement = {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, string | string[]>>;
};
export const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

export const statementsOf = ({ Resources }: Template, roleId: string): Statement[] => {
  const { Policies = [] } = (Resources[roleId]?.Properties ?? {}) as {
    Policies?: { PolicyDocument: { Statement: Statement[] } }[];
  };
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
};

/** The id of a function's role. */
export const roleOf = ({ Resources }: Template, name: string): string => {
  const { Role } = (Resources[pascal(name)]?.Properties ?? {}) as { Role?: { 'Fn::GetAtt': [string, string] } };
  return Role?.['Fn::GetAtt'][0] ?? `no role for ${name}`;
};
