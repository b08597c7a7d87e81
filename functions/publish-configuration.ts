/**
 * Publishes the configuration that came with this deployment. CloudFormation calls it directly as a custom resource, after the
 * machines exist, and waits for its answer at `ResponseURL`; a failure here fails the deployment and nothing is live.
 */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { publishDeployment } from '../lib/app/configuring/publish.ts';
import { clock } from '../lib/aws/clock.ts';
import { configurations } from '../lib/aws/configurations.ts';
import { deployment } from '../lib/aws/deployment.ts';
import { log } from '../lib/aws/log.ts';
import { publications } from '../lib/aws/publications.ts';
import { publishing } from '../lib/aws/publishing.ts';
import { door } from './door.ts';

const Asked = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.object({
    ConfigurationVersion: z.string(),
    Machines: z.record(z.string(), z.string()),
    // Absent where CloudFormation goes back to a deployment from before these were told.
    MachineArns: z.record(z.string(), z.string()).optional(),
    Functions: z.record(z.string(), z.string()).optional(),
  }),
});
type Asked = z.infer<typeof Asked>;

const Decided = z.object({ version: z.string(), council: z.string(), documents: z.record(z.string(), z.unknown()) });

const publish = async ({ ResourceProperties: { ConfigurationVersion, Machines } }: Asked): Promise<void> => {
  const file = await readFile(new URL('./configuration.json', import.meta.url), 'utf8');
  const { version, council, documents } = Decided.parse(JSON.parse(file));
  if (version !== ConfigurationVersion) throw new Error(`asked for ${ConfigurationVersion}, but this is ${version}`);
  const published = await publishDeployment(
    { publishing, publications, configurations, clock, log },
    { version, council, documents, machines: Machines },
  );
  if (published.done) return;
  const [fault] = published.why === 'faults' ? published.faults : [];
  throw new Error(fault ? `${fault.file}, ${fault.where}: ${fault.message}` : 'message' in published ? published.message : '');
};

/** What an administrator who publishes later needs to know of this deployment. */
const keepRecord = async ({ ResourceProperties: { MachineArns, Functions } }: Asked): Promise<void> => {
  if (MachineArns && Functions) await deployment.save({ machines: MachineArns, functions: Functions });
};

const answer = async (asked: Asked, failure: Error | undefined): Promise<void> => {
  const { StackId, RequestId, LogicalResourceId, ResourceProperties } = asked;
  const PhysicalResourceId = `configuration-${ResourceProperties.ConfigurationVersion}`;
  const about = { StackId, RequestId, LogicalResourceId, PhysicalResourceId };
  const body = failure ? { ...about, Status: 'FAILED', Reason: failure.message } : { ...about, Status: 'SUCCESS' };
  const response = await fetch(asked.ResponseURL, { method: 'PUT', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`);
};

export const handler = door(async (event: unknown): Promise<void> => {
  const asked = Asked.parse(event);
  let failure: Error | undefined;
  try {
    // Cases in flight need their configuration, so deleting the resource deletes nothing.
    if (asked.RequestType !== 'Delete') {
      await keepRecord(asked);
      await publish(asked);
    }
  } catch (cause) {
    failure = cause instanceof Error ? cause : new Error(String(cause));
    log('a configuration was not published', { error: failure.name, reason: failure.message });
  }
  await answer(asked, failure);
});
