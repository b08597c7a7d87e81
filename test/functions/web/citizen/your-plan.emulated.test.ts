/**
 * The person writes their own plan over HTTP, on the embedded DynamoDB, as a browser without scripts would: each part saved by itself,
 * refusals with what was typed kept, who leads, proposals, and “my plan is ready”. The machines are not running.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '../../../../lib/domain/actor.ts';
import { AgreedAnswer, StoryAnswer } from '../../../../lib/domain/assessment.ts';
import type { Case } from '../../../../lib/domain/case.ts';
import type { Command } from '../../../../lib/domain/command.ts';
import { NAME, RECORD } from '../../../support/template-answers.ts';
import { titleOf, Visitor, wordsOf } from '../../../support/visitor.ts';
import { type FrontDoor, openFrontDoor } from '../public/front-door.ts';

const ADA: Actor = { id: 'P-01-ADA', name: 'Ada Thornbury', roles: ['person'] };
const PRIYA: Actor = { id: 'S-PRIYA', name: 'Priya Raman', roles: ['assessor'] };
const ID = 'C-YOURPLAN2';
const at = (path = ''): string => `/cases/${ID}/your-plan${path}`;

let door: FrontDoor;
let ada: Visitor;
let priya: Visitor;

const tvB = JSON.parse(readFileSync('test/domain/fixtures/tv-b.answers.json', 'utf8')) as { answers: Record<string, unknown> };
const said = Object.entries(tvB.answers).map(([question, answer]) => [question, StoryAnswer.parse(answer)] as const);
const agreed = Object.fromEntries(
  said.map(([question, { ownWords: _words, ...answer }]) => [question, AgreedAnswer.parse(answer)]),
);
const content = {
  answers: agreed,
  findings: { impairment: true, unable: ['CA-HYGIENE', 'CA-NUTRITION'], significantImpact: true },
  decision: 'eligible-needs-identified',
  reasons: 'You need help each day.',
};
const DEEDS: readonly (readonly [Command, Actor])[] = [
  [{ type: 'open-case', caseId: ID, person: { id: ADA.id, name: ADA.name } }, ADA],
  ...said.map(
    ([question, answer]) => [{ type: 'answer-question', answers: { [question]: { ...answer, ownWords: '' } } }, ADA] as const,
  ),
  [{ type: 'answer-question', answers: NAME }, ADA],
  [{ type: 'send-story' }, ADA],
  [{ type: 'answer-question', answers: RECORD }, PRIYA],
  [{ type: 'confirm-assessment', content } as Command, PRIYA],
  [{ type: 'allocate-resources', stage: 'resource-allocation', run: 1 }, SYSTEM],
];

const does = async (command: Command, by: Actor): Promise<void> => {
  const [{ act }, { actPorts }] = [await import('../../../../lib/app/act.ts'), await import('../../../../functions/ports.ts')];
  const acted = await act(actPorts, { caseId: ID, command, by });
  if (!acted.done) throw new Error(`${command.type}: ${JSON.stringify(acted)}`);
};
const stored = async (): Promise<Case> => {
  const { actPorts } = await import('../../../../functions/ports.ts');
  const found = await actPorts.cases.load(ID);
  if (!found) throw new Error('no case');
  return found.case;
};

beforeAll(async () => {
  door = await openFrontDoor();
  ada = await new Visitor(door.origin).signInAs(ADA.id);
  priya = await new Visitor(door.origin).signInAs(PRIYA.id);
  for (const [command, by] of DEEDS) await does(command, by);
});
afterAll(() => door.close());

const WASH = {
  what: 'Help to wash',
  provider: '',
  kind: 'home-care',
  units: '3.5',
  unit: 'hour',
  per: 'week',
  price: '0',
  meets: ['CA-HYGIENE'],
};
const wash = async () => (await stored()).plan?.items.find(({ what }) => what === WASH.what);

test('the plan is written part by part, each leading back to it', async () => {
  expect(wordsOf((await ada.get(at())).html)).toContain('nothing in the plan yet');
  const words = { goals: 'I want to swim again.', strengths: '', backUp: 'Call my daughter.', advice: '' };
  expect(await ada.submit(at('/words'), words)).toBe(at());
  expect(await ada.submit(at('/line'), WASH)).toBe(at());
  const rail = { ...WASH, what: 'A rail', kind: 'equipment', units: '1', unit: 'item', per: 'once', price: '95' };
  expect(await ada.submit(at('/line'), rail)).toBe(at());
  const need = { how: 'carer', reason: 'My sister cooks.' };
  expect(await ada.submit(at('/need?need=CA-NUTRITION'), need, at('/need'))).toBe(at());
  const risk = { matters: 'I go out alone.', couldGoWrong: 'A fall.', helps: 'My phone.', agreedBy: 'Ada' };
  expect(await ada.submit(at('/risk'), risk)).toBe(at());
  const { plan } = await stored();
  expect(plan).toMatchObject({
    version: 5,
    goals: 'I want to swim again.',
    items: [
      { what: 'Help to wash', unitPence: 0 },
      { what: 'A rail', per: 'once', unitPence: 9500 },
    ],
    otherWays: [{ outcome: 'CA-NUTRITION', how: 'carer' }],
    risks: [{ helps: 'My phone.' }],
    writtenBy: { id: ADA.id },
  });
  const page = wordsOf((await ada.get(at())).html);
  for (const each of ['One price is not known yet', '£95.00', 'My sister cooks.', 'One thing is still open'])
    expect(page).toContain(each);
});

test('a line is changed and taken out at its place; wrong input stays and changes nothing', async () => {
  const before = (await stored()).plan?.version;
  const typed = await ada.fill(at('/line?line=1'), at('/line'), { price: 'a lot', provider: 'Wren Care' });
  const wrong = await ada.post(at('/line'), typed);
  expect(wrong.status).toBe(422);
  expect(titleOf(wrong.html)).toMatch(/^Error: /);
  expect(wrong.html).toContain('value="Wren Care"');
  expect((await stored()).plan?.version).toBe(before);
  expect(await ada.submit(at('/line?line=1'), { price: '21.45', provider: 'Wren Care' }, at('/line'))).toBe(at());
  expect(await wash()).toMatchObject({ unitPence: 2145, provider: 'Wren Care' });
  expect(await ada.submit(at('/line?line=2'), { action: 'remove' }, at('/line'))).toBe(at());
  expect((await stored()).plan?.items.map(({ what }) => what)).toEqual(['Help to wash']);
});

test('two who write at once: the second is told, keeps what was typed, and can save it then', async () => {
  const late = await ada.fill(at('/line?line=1'), at('/line'), { units: '4' });
  await priya.submit(at('/words'), { advice: 'The lunch club.' });
  const told = await ada.post(at('/line'), late);
  expect(told.status).toBe(409);
  expect(wordsOf(told.html)).toContain('Priya Raman saved the plan');
  expect(told.html).toMatch(/name="units"[^>]*value="4"/);
  const { formOn } = await import('../../../support/visitor.ts');
  expect((await ada.post(at('/line'), formOn(told.html, at('/line')))).status).toBe(303);
  const { plan } = await stored();
  expect(plan).toMatchObject({ advice: 'The lunch club.', items: [{ units: '4', unitPence: 2145 }] });
});

test('the person leads: the worker only proposes, and reads why not', async () => {
  expect(await ada.submit(`/cases/${ID}/who-leads`, { mode: 'person' })).toBe(at());
  expect((await priya.get(at('/line?line=1'))).location).toBe(at());
  const page = await priya.get(at('/propose?line=1'));
  expect(page.html).toMatch(/value="1" checked/);
  expect(await priya.submit(at('/propose?line=1'), { words: 'Make it five.' }, at('/propose'))).toBe(at());
  expect((await stored()).proposals).toMatchObject([{ about: 'Help to wash', words: 'Make it five.' }]);
  const mute = await ada.post(at('/settle'), await ada.fill(at(), at('/settle'), { taken: 'no' }));
  expect(mute.status).toBe(422);
  expect(await ada.submit(at(), { taken: 'no', 'words-1': 'Four is plenty.' }, at('/settle'))).toBe(at());
  expect(wordsOf((await priya.get(at())).html)).toContain('Four is plenty.');
});

test('a form the worker opened before is refused, and the plan is as it was', async () => {
  await ada.submit(`/cases/${ID}/who-leads`, { mode: 'shared' });
  const opened = await priya.fill(at('/line?line=1'), at('/line'), { units: '9' });
  await ada.submit(`/cases/${ID}/who-leads`, { mode: 'person' });
  const refused = await priya.post(at('/line'), opened);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.html)).toContain('Somebody else leads this plan now.');
  expect(await wash()).toMatchObject({ units: '4' });
});

test('“my plan is ready” says what is open, and goes on when nothing is', async () => {
  const page = await ada.get(at());
  expect(wordsOf(page.html)).toContain('One thing is still open');
  const before = await stored();
  const csrf = /name="csrf" value="([^"]+)"/.exec((await ada.get(`/cases/${ID}/who-leads`)).html)?.[1] ?? '';
  const version = String((await stored()).plan?.version);
  const forced = await ada.post(at('/ready'), { csrf, planVersion: version });
  expect(forced.status).toBe(409);
  expect(wordsOf(forced.html)).toContain('ways the money can be held');
  await does({ type: 'explain-ways' }, PRIYA);
  const { plan } = await stored();
  if (!plan) throw new Error('no plan');
  const { version: basedOn, authors: _a, writtenBy: _b, writtenAt: _c, ...rest } = plan;
  const items = rest.items.map((item) => ({ ...item, route: 'council-managed' as const }));
  await does({ type: 'save-plan', content: { ...rest, items }, basedOn }, ADA);
  expect(await ada.submit(at(), {}, at('/ready'))).toBe(`/cases/${ID}/me`);
  const after = await stored();
  expect(after.arrivals).toBe(before.arrivals + 1);
  expect(wordsOf((await ada.get(at())).html)).toContain('is not being written just now');
  expect((await ada.get(at('/words'))).location).toBe(at());
});
