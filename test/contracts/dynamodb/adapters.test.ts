/** The adapters keep their promises on every DynamoDB we can reach. What each promise is stands in the files beside this one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessContract } from './access-contract.ts';
import { actContract } from './act-contract.ts';
import { type Adapters, load, makeTable } from './adapters.ts';
import { casesContract } from './cases-contract.ts';
import { configureContract } from './configure-contract.ts';
import { engines, type Started } from './engines.ts';
import { householdsContract } from './households-contract.ts';
import { keysContract } from './keys-contract.ts';
import { listsContract } from './lists-contract.ts';
import { movesContract } from './moves-contract.ts';
import { publishingContract } from './publishing-contract.ts';
import { sessionsContract } from './sessions-contract.ts';
import { sharersContract } from './sharers-contract.ts';
import { readsContract, repliesContract } from './voice-contract.ts';

const reachable = engines();

test('the embedded DynamoDB is always among them', () => {
  expect(reachable.map(({ name }) => name)).toContain('the embedded DynamoDB');
});

describe.each(reachable)('on $name', ({ start }) => {
  let started: Started | undefined;
  let adapters: Adapters | undefined;
  const loaded = (): Adapters => {
    if (!adapters) throw new Error('not started');
    return adapters;
  };

  beforeAll(async () => {
    started = await start();
    adapters = await load(started.endpoint, await makeTable(started.endpoint));
  });
  afterAll(async () => {
    adapters?.dynamodb.destroy();
    await started?.close();
  });

  // First, because it begins with nothing published.
  describe('published configurations', () => publishingContract(loaded));
  describe('the one write path', () => actContract(loaded));
  describe('cases', () => casesContract(loaded));
  describe('lists', () => listsContract(loaded));
  describe('sessions', () => sessionsContract(loaded));
  describe('links and messages', () => accessContract(loaded));
  describe('who waits for a word', () => repliesContract(loaded));
  describe('who has looked', () => readsContract(loaded));
  describe('people who plan together', () => householdsContract(loaded));
  describe('plans with a share of what others pay for too', () => sharersContract(loaded));
  describe('drafts going live', () => configureContract(loaded));
  describe('moving open cases', () => movesContract(loaded));
  describe('keys', () => keysContract(loaded));
});
