/**
 * Help that cannot wait and what was found about money, as the table then holds them: a case that is opened with help, twice clicked or
 * stopped half way; help that is ended; a finding that is recorded once. The real application on the embedded DynamoDB.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Visitor, wordsOf } from '../../../support/visitor.ts';
import { type FrontDoor, messages, openFrontDoor } from '../public/front-door.ts';

let door: FrontDoor;
let priya: Visitor;
beforeAll(async () => {
  door = await openFrontDoor();
  priya = await new Visitor(door.origin).signInAs('S-PRIYA');
});
afterAll(() => door.close());

const NEW = '/work/new';
const HELP = { urgent: 'yes', what: 'Somebody to sit with him tonight', who: 'Wren Care' };
const caseIn = (location: string | null): string => /C-[A-Z0-9]{10}/.exec(location ?? '')?.[0] ?? '';
const logOf = async (id: string) => {
  const { histories } = await import('../../../../lib/aws/histories.ts');
  return (await histories.of(id)).map(({ event }) => event);
};
const typesOf = async (id: string): Promise<string[]> => (await logOf(id)).map(({ type }) => type);
const crisis = async (name: string, typed: Record<string, string> = {}): Promise<string> =>
  caseIn(await priya.submit(NEW, { name, email: '', phone: '', ...HELP, ...typed }));

test('one form opens the case and starts the help, from today, and shows that it goes on', async () => {
  const form = await priya.fill(NEW, NEW, { name: 'Perpetua Lisle', email: 'perpetua@example.org', phone: '', ...HELP });
  const replies = [await priya.post(NEW, form), await priya.post(NEW, form)];
  expect(replies.map(({ status }) => status)).toEqual([303, 303]);
  const id = caseIn(replies[0]?.location ?? '');
  expect(replies.map(({ location }) => location)).toEqual(Array(2).fill(`/cases/${id}/urgent`));
  expect(await typesOf(id)).toEqual(['CaseOpened', 'UrgentSupportStarted']);
  expect((await messages()).filter(({ to }) => to.to === 'perpetua@example.org')).toHaveLength(1);
  const page = wordsOf((await priya.get(`/cases/${id}/urgent`)).html);
  for (const words of ['Somebody to sit with him tonight', 'Wren Care', 'Started by Priya Raman']) expect(page).toContain(words);
});

test('two clicks at once open one case and start one help', async () => {
  const form = await priya.fill(NEW, NEW, { name: 'Two Clicks', email: '', phone: '', ...HELP });
  const replies = await Promise.all([priya.post(NEW, form), priya.post(NEW, form)]);
  const [id] = replies.map(({ location }) => caseIn(location)).filter(Boolean);
  expect(await typesOf(id ?? '')).toEqual(['CaseOpened', 'UrgentSupportStarted']);
});

test('without it the questions come next, as before', async () => {
  const to = await priya.submit(NEW, { name: 'Odette Farr', email: '', phone: '' });
  expect(to).toMatch(/\/story$/);
  expect(await typesOf(caseIn(to))).toEqual(['CaseOpened']);
});

test('a case that was open when the help stopped short leads to the help’s own form, with what was typed', async () => {
  const form = await priya.fill(NEW, NEW, { name: 'Half Way', email: '', phone: '', ...HELP });
  const id = caseIn((await priya.post(NEW, { ...form, urgent: 'no', what: '', who: '' })).location);
  expect(await typesOf(id)).toEqual(['CaseOpened']);
  // The same form again, now with the help: nothing is opened twice, and the help starts.
  expect((await priya.post(NEW, form)).location).toBe(`/cases/${id}/urgent`);
  expect(await typesOf(id)).toEqual(['CaseOpened', 'UrgentSupportStarted']);
  await priya.submit(`/cases/${id}/stop`, { reasons: 'They moved away.' });
  const late = await priya.post(NEW, { ...form, what: 'Somebody for the night as well' });
  expect(late.status).toBe(409);
  const words = wordsOf(late.html);
  expect(words).toContain('the help has not started. This case is closed.');
  expect(words).toContain('You have just typed this. It is not saved: Somebody for the night as well');
});

test('it is ended once, with reasons; on a closed case none is started', async () => {
  const id = await crisis('Ends Well');
  const page = `/cases/${id}/urgent`;
  const end = { ...(await priya.fill(page, page, {})), end: '1', 'reasons-1': 'Her sister has come to stay.' };
  const replies = [await priya.post(page, end), await priya.post(page, end)];
  expect(replies.map(({ location }) => location)).toEqual([page, page]);
  expect(await typesOf(id)).toEqual(['CaseOpened', 'UrgentSupportStarted', 'UrgentSupportEnded']);
  expect((await priya.post(page, { ...end, end: '7', 'reasons-7': 'Because.' })).status).toBe(409);

  const start = await priya.fill(page, page, { what: HELP.what, who: HELP.who });
  await priya.submit(`/cases/${id}/stop`, { reasons: 'All is well.' });
  const refused = await priya.post(page, start);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.html)).toContain('This case is closed.');
  expect(wordsOf(refused.html)).toContain(HELP.what);
});

test('what was found is recorded once, to the penny; showing what it comes to records nothing', async () => {
  const id = await crisis('Pays Something');
  const page = `/cases/${id}/finances`;
  const typed = { kind: 'figures', standing: 'estimate', setting: 'community', income: '250', savings: '15,001', housing: '20' };
  const form = await priya.fill(page, page, { ...typed, dre: '15.50', leftWith: '162.15' });
  expect((await priya.post(page, { ...form, action: 'propose' })).status).toBe(200);
  expect(await typesOf(id)).not.toContain('FinancesRecorded');
  const replies = [await priya.post(page, { ...form, action: 'record' }), await priya.post(page, { ...form, action: 'record' })];
  expect(replies.map(({ location }) => location)).toEqual([page, page]);
  const found = (await logOf(id)).filter(({ type }) => type === 'FinancesRecorded');
  expect(found).toMatchObject([
    {
      finances: {
        kind: 'figures',
        assessableIncomePence: 25_000,
        capitalPence: 1_500_100,
        housingCostsPence: 2_000,
        drePence: 1_550,
        leftWithPence: 16_215,
        recordedBy: { id: 'S-PRIYA' },
      },
    },
  ]);
  expect(wordsOf((await priya.get(page)).html)).toContain('Recorded by Priya Raman');
  expect((await priya.get(`/cases/${id}/what-you-pay`)).status).toBe(200);
  await priya.submit(`/cases/${id}/stop`, { reasons: 'All is well.' });
  const late = await priya.post(page, { ...form, action: 'record', income: '251' });
  expect([late.status, wordsOf(late.html).includes('This case is closed')]).toEqual([409, true]);
});

test('an approver starts urgent help, and records no finances; a stranger finds neither', async () => {
  const id = await crisis('Who May');
  const morag = await new Visitor(door.origin).signInAs('S-MORAG');
  const stranger = await new Visitor(door.origin).signInAs('someone-new', 'A Stranger');
  const statuses = async (visitor: Visitor) =>
    Promise.all(['urgent', 'finances', 'what-you-pay'].map(async (page) => (await visitor.get(`/cases/${id}/${page}`)).status));
  expect(await statuses(new Visitor(door.origin))).toEqual([403, 403, 403]);
  expect(await statuses(stranger)).toEqual([404, 404, 404]);
  expect(await statuses(priya)).toEqual([200, 200, 200]);
  expect(await statuses(morag)).toEqual([200, 403, 200]);
});
