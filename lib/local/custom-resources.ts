/**
 * CloudFormation's custom resources on a laptop: calls the function with the event CloudFormation would send, and waits for what it
 * reports back. Called by the runner once tables and machines are there.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Invoke } from './functions.ts';
import { properties, type Template } from './template.ts';

type Report = { readonly Status?: string; readonly Reason?: string };

/** A one-use address to report to. `heard` settles with the first report. */
const listenForReport = async (): Promise<{ url: string; heard: Promise<Report>; close: () => void }> => {
  let hear: (report: Report) => void = () => {};
  const heard = new Promise<Report>((resolve) => {
    hear = resolve;
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    response.end();
    hear(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Report);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/${randomUUID()}`, heard, close };
};

const run = async (
  id: string,
  type: string,
  { ServiceToken, ...given }: Record<string, unknown>,
  isNew: boolean,
  invoke: Invoke,
) => {
  const report = await listenForReport();
  try {
    await invoke(String(ServiceToken), {
      RequestType: isNew ? 'Create' : 'Update',
      ResponseURL: report.url,
      StackId: 'arn:aws:cloudformation:local:000000000000:stack/ownway/local',
      RequestId: randomUUID(),
      ResourceType: type,
      LogicalResourceId: id,
      ...(isNew ? {} : { PhysicalResourceId: id, OldResourceProperties: { ServiceToken, ...given } }),
      ResourceProperties: { ServiceToken, ...given },
    });
    const silent = new Promise<Report>((resolve) =>
      setTimeout(resolve, 5000, { Status: 'FAILED', Reason: 'It never reported.' }).unref(),
    );
    const { Status, Reason } = await Promise.race([report.heard, silent]);
    if (Status !== 'SUCCESS') throw new Error(`${id} was not set up: ${Reason ?? 'no reason given'}`);
  } finally {
    report.close();
  }
};

/** Sets up every custom resource, as new or as changed. Each must be safe to repeat, as CloudFormation asks of it too. */
export const runCustomResources = async (
  template: Template,
  known: ReadonlyMap<string, string>,
  isNew: boolean,
  invoke: Invoke,
) => {
  for (const [id, { Type }] of Object.entries(template.resources)) {
    if (!Type.startsWith('Custom::')) continue;
    await run(id, Type, properties(template, id, known), isNew, invoke);
  }
};
