/** The DynamoDB client of this function, and the two conversions. Marshalling is here so that adapters read like what they do. */
import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { environment } from './env.ts';

export const dynamodb = new DynamoDBClient({});
export const TableName = environment.TABLE_NAME;

export type Item = Record<string, AttributeValue>;
export const toItem = (value: Record<string, unknown>): Item => marshall(value, { removeUndefinedValues: true });
export const fromItem = (item: Item): Record<string, unknown> => unmarshall(item);
