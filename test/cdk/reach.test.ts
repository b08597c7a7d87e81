/**
 * What each function can reach in the table and among the machines, written out by hand: the list a security review would ask for.
 * How a role is derived is not looked at here, so a derivation that grants too much fails against this.
 */
import { expect, inject, it } from 'vitest';
import {
  CURRENT_CONFIGURATION,
  caseKey,
  configurationKey,
  eventKey,
  outboxKey,
  personPartition,
  reviewPartition,
  sessionKey,
  watchPartition,
  workPartition,
} from '../../lib/aws/keys.ts';
import { FUNCTIONS } from '../../lib/cdk/functions.ts';
import { list, readSynthesis, roleOf, type Statement, statementsOf } from './synthesis.ts';

const made = readSynthesis(inject('synthesis').closed);

/** Every change to a case goes this way: loading, committing, delivering. */
const ACTING = [
  'GetItem CASE#* CONFIGURATION*',
  'PutItem CASE#* OUTBOX#* REPLY#*',
  'DeleteItem OUTBOX#* REPLY#*',
  'StartExecution SendTaskSuccess on machines',
  'StopExecution on executions',
];
const TIME_LISTS = 'Query dates: REVIEW#* WATCH#*';

const REACH: Readonly<Record<string, readonly string[]>> = {
  web: [
    'GetItem ACCESS#* CASE#* CONFIGURATION* HOUSEHOLD#* SESSION#*',
    'PutItem ACCESS#* CASE#* HOUSEHOLD#* HOUSEHOLDS#* MAILBOX* OUTBOX#* READS#* REPLY#* SESSION#*',
    'DeleteItem HOUSEHOLDS#* OUTBOX#* REPLY#* SESSION#*',
    'Query CASE#* HOUSEHOLDS#* MAILBOX* READS#*',
    'ConditionCheckItem HOUSEHOLD#*',
    'Query work: REPLY#* WORK#*',
    'Query people: PERSON#*',
    TIME_LISTS,
    'StartExecution SendTaskSuccess DescribeStateMachine on machines',
    'StopExecution on executions',
  ],
  // It only looks at cases: what moves them is `move-cases`.
  admin: [
    'GetItem CASE#* CONFIGURATION* DRAFT* MOVE* SESSION#*',
    'PutItem CONFIGURATION* DRAFT* MOVE*',
    'Query CASE#* CONFIGURATION* DRAFT* MOVE*',
    'Query dates: CLOSED#* REVIEW#* WATCH#*',
    'UpdateStateMachine PublishStateMachineVersion DescribeStateMachine ListStateMachineVersions on machines',
  ],
  assessment: ACTING,
  'resource-allocation': ACTING,
  'plan-approval': ACTING,
  review: ACTING,
  form: ACTING,
  late: ACTING,
  attention: ACTING,
  recover: [
    ...ACTING.filter((line) => !line.startsWith('StopExecution')),
    TIME_LISTS,
    'StopExecution DescribeExecution on executions',
  ],
  'deliver-outbox': [
    'GetItem CONFIGURATION*',
    'DeleteItem OUTBOX#*',
    'Query OUTBOX#*',
    'StartExecution SendTaskSuccess on machines',
    'StopExecution on executions',
  ],
  'open-due-reviews': [...ACTING, TIME_LISTS],
  'publish-configuration': ['GetItem CONFIGURATION*', 'PutItem CONFIGURATION* DRAFT*', 'Query CONFIGURATION*'],
  'move-cases': [
    'GetItem CASE#* CONFIGURATION* MOVE*',
    'PutItem CASE#* MOVE* OUTBOX#* REPLY#*',
    'DeleteItem OUTBOX#* REPLY#*',
    'Query CASE#* MOVE*',
    TIME_LISTS,
    'StartExecution SendTaskSuccess on machines',
    'StopExecution on executions',
  ],
};

const states = (tail: string) => ({
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, ':states:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, `:${tail}`],
  ],
});
const TABLE = { 'Fn::GetAtt': ['Cases', 'Arn'] };
/** Where a statement reaches, in words; the template's own words for a place nobody expects. */
const PLACES = new Map<string, string>([
  [JSON.stringify(TABLE), ''],
  ...['work', 'people', 'dates'].map((index): [string, string] => [
    JSON.stringify({ 'Fn::Join': ['', [TABLE, `/index/${index}`]] }),
    `${index}:`,
  ]),
  [JSON.stringify(states('stateMachine:ownway-larkshire-*')), 'on machines'],
  [JSON.stringify(states('execution:ownway-larkshire-*:*')), 'on executions'],
]);

type Reach = { action: string; place: string; partitions: string[] };
const reachOf = ({ Action, Resource, Condition = {} }: Statement): Reach[] => {
  const { 'dynamodb:LeadingKeys': keys = [], ...more } = Condition['ForAllValues:StringLike'] ?? {};
  expect([Object.keys(Condition).filter((name) => name !== 'ForAllValues:StringLike'), more]).toEqual([[], {}]);
  return list(Resource).flatMap((resource) =>
    list(Action).map((action) => ({
      action: action.replace(/^\w+:/, ''),
      place: PLACES.get(JSON.stringify(resource)) ?? JSON.stringify(resource),
      partitions: [...list(keys)].sort(),
    })),
  );
};

const ofItemsAndMachines = (name: string): Reach[] =>
  statementsOf(made.template, roleOf(made.template, name))
    .filter(({ Action }) => list(Action).some((action) => /^(dynamodb|states):/.test(action)))
    .flatMap(reachOf);

/** `a b on machines` is two things it can do, as `a on machines` and `b on machines` are. */
const written = (line: string): string[] => {
  const [, actions = '', machines] = /^(.*?) (on \w+)$/.exec(line) ?? [];
  return machines ? actions.split(' ').map((action) => `${action} ${machines}`) : [line];
};

it('is written out for every function', () => {
  expect(Object.keys(REACH).sort()).toEqual(FUNCTIONS.map(({ name }) => name).sort());
});

it.each(Object.entries(REACH))('%s reaches exactly this', (name, lines) => {
  const reached = ofItemsAndMachines(name).map(({ action, place, partitions }) =>
    [action, place, ...partitions].filter(Boolean).join(' '),
  );
  expect(reached.sort()).toEqual(lines.flatMap(written).sort());
});

/** As IAM judges it: one statement has to allow the action for all keys that a request touches. */
const allows = (name: string, action: string, place: string, ...keys: string[]): boolean =>
  ofItemsAndMachines(name).some(
    (reach) =>
      reach.action === action &&
      reach.place === place &&
      keys.every((key) => reach.partitions.some((pattern) => key.startsWith(pattern.slice(0, -1)))),
  );

const CASE = caseKey('C-1').pk;
const OUTBOX = outboxKey('C-1', { filedAt: '2026-11-21T09:00:00.000Z', id: 'C-1#1#0' }).pk;
const SESSION = sessionKey('hash').pk;

it.each([
  ['web', 'PutItem', '', [CASE, eventKey('C-1', 1).pk, OUTBOX]],
  ['form', 'PutItem', '', [CASE, eventKey('C-1', 1).pk, OUTBOX]],
  ['publish-configuration', 'PutItem', '', [configurationKey('v').pk, CURRENT_CONFIGURATION.pk]],
  ['web', 'GetItem', '', [CURRENT_CONFIGURATION.pk]],
  ['web', 'GetItem', '', [SESSION]],
  ['web', 'DeleteItem', '', [SESSION]],
  ['web', 'Query', '', [CASE]],
  ['web', 'Query', 'work:', [workPartition('team', 'assessor')]],
  ['web', 'Query', 'people:', [personPartition('P-1')]],
  ['recover', 'Query', 'dates:', [watchPartition(0)]],
  ['open-due-reviews', 'Query', 'dates:', [reviewPartition(7)]],
  ['deliver-outbox', 'Query', '', [OUTBOX]],
  ['deliver-outbox', 'DeleteItem', '', [OUTBOX]],
])('%s may %s %s%j in one go, as its keys really are', (name, action, place, keys) => {
  expect(allows(name, action, place, ...keys)).toBe(true);
});

it.each(FUNCTIONS.map(({ name }) => name))('%s can delete nothing of a case or of a configuration', (name) => {
  const lasting = [CASE, configurationKey('v').pk, CURRENT_CONFIGURATION.pk];
  expect(lasting.filter((key) => allows(name, 'DeleteItem', '', key))).toEqual([]);
});

it.each(FUNCTIONS.map(({ name }) => name).filter((name) => name !== 'admin'))('%s can change no state machine', (name) => {
  const changes = ['CreateStateMachine', 'UpdateStateMachine', 'PublishStateMachineVersion', 'DeleteStateMachine'];
  expect(ofItemsAndMachines(name).filter(({ action }) => changes.includes(action))).toEqual([]);
});

it('admin lets nobody in, and only looks at cases', () => {
  const doing = ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'ConditionCheckItem'];
  expect(doing.filter((action) => allows('admin', action, '', SESSION))).toEqual(['GetItem']);
  expect(doing.filter((action) => allows('admin', action, '', CASE))).toEqual(['GetItem', 'Query']);
  expect(doing.filter((action) => allows('admin', action, '', OUTBOX))).toEqual([]);
});

const SIGNED_IN_TO = ['web', 'admin'];
it.each(FUNCTIONS.map(({ name }) => name).filter((name) => !SIGNED_IN_TO.includes(name)))(
  '%s cannot read or make a session',
  (name) => {
    expect(['GetItem', 'PutItem', 'DeleteItem', 'Query'].filter((action) => allows(name, action, '', SESSION))).toEqual([]);
  },
);

it.each(FUNCTIONS.map(({ name }) => name).filter((name) => name !== 'web'))('%s knows no way in and no message', (name) => {
  const doors = ['ACCESS#hash', 'MAILBOX', 'READS#C-1'];
  const reached = doors.filter((key) =>
    ['GetItem', 'PutItem', 'DeleteItem', 'Query'].some((action) => allows(name, action, '', key)),
  );
  expect(reached).toEqual([]);
});
