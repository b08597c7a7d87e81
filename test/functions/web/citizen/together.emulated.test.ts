/**
 * Two people plan together through the pages of both sides, on the embedded DynamoDB: what each sees and never sees, what is refused and
 * changes nothing, an answer used again, a cost that adds up. The pages are asked directly, each with a visit of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../../support/web-environment.ts';
import { type Context, Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, CaseVisit, Page, Typed } from '../../../../functions/web/page.ts';
import { configurationOf } from '../../../../lib/app/configuration.ts';
import { summarise } from '../../../../lib/app/summary.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import type { AgreedSupport } from '../../../../lib/domain/case.ts';
import type { Command } from '../../../../lib/domain/command.ts';
import { subjectOf } from '../../../../lib/domain/permission.ts';
import { startDynamoDb } from '../../../../lib/local/dynamodb.ts';
import { makeTable } from '../../../contracts/dynamodb/adapters.ts';
import { publishAnyway } from '../../../support/publishing.ts';
import { demonstration } from '../public/demonstration.ts';

const ADA: Actor = { id: 'P-ADA', name: 'Ada Thornbury', roles: ['person'] };
const BEN: Actor = { id: 'P-BEN', name: 'Ben Hart', roles: ['person'] };
const CAI: Actor = { id: 'P-CAI', name: 'Cai Rees', roles: ['person'] };
const PRIYA: Actor = { id: 'S-PRIYA', name: 'Priya Raman', roles: ['assessor'] };
const [HERS, HIS, CAIS] = ['C-ADA00001', 'C-BEN00001', 'C-CAI00001'] as const;
const bundle = demonstration();
const folder = mkdtempSync(join(tmpdir(), 'ownway-together-'));

let close = async (): Promise<void> => undefined;
const load = async () => {
  const [{ actPorts }, { act }, { households }] = await Promise.all([
    import('../../../../functions/ports.ts'),
    import('../../../../lib/app/act.ts'),
    import('../../../../lib/aws/households.ts'),
  ]);
  const [citizen, citizenPool, staff, staffPool] = await Promise.all([
    import('../../../../functions/web/citizen/together.tsx'),
    import('../../../../functions/web/citizen/together-pool.tsx'),
    import('../../../../functions/web/staff/case-together-doors.tsx'),
    import('../../../../functions/web/staff/case-together-pool.tsx'),
  ]);
  return {
    actPorts,
    act,
    households,
    ours: citizen.ourHousehold,
    ourPool: citizenPool.ourPool,
    theirs: staff.caseTogether,
    theirPool: staffPool.caseTogetherPool,
  };
};
let loaded: Awaited<ReturnType<typeof load>> | undefined;
const it = () => {
  if (!loaded) throw new Error('not loaded');
  return loaded;
};

beforeAll(async () => {
  const dynamodb = await startDynamoDb({ dataDir: folder });
  close = dynamodb.close;
  const TABLE_NAME = await makeTable(dynamodb.endpoint);
  Object.assign(process.env, {
    TABLE_NAME,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
    AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:1',
  });
  const { publishing } = await import('../../../../lib/aws/publishing.ts');
  const machine = 'arn:aws:states:eu-west-2:000000000000:stateMachine:none';
  await publishAnyway(publishing, { bundle, machines: { [bundle.council.pathway]: machine } });
  loaded = await load();
  for (const [caseId, by] of [
    [HERS, ADA],
    [HIS, BEN],
    [CAIS, CAI],
  ] as const)
    await deed(caseId, by, { type: 'open-case', caseId, person: { id: by.id, name: by.name } });
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const deed = async (caseId: string, by: Actor, command: Command): Promise<void> => {
  const acted = await it().act(it().actPorts, { caseId, command, by });
  if (!acted.done) throw new Error(JSON.stringify(acted));
};

const contextOf = async (path: string, address: string): Promise<Context> => {
  const found: Context[] = [];
  const app = new Hono();
  app.get(path, (c) => {
    found.push(c);
    return c.text('');
  });
  await app.request(address);
  const [context] = found;
  if (!context) throw new Error(address);
  return context;
};

let asked = 0;
const visitTo = async (page: Page, caseId: string, actor: Actor, query = ''): Promise<CaseVisit> => {
  const stored = await it().actPorts.cases.load(caseId);
  if (!stored) throw new Error(caseId);
  asked += 1;
  const now = new Date();
  return {
    c: await contextOf(page.path, page.path.replace(':caseId', caseId) + query),
    session: { id: 'session', actor, until: '2099-01-01T00:00:00Z' },
    actor,
    bundle,
    frame: { council: bundle.council, service: { name: 'Care', href: '/' }, nav: [] },
    csrf: 'token',
    request: `form-${asked}`,
    now,
    reading: { easy: false } as CaseVisit['reading'],
    case: stored.case,
    configuration: configurationOf(bundle, stored.case.pathway),
    subject: subjectOf(stored.case, now.toISOString().slice(0, 10)),
    reader: { about: actor.id !== stored.case.person.id },
  };
};

const told = async (answer: Answer | undefined): Promise<{ status: number; words: string; to: string }> => {
  if (!answer || 'file' in answer) throw new Error('no page');
  if ('goTo' in answer) return { status: 303, words: '', to: answer.goTo };
  const html = String(await (await answer.show).toString());
  return { status: answer.status, words: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), to: '' };
};
const opens = async (page: Page, caseId: string, actor: Actor, query = '') => {
  if (page.kind !== 'case') throw new Error('no page of a case');
  return told(await page.get?.(await visitTo(page, caseId, actor, query)));
};
const sends = async (page: Page, caseId: string, actor: Actor, typed: Typed) => {
  if (page.kind !== 'case') throw new Error('no page of a case');
  return told(await page.post?.(await visitTo(page, caseId, actor), typed));
};
const today = () => {
  const [year = '', month = '', day = ''] = new Date().toISOString().slice(0, 10).split('-');
  return (name: string) => ({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year });
};
const theirs = async () => {
  const [id = ''] = await it().households.ofCase(HERS);
  const stored = await it().households.load(id);
  if (!stored) throw new Error('no household');
  return stored.household;
};
const OPEN = { deed: 'open', 'new-name': 'Ada and Ben', 'new-own': 'Yes.', 'new-case': HIS, 'new-other': 'Why not.' };

test('a worker starts it with another case; what is not in order changes nothing and keeps what was typed', async () => {
  for (const [change, words] of [
    [{ 'new-case': 'C-NOBODY1' }, 'There is no case with that number'],
    [{ 'new-case': HERS }, 'This is the case you are on'],
    [{ 'new-other': '' }, 'Write down what they said when you asked'],
    [{ 'new-name': '' }, 'Give it a name'],
  ] as const) {
    const wrong = await sends(it().theirs, HERS, PRIYA, { ...OPEN, ...change });
    expect([wrong.status, wrong.words.includes(words)], words).toEqual([422, true]);
    expect(wrong.words).toContain('Error:');
  }
  expect(await it().households.ofCase(HERS)).toEqual([]);
  expect(await sends(it().theirs, HERS, PRIYA, OPEN)).toMatchObject({ status: 303, to: `/cases/${HERS}/together` });
  expect((await opens(it().theirs, HIS, PRIYA)).words).toContain('Ada Thornbury');
  expect((await opens(it().ours, HIS, BEN)).words).toContain('Ada Thornbury');
});

test('no forged form of a stranger’s reaches it, and staff are led to their own page', async () => {
  const { id, version } = await theirs();
  for (const [page, typed] of [
    [it().ours, { deed: 'yes', what: 'conversation', household: id }],
    [it().ourPool, { deed: 'start', household: id }],
  ] as const)
    expect((await sends(page, CAIS, CAI, typed)).status).toBe(404);
  expect((await opens(it().ourPool, CAIS, CAI, `?household=${id}`)).status).toBe(404);
  expect((await sends(it().theirs, CAIS, PRIYA, { deed: 'say', household: id })).status).toBe(404);
  expect((await theirs()).version).toBe(version);
  expect((await opens(it().ours, HERS, PRIYA)).to).toBe(`/cases/${HERS}/together`);
});

test('each says yes for themself; the talk is theirs who did', async () => {
  const { id } = await theirs();
  const say = { deed: 'say', household: id, [`words-${id}`]: 'See you on Friday' };
  expect((await sends(it().ours, HERS, ADA, say)).status).toBe(409);
  await sends(it().ours, HERS, ADA, { deed: 'yes', what: 'conversation', household: id });
  expect((await sends(it().ours, HERS, ADA, { ...say, [`words-${id}`]: ' ' })).status).toBe(422);
  expect((await sends(it().ours, HERS, ADA, say)).status).toBe(303);
  expect((await opens(it().ours, HERS, ADA)).words).toContain('See you on Friday');
  expect((await opens(it().ours, HIS, BEN)).words).not.toContain('See you on Friday');
  expect((await opens(it().theirs, HIS, PRIYA)).words).toContain('See you on Friday');
});

test('what one has told us is used by the other only while both say yes, in the words that stand, on their own case', async () => {
  const { id } = await theirs();
  const value = { lines: ['1 Mill Lane'], town: 'Larkham', postcode: 'SW1A 1AA' };
  await deed(HERS, ADA, { type: 'answer-question', answers: { 'about.address': value } });
  const use = { deed: 'use', household: id, question: 'about.address', from: HERS };
  expect((await sends(it().ours, HIS, BEN, use)).status).toBe(409);
  await sends(it().ours, HIS, BEN, { deed: 'yes', what: 'sharedFacts', household: id });
  expect((await opens(it().ours, HIS, BEN)).words).not.toContain('Mill Lane');
  await sends(it().theirs, HERS, PRIYA, {
    deed: 'record',
    household: id,
    [`what-${id}`]: 'yes:sharedFacts',
    [`said-${id}`]: 'Of course.',
  });
  expect((await opens(it().ours, HIS, BEN)).words).toContain('Mill Lane');
  expect((await sends(it().ours, HIS, BEN, { ...use, question: 'about.nhs-number' })).status).toBe(409);
  expect((await sends(it().ours, HIS, BEN, use)).status).toBe(303);
  const fact = (await it().actPorts.cases.load(HIS))?.case.facts['about.address']?.person;
  expect(fact).toMatchObject({ value: { lines: ['1 Mill Lane'] }, by: { id: BEN.id } });
  expect((await opens(it().ours, HIS, BEN)).words).not.toContain('Use this for me too');
});

test('a cost is offered, agreed by each, and adds up to the penny; who is not asked sees nothing', async () => {
  const { id } = await theirs();
  const pool = { household: id, pool: '1', version: '1' };
  const start = {
    deed: 'start',
    household: id,
    name: 'Friday nights',
    purpose: 'A driver.',
    description: 'One trip',
    whole: '10.01',
    [`parts-${HERS}`]: '1',
    [`parts-${HIS}`]: '1',
    ...today()('from'),
  };
  expect((await sends(it().ourPool, HERS, ADA, { ...start, whole: 'lots' })).status).toBe(422);
  expect(await sends(it().ourPool, HERS, ADA, start)).toMatchObject({ status: 303 });
  const page = await opens(it().ourPool, HIS, BEN, `?household=${id}&pool=1`);
  for (const words of ['£5.01', '£5.00', '£10.01', 'I agree', 'Waits for you']) expect(page.words).toContain(words);
  const money = { ...pool, deed: 'money', kind: 'in', amount: '20', what: 'Mine', ...today()('on') };
  expect((await sends(it().ourPool, HERS, ADA, money)).status).toBe(409);
  expect((await sends(it().theirPool, HIS, PRIYA, { ...pool, deed: 'agree' })).status).toBe(422);
  expect((await sends(it().theirPool, HIS, PRIYA, { ...pool, deed: 'agree', 'agree-said': 'Yes.' })).status).toBe(303);
  expect((await sends(it().ourPool, HERS, ADA, money)).status).toBe(303);
  expect((await opens(it().theirPool, HIS, PRIYA, `?household=${id}&pool=1`)).words).toContain('Mine');
  expect((await sends(it().ourPool, HERS, ADA, { ...pool, version: '7', deed: 'end', ...today()('last') })).status).toBe(409);
  expect((await opens(it().ourPool, HERS, ADA, `?household=${id}&pool=2`)).status).toBe(404);
});

test('what a person takes back, a worker writes down only in their words', async () => {
  const { id, version } = await theirs();
  const back = { deed: 'record', household: id, [`what-${id}`]: 'back:sharedFacts' };
  expect((await sends(it().theirs, HERS, PRIYA, back)).status).toBe(422);
  expect((await theirs()).version).toBe(version);
  expect((await sends(it().theirs, HERS, PRIYA, { ...back, [`said-${id}`]: 'Not any more.' })).status).toBe(303);
  expect((await theirs()).events.at(-1)).toMatchObject({ type: 'AgreementTakenBack', words: 'Not any more.' });
});

/** Her support as it would be in place, with her share of “Friday nights” in it: what leads there is not what is looked at here. */
const putInPlace = async (household: string): Promise<void> => {
  const stored = await it().actPorts.cases.load(HERS);
  if (stored?.case.state !== 'underway') throw new Error('not underway');
  const { at: _at, ...records } = stored.case;
  const by = { id: PRIYA.id, name: PRIYA.name };
  const now = new Date().toISOString();
  const share = { household, pool: 1, pence: 501 };
  const item = {
    what: 'Friday',
    provider: '',
    unit: 'week',
    units: '1',
    unitPence: 501,
    meets: ['CA-COMMUNITY'],
    share,
  } as const;
  const plan = { goals: '', items: [{ ...item, meets: [...item.meets] }], otherWays: [], backUp: '', advice: 'x' };
  const written = { ...plan, version: 1, authors: [PRIYA.id], writtenBy: by, writtenAt: now };
  const budget = { totalPence: 501, indicativePence: 501 } as AgreedSupport['budget'];
  const agreed = { plan: written, budget, approvedBy: by, approvedAt: now, reasons: '', reviewDueOn: '2099-01-01' };
  const after = { ...records, state: 'supported' as const, version: records.version + 1, agreed };
  const event = {
    type: 'SupportPutInPlace' as const,
    reviewDueOn: agreed.reviewDueOn,
    at: now,
    by: { ...by, role: 'assessor' as const },
  };
  const change = { expected: records.version, after, events: [event], requests: [], team: bundle.council.team, entries: [] };
  const summary = summarise(after, configurationOf(bundle, after.pathway));
  expect(await it().actPorts.cases.commit({ ...change, summary })).toBe('committed');
};

test('whoever’s agreed budget counts on what the other leaves is looked at, and told so', async () => {
  const { id } = await theirs();
  await putInPlace(id);
  const deed = { household: id, pool: '1', version: '1', deed: 'leave', ...today()('leave') };
  expect((await sends(it().ourPool, HIS, BEN, deed)).status).toBe(303);
  const hers = (await it().actPorts.cases.load(HERS))?.case;
  expect(hers).toMatchObject({ state: 'underway', reviewAsked: expect.stringContaining('changed: Friday nights. Your support') });
  expect((await it().actPorts.cases.load(HIS))?.case.state).toBe('underway');
});

test('whoever stops is out at once: neither page nor form lets them in, and what is theirs is paid out', async () => {
  const { id } = await theirs();
  expect((await sends(it().ours, HIS, BEN, { deed: 'leave', household: id })).status).toBe(303);
  expect((await opens(it().ours, HIS, BEN)).words).not.toContain('Ada Thornbury');
  expect((await sends(it().ours, HIS, BEN, { deed: 'join', household: id })).status).toBe(404);
  const page = await opens(it().ourPool, HERS, ADA, `?household=${id}&pool=1`);
  for (const words of ['Ended on', 'Paid out', 'In all £0.00']) expect(page.words).toContain(words);
});
