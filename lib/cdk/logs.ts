/**
 * Where each function, machine and the front door write what happened: a log group of its own, encrypted, kept three months.
 * Nothing personal is ever logged, so this is about space and not about retention schedules. Called by the other constructs.
 */
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** CloudFormation names the group, so that a second stack, or the same one made again, never meets the old one. */
export const logGroup = (scope: Construct, id: string, encryptionKey: IKey): LogGroup =>
  new LogGroup(scope, id, { retention: RetentionDays.THREE_MONTHS, encryptionKey });
