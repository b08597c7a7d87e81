/**
 * The one table. Its keys and what is kept under them are described in `docs/data-model.md`; this is only its shape and how it is
 * kept safe. Called by the stack; `npm start` makes the same table from the synthesised template.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { INDEXES, keyNames, PROJECTED } from '../aws/indexes.ts';
import { named } from './functions.ts';

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
  for (const index of INDEXES) {
    const { pk, sk } = keyNames(index);
    const projection = { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: PROJECTED };
    table.addGlobalSecondaryIndex({ indexName: index, partitionKey: key(pk), sortKey: key(sk), ...projection });
  }
  named(table, 'Cases');
  return table;
};
