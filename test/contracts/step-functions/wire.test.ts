/** What is on the wire itself: headers, error bodies, hosts, broken requests. Without the SDK, which hides these. */

import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOurs, type World } from './world.ts';

let world: World;
let endpoint: URL;
beforeAll(async () => {
  world = await openOurs();
  const { hostname, port } = (await world.client.config.endpoint?.()) ?? { hostname: '', port: 0 };
  endpoint = new URL(`http://${hostname}:${port}`);
});
afterAll(() => world.close());

type Reply = { status: number | undefined; type: string | undefined; id: unknown; body: unknown };

const post = (target: string, body: string, headers: Record<string, string> = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const call = request(endpoint, { method: 'POST', headers: { 'x-amz-target': target, ...headers } }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const { statusCode: status, headers: got } = response;
      resolve({ status, type: got['content-type'], id: got['x-amzn-requestid'], body: JSON.parse(text) });
    });
    call.on('error', reject);
    call.end(body);
  });

test('an answer is AWS JSON 1.0 with a request id, and moments in seconds', async () => {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'a', States: { a: { Type: 'Succeed' } } });
  const made = await post('AWSStepFunctions.CreateStateMachine', JSON.stringify({ name: 'wire', roleArn: 'r', definition }));
  expect(made).toMatchObject({ status: 200, type: 'application/x-amz-json-1.0', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const { creationDate } = made.body as { creationDate: number };
  expect(Math.abs(creationDate - Date.now() / 1000)).toBeLessThan(60);
});

test.each([
  ['AWSStepFunctions.DescribeExecution', '{"executionArn":"nobody"}', 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: nobody'"],
  [
    'AWSStepFunctions.DescribeExecution',
    '{}',
    'ValidationException',
    "Value null at 'executionArn' failed to satisfy constraint",
  ],
  [
    'AWSStepFunctions.DescribeExecution',
    '{"executionArn":7}',
    'ValidationException',
    "The value of 'executionArn' must be a string.",
  ],
  ['AWSStepFunctions.ListStateMachines', '{"maxResults":1.5}', 'ValidationException', "'maxResults' must be a whole number"],
  ['AWSStepFunctions.ListStateMachines', '{"maxResults":-1}', 'ValidationException', 'greater than or equal to 0'],
  ['AWSStepFunctions.ListStateMachines', '{', 'SerializationException', 'not a JSON object'],
  ['AWSStepFunctions.ListStateMachines', '[]', 'SerializationException', 'not a JSON object'],
  ['AWSStepFunctions.constructor', '{}', 'UnknownOperationException', 'AWSStepFunctions.constructor'],
  ['DynamoDB_20120810.GetItem', '{}', 'UnknownOperationException', 'GetItem'],
  ['', '{}', 'UnknownOperationException', 'It knows: '],
])('%s %s is refused as %s', async (target, body, __type, message) => {
  expect(await post(target, body)).toMatchObject({ status: 400, body: { __type, message: expect.stringContaining(message) } });
});

test('a request that names another host is turned away', async () => {
  const refused = await post('AWSStepFunctions.ListStateMachines', '{}', { host: 'elsewhere.example' });
  expect(refused).toMatchObject({ status: 400, body: { __type: 'AccessDeniedException' } });
});

test('a request beyond every limit is refused, and the next is answered', async () => {
  const huge = await post('AWSStepFunctions.ListStateMachines', `{"a":"${'x'.repeat(4_000_000)}"}`);
  expect(huge).toMatchObject({ status: 400, body: { __type: 'RequestEntityTooLargeException' } });
  expect(await post('AWSStepFunctions.ListStateMachines', '{}')).toMatchObject({ status: 200 });
});
