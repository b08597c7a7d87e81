/**
 * What a function may do, derived from what is in its bundle. Not the roles themselves (`function.ts` turns this into policy
 * statements). Called by `synthesise.ts`, so that a bundle that outgrows its adapters' declared actions stops the synthesis.
 */
import type { Bundle, SdkCommand } from './bundle.ts';

/** What one file of `lib/aws` needs: IAM actions, by the kind of thing they act on. */
export type AdapterActions = {
  /** On the table itself. */
  readonly table?: readonly string[];
  /** On the table's indexes. */
  readonly index?: readonly string[];
  /** On the council's state machines, all versions: IAM knows a version only by its machine. */
  readonly machine?: readonly string[];
  /** On the executions of those machines. */
  readonly execution?: readonly string[];
};
/** By file name; a file that speaks to nothing is left out. */
export type AdapterTable = Readonly<Record<string, AdapterActions>>;
export type Grants = { readonly [K in keyof Required<AdapterActions>]: readonly string[] };

/**
 * The IAM actions one SDK command may need. IAM has no action for a transaction: DynamoDB asks for the action of each part.
 * Publishing while creating or updating a machine asks for the publishing action too.
 */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'dynamodb:TransactWriteItems': [
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:DeleteItem',
    'dynamodb:ConditionCheckItem',
  ],
  'dynamodb:TransactGetItems': ['dynamodb:GetItem'],
  'states:CreateStateMachine': ['states:CreateStateMachine', 'states:PublishStateMachineVersion'],
  'states:UpdateStateMachine': ['states:UpdateStateMachine', 'states:PublishStateMachineVersion'],
};
export const actionsOf = ({ service, command }: SdkCommand): readonly string[] =>
  NEEDS[`${service}:${command}`] ?? [`${service}:${command}`];

const KINDS = ['table', 'index', 'machine', 'execution'] as const;

const declaredBy = (adapters: readonly AdapterActions[], kind: (typeof KINDS)[number]): string[] => [
  ...new Set(adapters.flatMap((adapter) => adapter[kind] ?? [])),
];

/**
 * The actions `bundle` uses: those its adapters declare, less those whose command was dropped as unused code. Refuses a bundle able
 * to send a command that no adapter in it declares.
 */
export const grantsFor = (bundle: Bundle, adapters: AdapterTable, folder = 'lib/aws'): Grants => {
  const declared = bundle.sources
    .filter((path) => path.startsWith(`${folder}/`))
    .flatMap((path) => adapters[path.slice(folder.length + 1)] ?? []);
  const usable = new Set(bundle.commands.flatMap(actionsOf));
  const of = (kind: (typeof KINDS)[number]) =>
    declaredBy(declared, kind)
      .filter((action) => usable.has(action))
      .sort();
  const grants: Grants = { table: of('table'), index: of('index'), machine: of('machine'), execution: of('execution') };
  const granted = new Set(KINDS.flatMap((kind) => grants[kind]));
  const ungranted = bundle.commands.find((command) => !actionsOf(command).some((action) => granted.has(action)));
  if (ungranted)
    throw new Error(
      `${bundle.name} can send ${ungranted.service}:${ungranted.command}, but no file of ${folder} in it declares that action in ${folder}/actions.ts.`,
    );
  return grants;
};
