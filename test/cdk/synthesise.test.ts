import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { synthesiseOwnway } from '../../bin/app.ts';
import { ACTIONS } from '../../lib/aws/actions.ts';
import { bundleAll } from '../../lib/cdk/bundle.ts';
import { grantsFor } from '../../lib/cdk/grants.ts';
import { machineName } from '../../lib/cdk/machine-names.ts';
import { readSynthesis } from './synthesis.ts';

const first = readSynthesis(inject('synthesis').demo);
const outDir = mkdtempSync(join(tmpdir(), 'ownway-synth-'));
beforeAll(() => synthesiseOwnway({ outDir, signIn: 'demo', check: false }));
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

const contents = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    // Where CDK notes the folder it wrote to; nothing reads it.
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.metadata.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file.slice(folder.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort();

describe('synthesise', () => {
  it('writes the same files, byte for byte, from the same sources', () => {
    expect(contents(outDir)).toEqual(contents(first.folder));
  });

  it('asks the account nothing: no parameter, lookup or token but the bootstrap’s own', () => {
    const manifest = JSON.parse(readFileSync(join(first.folder, 'manifest.json'), 'utf8')) as { missing?: unknown[] };
    expect(manifest.missing ?? []).toEqual([]);
    const { Parameters } = JSON.parse(first.text) as { Parameters: object };
    expect(Object.keys(Parameters)).toEqual(['BootstrapVersion']);
  });

  it('sends nothing about us to anybody', () => {
    expect(first.text).not.toContain('AWS::CDK::Metadata');
  });

  it('opens the demonstration’s sign-in only when asked to', () => {
    expect(first.text).toContain('"SIGN_IN": "demo"');
  });
});

const on = (partition: string, ...actions: string[]) => ({ actions, partitions: [partition] });

describe('grantsFor', () => {
  const bundle = {
    name: 'example',
    folder: '',
    bytes: 0,
    sources: ['functions/example.ts', 'lib/aws/cases.ts', 'lib/aws/keys.ts'],
    commands: [
      { service: 'dynamodb', command: 'GetItem' },
      { service: 'dynamodb', command: 'TransactWriteItems' },
    ],
  } as const;

  it('gives what the adapters declare and the bundle can still send, each action once with all its partitions', () => {
    const adapters = {
      'cases.ts': {
        table: [on('CASE#*', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'), on('OUTBOX#*', 'dynamodb:PutItem')],
      },
      'other.ts': { table: [on('OTHER#*', 'dynamodb:PutItem')] },
    };
    expect(grantsFor(bundle, adapters)).toEqual({
      table: [
        { actions: ['dynamodb:GetItem'], partitions: ['CASE#*'] },
        { actions: ['dynamodb:PutItem'], partitions: ['CASE#*', 'OUTBOX#*'] },
      ],
      indexes: [],
      machine: [],
      execution: [],
    });
  });

  it('keeps the partitions of one index from those of another', () => {
    const query = { ...bundle, commands: [{ service: 'dynamodb', command: 'Query' }] } as const;
    const needs = ['a', 'b', 'b'].map((index, n) => ({ index, ...on(`${n}#*`, 'dynamodb:Query') }));
    expect(grantsFor(query, { 'cases.ts': { indexes: needs } }).indexes).toEqual([
      { index: 'a', actions: ['dynamodb:Query'], partitions: ['0#*'] },
      { index: 'b', actions: ['dynamodb:Query'], partitions: ['1#*', '2#*'] },
    ]);
  });

  it('refuses a bundle that can send what no adapter in it declares', () => {
    expect(() => grantsFor(bundle, { 'cases.ts': { table: [on('CASE#*', 'dynamodb:PutItem')] } })).toThrow(
      'example can send dynamodb:GetItem, but no file of lib/aws in it declares that action in lib/aws/actions.ts.',
    );
  });

  it('takes no declaration from an adapter that is not in the bundle', () => {
    expect(() => grantsFor(bundle, { 'sessions.ts': { table: [on('*', 'dynamodb:GetItem', 'dynamodb:PutItem')] } })).toThrow(
      'dynamodb:GetItem',
    );
  });
});

describe('the adapter that publishes to machines', () => {
  it('asks for what it sends and nothing else, once a function has it', async () => {
    const into = mkdtempSync(join(tmpdir(), 'ownway-publisher-'));
    const [publisher] = await bundleAll([{ name: 'publisher', entry: 'lib/aws/machine-publisher.ts' }], into);
    rmSync(into, { recursive: true, force: true });
    if (!publisher) throw new Error('nothing was bundled');
    expect(grantsFor(publisher, ACTIONS)).toEqual({
      table: ['dynamodb:GetItem', 'dynamodb:PutItem'].map((action) => on('CONFIGURATION*', action)),
      indexes: [],
      machine: [
        'states:DescribeStateMachine',
        'states:ListStateMachineVersions',
        'states:PublishStateMachineVersion',
        'states:UpdateStateMachine',
      ],
      execution: [],
    });
  });
});

describe('machineName', () => {
  it('joins council and pathway', () => {
    expect(machineName('larkshire', 'adult-care')).toBe('ownway-larkshire-adult-care');
  });

  it('refuses what Step Functions would', () => {
    expect(() => machineName('larkshire', 'a'.repeat(70))).toThrow('80 is the most');
  });
});
