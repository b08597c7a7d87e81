/** Stages taken out, moved, changed and added by form, and a walk kept as a scenario: what is sent, what comes back, what is kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Visitor, wordsOf } from '../../../support/visitor.ts';
import { type FrontDoor, openFrontDoor } from '../public/front-door.ts';

let door: FrontDoor;
let wren: Visitor;
beforeAll(async () => {
  door = await openFrontDoor();
  wren = await new Visitor(door.origin).signInAs('S-WREN');
});
afterAll(() => door.close());

const draft = (title: string): Promise<string> => wren.submit('/admin', { title });
const words = async (path: string): Promise<string> => wordsOf((await wren.get(path)).html);
const WALK = 'pathway=adult-care&as=everybody&o=submitted,not-eligible';

describe('taking a stage out', () => {
  test('is one form; the list then says what was changed, and the stage is gone', async () => {
    const home = await draft('No second look');
    const list = `${home}/pathways/adult-care`;
    const to = await wren.submit(`${list}/stages/quality-check/take-out`, {
      onward: 'content',
      reason: 'Nobody changes anything',
    });
    expect(to).toBe(`${list}?changed=yes`);
    const said = await words(to);
    expect(said).toContain('Takes out the stage “Quality check of the plan”. Cases go on to “Plan sign-off”.');
    expect((await wren.get(list)).html).not.toContain('stages/quality-check');
    expect((await wren.get(`${list}/stages/quality-check`)).status).toBe(404);
    expect(await words(home)).toContain('Nobody changes anything');
  });

  test('sent twice is done once, and leads to the same place', async () => {
    const page = `${await draft('Twice')}/pathways/adult-care/stages/quality-check/take-out`;
    const fields = await wren.fill(page, page, { onward: 'content', reason: 'Twice' });
    const [first, second] = [await wren.post(page, fields), await wren.post(page, fields)];
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
  });

  test.each([
    ['without a choice', { reason: 'Why not' }, 'Choose where cases go instead.'],
    ['with a choice there is not', { onward: 'nowhere', reason: 'Why not' }, 'Choose where cases go instead.'],
    ['without a reason', { onward: 'content', reason: '' }, 'Say why, in a few words.'],
  ])('%s comes back with the sentence', async (_name, typed, sentence) => {
    const page = `${await draft('Incomplete')}/pathways/adult-care/stages/quality-check/take-out`;
    const reply = await wren.post(page, await wren.fill(page, page, typed));
    expect(reply.status).toBe(422);
    expect(wordsOf(reply.html)).toContain(sentence);
  });

  test('what the law asks for can be taken out of the draft, and the pathway says what is missed', async () => {
    const list = `${await draft('Unlawful')}/pathways/adult-care`;
    const to = await wren.submit(`${list}/stages/plan-approval/take-out`, { onward: 'approved', reason: 'To see' });
    expect(await words(to)).toMatch(/(One thing keeps|\d+ things keep) this from being published/);
    expect(await words(to)).toContain('Care Act 2014, s.25');
  });
});

test('moving a stage changes its place in the list', async () => {
  const list = `${await draft('Order')}/pathways/adult-care`;
  const to = await wren.submit(list, { move: 'review 0' });
  expect(to).toBe(`${list}?changed=yes#stage-review`);
  const { html } = await wren.get(list);
  expect(html.indexOf('id="stage-review"')).toBeLessThan(html.indexOf('id="stage-self-assessment"'));
});

test('a stage keeps what was changed, and says what is missing where something is', async () => {
  const page = `${await draft('Words')}/pathways/adult-care/stages/quality-check`;
  await wren.submit(page, { title: 'A fresh look', promise: '3', reason: 'Shorter' });
  const { html } = await wren.get(page);
  expect(html).toContain('value="A fresh look"');
  expect(wordsOf(html)).toContain('3 working days');
  const wrong = await wren.post(page, await wren.fill(page, page, { title: '', promise: '900', reason: 'Longer' }));
  expect(wrong.status).toBe(422);
  expect(wordsOf(wrong.html)).toContain('Write a number of working days from 1 to 180.');
  const same = await wren.post(page, await wren.fill(page, page, { reason: 'No change' }));
  expect([same.status, wordsOf(same.html)]).toEqual([409, expect.stringContaining('That is how it is already')]);
});

test('several ways led elsewhere are several changes', async () => {
  const home = await draft('Ways');
  const page = `${home}/pathways/adult-care/stages/review/ways`;
  await wren.submit(page, { 'way-no-change': 'stage planning', 'way-needs-changed': 'stage assessment', reason: 'To see' });
  const said = await words(home);
  expect(said).toContain('Leads the outcome “no-change”');
  expect(said).toContain('Leads the outcome “needs-changed”');
});

test('a stage that is added is there, with its reason, after the stage that was chosen', async () => {
  const home = await draft('One more');
  const page = `${home}/pathways/carer-support/add-stage`;
  const typed = {
    reason: 'Whether the plan is safe',
    owner: 'Quality team',
    'look-again-day': '1',
    'look-again-month': '6',
    'look-again-year': '2027',
    kind: 'form',
    title: 'A second look!',
    forThePerson: 'Somebody else reads your plan',
    who: 'approver',
    promise: '3',
    form: 'quality-check',
    place: 'planning/ready',
  };
  const missing = await wren.post(page, await wren.fill(page, page, { ...typed, reason: '', owner: '' }));
  expect(missing.status).toBe(422);
  expect(wordsOf(missing.html)).toContain('Say which decision or duty it serves.');
  const to = await wren.submit(page, typed);
  expect(to).toBe(`${home}/pathways/carer-support/stages/a-second-look?changed=yes`);
  const said = await words(to);
  expect(said).toContain("“Sign-off of the carer's plan”");
  expect(said).not.toMatch(/keeps? this from being published/);
});

describe('trying', () => {
  test('stores nothing, and leads from stage to stage by links', async () => {
    const home = await draft('Tried');
    const { html } = await wren.get(`${home}/try?pathway=adult-care&as=person`);
    expect(html).toContain(`${home}/try?pathway=adult-care&amp;as=person&amp;o=submitted#now`);
    expect(await words(home)).toContain('Nothing is changed yet.');
  });

  test('an answer that was chosen decides what else is asked', async () => {
    const home = await draft('Branches');
    const at = `${home}/try?pathway=adult-care&as=person`;
    const count = async (more: string) => Number(/The person (\d+) \d+ Worker/.exec(await words(at + more))?.[1]);
    expect(await count('&a_about_carer=no')).toBeLessThan(await count('&a_about_carer=yes'));
  });

  test('a walk to an end is kept as a scenario, which comes out as it should and can be taken out', async () => {
    const home = await draft('Kept');
    const typed = { title: 'Not eligible', about: 'Somebody made up', reason: 'It matters' };
    expect(await wren.submit(`${home}/try/save?${WALK}`, typed, `${home}/try/save`)).toBe(`${home}/try?changed=yes`);
    expect(await words(`${home}/try`)).toMatch(/Not eligible Somebody made up As it should/);
    const { html } = await wren.get(`${home}/try`);
    const [, page = ''] = /href="([^"]*scenarios\/not-eligible[^"/]*\/take-out)"/.exec(html) ?? [];
    await wren.submit(page, { reason: 'Enough of them' });
    expect((await wren.get(page)).status).toBe(404);
  });

  test('a walk that is not at an end leads back to it', async () => {
    const home = await draft('Not there yet');
    const reply = await wren.get(`${home}/try/save?pathway=adult-care&as=person&o=submitted`);
    expect([reply.status, reply.location]).toEqual([303, `${home}/try?pathway=adult-care&as=person&o=submitted`]);
  });
});

test('what is live can be looked at and not changed', async () => {
  const { status, html } = await wren.get('/admin/live/pathways/adult-care');
  expect(status).toBe(200);
  expect(html).toContain('<svg');
  expect(html).not.toContain('/take-out');
  expect((await wren.get('/admin/live/pathways/none')).status).toBe(404);
});
