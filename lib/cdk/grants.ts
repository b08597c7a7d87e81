/**
 * What a function may do, derived from what is in its bundle. Not the roles themselves (`function.ts` turns this into policy
 * statements). Called by `synthesise.ts`, so that a bundle that outgrows its adapters' declared actions stops the synthesis.
 */
import type { Bundle, SdkCommand } from './bundle.ts';

/** Actions on the items whose partition begins so; the partitions are IAM patterns, `CASE#*`. */
export type OnPartitions = { readonly actions: readonly string[]; readonly partitions: readonly string[] };
export type OnIndex = OnPartitions & { readonly index: string };

/** What one file of `lib/aws` needs, by the kind of thing it acts on. */
export type AdapterActions = {
  readonly table?: readonly OnPartitions[];
  readonly indexes?: readonly OnIndex[];
  /** On the council's state machines, all versions: IAM knows a version only by its machine. */
  readonly machine?: readonly string[];
  /** On the executions of those machines. */
  readonly execution?: readonly string[];
};
/** By file name; a file that speaks to nothing is left out. */
export type AdapterTable = Readonly<Record<string, AdapterActions>>;
export type Grants = Required<AdapterActions>;

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

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

/**
 * One entry an action, with every partition it is needed on. Together and not apart, because one transaction puts items of
 * several kinds and may be judged by all its keys at once. (CDK writes actions on the same partitions as one statement.)
 */
const byAction = (needs: readonly OnPartitions[]): OnPartitions[] =>
  unique(needs.flatMap(({ actions }) => actions)).map((action) => ({
    actions: [action],
    partitions: unique(needs.filter(({ actions }) => actions.includes(action)).flatMap(({ partitions }) => partitions)),
  }));

/**
 * The actions `bundle` uses: those its adapters declare, less those whose command was dropped as unused code. Refuses a bundle able
 * to send a command that no adapter in it declares.
 */
export const grantsFor = (bundle: Bundle, adapters: AdapterTable, folder = 'lib/aws'): Grants => {
  const declared = bundle.sources
    .filter((path) => path.startsWith(`${folder}/`))
    .flatMap((path) => adapters[path.slice(folder.length + 1)] ?? []);
  const usable = new Set(bundle.commands.flatMap(actionsOf));
  const used = (actions: readonly string[]) => unique(actions.filter((action) => usable.has(action)));
  const usedOn = <Need extends OnPartitions>(needs: readonly Need[]): Need[] =>
    needs.map((need) => ({ ...need, actions: used(need.actions) })).filter(({ actions }) => actions.length > 0);
  const onIndexes = usedOn(declared.flatMap(({ indexes = [] }) => indexes));
  const grants: Grants = {
    table: byAction(usedOn(declared.flatMap(({ table = [] }) => table))),
    indexes: unique(onIndexes.map(({ index }) => index)).flatMap((index) =>
      byAction(onIndexes.filter((need) => need.index === index)).map((need) => ({ index, ...need })),
    ),
    machine: used(declared.flatMap(({ machine = [] }) => machine)),
    execution: used(declared.flatMap(({ execution = [] }) => execution)),
  };
  const granted = new Set([
    ...[...grants.table, ...grants.indexes].flatMap(({ actions }) => actions),
    ...grants.machine,
    ...grants.execution,
  ]);
  const ungranted = bundle.commands.find((command) => !actionsOf(command).some((action) => granted.has(action)));
  if (ungranted)
    throw new Error(
      `${bundle.name} can send ${ungranted.service}:${ungranted.command}, but no file of ${folder} in it declares that action in ${folder}/actions.ts.`,
    );
  return grants;
};
