/**
 * The one table. Its keys and what is kept under them are described in `docs/data-model.md`; this is only its shape and how it is
 * kept safe. Called by the stack; `npm start` makes the same table from the synthesised template.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { named } from './functions.ts';

/**
 * `g1`: worklists. `g2`: a person's cases. `g3`: what is due, sharded. An index's name is longer than its key's because DynamoDB
 * takes no name under three characters.
 */
const KEYS = ['g1', 'g2', 'g3'] as const;
const indexName = (of: (typeof KEYS)[number]) => `${of}-index`;
export const INDEXES = KEYS.map(indexName);

const key = (name: string) => ({ name, type: AttributeType.STRING });

/** Paid by use, restorable to any second of the last 35 days, and kept when the stack is deleted or the table renamed. */
export const caseTable = (scope: Construct, encryptionKey: IKey): Table => {
  const table = new Table(scope, 'Cases', {
    partitionKey: key('pk'),
    sortKey: key('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    timeToLiveAttribute: 'ttl',
  });
  for (const each of KEYS)
    table.addGlobalSecondaryIndex({
      indexName: indexName(each),
      partitionKey: key(`${each}pk`),
      sortKey: key(`${each}sk`),
      projectionType: ProjectionType.ALL,
    });
  named(table, 'Cases');
  return table;
};
