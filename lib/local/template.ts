/**
 * The synthesised CloudFormation template, read the way CloudFormation would: what is to be made, with every reference filled in.
 * Not the making (`tables.ts`, `machines.ts`, `functions.ts`). Called by the runner.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lookup, resolve } from './intrinsics.ts';
import { REGION } from './step-functions/arns.ts';

export { REGION };
export const ACCOUNT = '000000000000';

export type Resource = {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
};
export type Template = { readonly folder: string; readonly resources: Readonly<Record<string, Resource>> };

/** Reads the one template of a synthesis. Refuses a folder that does not hold exactly one. */
export const readTemplate = (folder: string): Template => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
  const [file] = files;
  if (!file || files.length > 1) throw new Error(`${folder} should hold one template and holds ${files.length}.`);
  const { Resources } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { Resources: Record<string, Resource> };
  return { folder, resources: Resources };
};

export const ofType = (template: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(template.resources)
    .filter(([, resource]) => resource.Type === type)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const arn = (service: string, name: string) => `arn:aws:${service}:${service === 'iam' ? '' : REGION}:${ACCOUNT}:${name}`;

/** What AWS would call each kind of thing; only what the template's own references can ask for. */
const madeUpArn = (id: string, { Type, Properties }: Resource): string => {
  switch (Type) {
    case 'AWS::Lambda::Function':
      return arn('lambda', `function:${id}`);
    case 'AWS::StepFunctions::StateMachine':
      return arn('states', `stateMachine:${String(Properties?.StateMachineName ?? id)}`);
    case 'AWS::DynamoDB::Table':
      return arn('dynamodb', `table/${id}`);
    case 'AWS::IAM::Role':
      return arn('iam', `role/${id}`);
    default:
      return arn('local', id);
  }
};

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'ownway',
  'AWS::StackId': arn('cloudformation', 'stack/ownway/local'),
};

/** `known` holds what only making a thing tells, such as the address of a published version. */
const lookup = (template: Template, known: ReadonlyMap<string, string>): Lookup => ({
  ref: (id) => {
    const resource = template.resources[id];
    const made = known.get(id) ?? PSEUDO[id];
    if (made !== undefined) return made;
    if (!resource) throw new Error(`The template refers to ${id}, which it does not have.`);
    return resource.Type === 'AWS::StepFunctions::StateMachine' ? madeUpArn(id, resource) : id;
  },
  attribute: (id, name) => {
    const resource = template.resources[id];
    if (!resource) throw new Error(`The template refers to ${id}.${name}, which it does not have.`);
    return name === 'Arn' ? madeUpArn(id, resource) : `${id}.${name}`;
  },
});

/** The properties of one resource with every reference filled in. */
export const properties = (
  template: Template,
  id: string,
  known: ReadonlyMap<string, string> = new Map(),
): Record<string, unknown> =>
  resolve(template.resources[id]?.Properties ?? {}, lookup(template, known)) as Record<string, unknown>;

/** What AWS would call the resource `id`. */
export const arnOf = (template: Template, id: string): string => lookup(template, new Map()).attribute(id, 'Arn');
