/**
 * What is wrong in a data folder after a crash run: every accepted form must be in the log exactly once, every case must be its
 * events, every machine must have ended with its case, nothing may be left to deliver. Opens the folder itself, with nothing running.
 */
import { isDeepStrictEqual } from 'node:util';
import { replay } from '../../lib/domain/case.ts';
import { startDynamoDb } from '../../lib/local/dynamodb.ts';
import { startStepFunctions } from '../../lib/local/step-functions/start.ts';
import { NEEDED_RECORD, TV_B } from './whole-case.ts';

/** What one whole case writes, and how often: more than once would be a form that acted twice. */
const ONCE: Readonly<Record<string, number>> = {
  CaseOpened: 1,
  AnswerGiven: TV_B.length + Object.keys(NEEDED_RECORD).length,
  AssessmentConfirmed: 1,
  AllocationMade: 1,
  PlanSaved: 1,
  PlanApproved: 1,
  FormFilled: 2,
  SupportPutInPlace: 1,
};

const without = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const inOneCase = async (caseId: string): Promise<string[]> => {
  const { cases } = await import('../../lib/aws/cases.ts');
  const { histories } = await import('../../lib/aws/histories.ts');
  const stored = await cases.load(caseId);
  if (!stored) return [`${caseId} is gone`];
  const recorded = await histories.of(caseId);
  const wrong: string[] = [];
  if (recorded.some(({ version }, place) => version !== place + 1)) wrong.push(`${caseId}: its versions have a gap`);
  const events = recorded.map(({ event }) => event);
  if (!isDeepStrictEqual(without(replay(events)), without(stored.case))) wrong.push(`${caseId}: the snapshot is not its events`);
  if (stored.case.state !== 'supported') wrong.push(`${caseId}: it is ${stored.case.state}`);
  if (stored.case.allocation?.weeklyPence !== 18011)
    wrong.push(`${caseId}: its figure is ${stored.case.allocation?.weeklyPence}`);
  for (const [type, times] of Object.entries(ONCE)) {
    const seen = events.filter((event) => event.type === type).length;
    if (seen !== times) wrong.push(`${caseId}: ${type} is there ${seen} times, not ${times}`);
  }
  return [...wrong, ...(await machineOfCase(caseId, stored.case.run))];
};

const machineOfCase = async (caseId: string, run: number): Promise<string[]> => {
  const { configurations } = await import('../../lib/aws/configurations.ts');
  const { engineWatch } = await import('../../lib/aws/engine-watch.ts');
  const { executionName, machineOf } = await import('../../lib/app/deliver.ts');
  const published = await configurations.current();
  if (!published) return ['no configuration is published'];
  const machine = await machineOf(configurations, published.bundle.version, 'adult-care');
  const running = await engineWatch.isRunning(machine, executionName(caseId, run));
  return running ? [`${caseId}: its machine still runs`] : [];
};

/** One line for each thing that is wrong with `caseIds` in `dataDir`. */
export const lossesIn = async (dataDir: string, caseIds: readonly string[]): Promise<string[]> => {
  const dynamodb = await startDynamoDb({ dataDir });
  const invoke = async () => ({});
  const stepFunctions = await startStepFunctions({ dataDir: `${dataDir}/step-functions`, invoke });
  Object.assign(process.env, {
    TABLE_NAME: 'Cases',
    COUNCIL: 'larkshire',
    SIGN_IN: 'demo',
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
    AWS_ENDPOINT_URL_SFN: stepFunctions.endpoint,
  });
  try {
    const { outboxSweep } = await import('../../lib/aws/outbox-sweep.ts');
    const left = await outboxSweep.filedBefore('9999');
    const wrong = left.map(({ id }) => `${id} is still in the outbox`);
    for (const caseId of caseIds) wrong.push(...(await inOneCase(caseId)));
    return wrong;
  } finally {
    await stepFunctions.close();
    await dynamodb.close();
  }
};
