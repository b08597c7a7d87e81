/**
 * The council's own encryption key: the table, the machines, the logs and the alarms' topic are all under it. Not who may use it
 * beyond AWS's own services: that is each role's policy. Called by the stack.
 */
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Looking after the key. AWS's default policy says `kms:*`; the list is written out so that nothing is granted by accident. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

/** Using the key. Given to the account, so that each role's own policy decides; without it no role could use the key at all. */
const USE = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:RetireGrant',
];

const allow = (service: string, actions: string[], conditions: Record<string, unknown>) =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal(service)],
    actions,
    // In a key's own policy the resource is always the key itself; AWS writes that as "*".
    resources: ['*'],
    conditions: conditions as Record<string, object>,
  });

const keyPolicy = (stack: Stack): PolicyDocument => {
  const ofThisAccount = { StringEquals: { 'aws:SourceAccount': stack.account } };
  const anyLogGroup = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    resourceName: '*',
  });
  return new PolicyDocument({
    statements: [
      new PolicyStatement({ principals: [new AccountRootPrincipal()], actions: [...ADMINISTRATION, ...USE], resources: ['*'] }),
      allow(
        `logs.${stack.region}.amazonaws.com`,
        ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': anyLogGroup } },
      ),
      // Step Functions hands its encrypted log lines over through this service.
      allow('delivery.logs.amazonaws.com', ['kms:Decrypt'], ofThisAccount),
      allow('cloudwatch.amazonaws.com', ['kms:Decrypt', 'kms:GenerateDataKey'], ofThisAccount),
    ],
  });
};

/** Rotated every year, and kept when the stack is deleted: without it the retained table could never be read again. */
export const councilKey = (scope: Construct, council: string): Key =>
  new Key(scope, 'Key', {
    description: `Ownway for ${council}: table, machines, logs and alarms`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
    policy: keyPolicy(Stack.of(scope)),
  });
