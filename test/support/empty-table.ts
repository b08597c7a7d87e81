/** A table with nothing in it, for pages that look something up besides their case. What is written would be refused. */
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

/** Every query answers no rows and every item is absent, for the file of tests that asks for it. */
export const emptyTable = () =>
  mockClient(DynamoDBClient).on(QueryCommand).resolves({ Items: [] }).on(GetItemCommand).resolves({});
