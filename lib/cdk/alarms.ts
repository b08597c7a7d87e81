/**
 * What wakes somebody, and the page that tells them what to do. Every alarm's text ends with its runbook. Not dashboards. Called
 * by the stack.
 */
import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, type MetricProps, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** A count over five minutes that should stay below `atLeast`. */
export type Watch = {
  readonly id: string;
  readonly says: string;
  /** A file of `docs/runbooks`, without `.md`. */
  readonly runbook: string;
  readonly metric: Pick<MetricProps, 'namespace' | 'metricName' | 'dimensionsMap'>;
  readonly atLeast?: number;
  /** Turns the alarm round: it fires when this much has *not* happened. */
  readonly fewerThan?: number;
};

/** Where alarms go. Encrypted with the council's key; readable only by those who subscribe. */
export const alarmTopic = (scope: Construct, masterKey: IKey, email: string | undefined): Topic => {
  const topic = new Topic(scope, 'Alarms', { masterKey, displayName: 'Ownway alarms', enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  if (email) topic.addSubscription(new EmailSubscription(email));
  return topic;
};

/** Fires within five minutes. Nothing reported counts as well, except for a watch on something that should be happening. */
export const watch = (scope: Construct, topic: Topic, { id, says, runbook, metric, atLeast = 1, fewerThan }: Watch): Alarm => {
  const turned = fewerThan !== undefined;
  const alarm = new Alarm(scope, `${id}Alarm`, {
    alarmDescription: `${says} Runbook: docs/runbooks/${runbook}.md`,
    metric: new Metric({ ...metric, statistic: 'Sum', period: Duration.minutes(5) }),
    threshold: fewerThan ?? atLeast,
    comparisonOperator: turned ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: turned ? 2 : 1,
    treatMissingData: turned ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  return alarm;
};
