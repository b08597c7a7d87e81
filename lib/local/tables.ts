/**
 * The template's tables, made in the emulator when they are not there. Encryption, backups and protection are AWS's and left out.
 * Called by the runner.
 */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { StartProblem } from './start-problem.ts';
import { ofType, properties, type Template } from './template.ts';

export type LocalTable = { readonly input: CreateTableCommandInput; readonly ttl?: string };

/** A table's name here is its id in the template, so that the same data is found at the next start. */
export const tablesOf = (template: Template): LocalTable[] =>
  ofType(template, 'AWS::DynamoDB::Table').map(([id]) => {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, TimeToLiveSpecification } = properties(template, id);
    const ttl = (TimeToLiveSpecification as { AttributeName?: string } | undefined)?.AttributeName;
    const input = { TableName: id, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode: 'PAY_PER_REQUEST' };
    return { input: input as CreateTableCommandInput, ...(ttl ? { ttl } : {}) };
  });

const names = (indexes: readonly { IndexName?: string | undefined }[] = []) =>
  indexes
    .map(({ IndexName }) => IndexName)
    .sort()
    .join(', ');

/** Answers whether the table had to be made. Refuses one whose indexes are not the template's: an older Ownway made it. */
const ensure = async (client: DynamoDBClient, { input, ttl }: LocalTable): Promise<boolean> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: input.TableName }));
    if (names(Table?.GlobalSecondaryIndexes) !== names(input.GlobalSecondaryIndexes))
      throw new StartProblem(
        'The data folder was made by another version of Ownway. Move it away, or set DATA_DIR to a new folder.',
      );
    return false;
  } catch (cause) {
    if (!(cause instanceof ResourceNotFoundException)) throw cause;
  }
  await client.send(new CreateTableCommand(input));
  if (ttl)
    await client.send(
      new UpdateTimeToLiveCommand({ TableName: input.TableName, TimeToLiveSpecification: { AttributeName: ttl, Enabled: true } }),
    );
  return true;
};

/** True when at least one table is new, so that the data folder was empty until now. */
export const ensureTables = async (client: DynamoDBClient, tables: readonly LocalTable[]): Promise<boolean> => {
  const made: boolean[] = [];
  for (const table of tables) made.push(await ensure(client, table));
  return made.includes(true);
};
