/**
 * The way back to a story when it does not work: wrong codes, a used one, links that are old, forged or sent to another address. Each
 * ends on a plain page that says nothing of anybody. That it does work is `own-story.test.ts`.
 */
import { beforeAll, expect, it } from 'vitest';
import { cast } from './cast.ts';
import {
  comeInByLink,
  followMailedLink,
  heading,
  mailedCode,
  mistakes,
  otherThan,
  RETURN,
  saveForLater,
  tellUntil,
  typeCode,
} from './own-story-walk.ts';
import { startCase } from './person-walk.ts';
import { asRead, type Walker } from './walker.ts';

const { someone, tabOf, faults } = cast();

const DEAD = 'This link does not work any more';
const NAME = 'Otto Wainfleet';

let person: Walker;
let caseId: string;
const story = (): string => `/cases/${caseId}/story`;
const mailed = (to: string) => ({ caseId, to, subject: RETURN });
const path = ({ page }: Walker): string => new URL(page.url()).pathname;
const mainOf = ({ page }: Walker): Promise<string> => asRead(page.getByRole('main'));

/** Somebody else at a device of their own, on the page that asks for the code. */
const atTheCode = async (to: string): Promise<Walker> => {
  const one = await someone();
  await followMailedLink(one, mailed(to));
  await one.press('Send me a code');
  return one;
};

beforeAll(async () => {
  person = await someone();
  caseId = await startCase(person);
  await person.press('Start');
  await tellUntil(person, { name: { type: NAME } }, 'birth');
  await saveForLater(person, 'otto@example.org');
}, 120_000);

it('ends link and code with the fifth wrong try, and says each time how many are left', async () => {
  const guesser = await atTheCode('otto@example.org');
  const code = await mailedCode(guesser, { caseId, to: 'otto@example.org' });
  const tab = await tabOf(guesser);
  await tab.open(path(guesser));
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
    expect(await typeCode(guesser, otherThan(code))).toBe(422);
    expect(await mistakes(guesser)).toEqual([`That is not the code. You have ${left} left.`]);
  }
  expect(await typeCode(guesser, otherThan(code))).toBe(404);
  expect(await heading(guesser)).toBe(DEAD);
  expect(await typeCode(tab, code)).toBe(404);
  expect(await followMailedLink(guesser, mailed('otto@example.org'))).toBe(404);
  expect(await guesser.page.context().cookies()).toEqual([]);
  expect(await guesser.open(story())).toBe(403);
});

it('gives a new link to whoever reads that mailbox, and the story is still there', async () => {
  const back = await someone();
  await back.open('/return');
  await back.page.getByLabel('Your reference').fill(caseId.toLowerCase());
  await back.page.getByLabel('Your email or mobile number').fill('otto@example.org');
  await back.press('Send me a new link');
  expect(await heading(back)).toBe('Look in your messages');
  expect(await comeInByLink(back, mailed('otto@example.org'))).toBe(200);
  expect(path(back)).toBe(story());
  await back.open(`${story()}/about-you/name`);
  expect(await back.page.getByRole('main').getByRole('textbox').inputValue()).toBe(NAME);
});

it('takes a code once', async () => {
  const first = await atTheCode('otto@example.org');
  const second = await someone();
  await second.open(path(first));
  const code = await mailedCode(first, { caseId, to: 'otto@example.org' });
  expect(await typeCode(first, 'my code')).toBe(422);
  expect(await mistakes(first)).toEqual(['Type the six numbers of the code.']);
  expect(await typeCode(first, code)).toBe(200);
  expect(await typeCode(second, code)).toBe(410);
  expect(await mistakes(second)).toEqual(['That code has run out or was used. Ask for a new one.']);
  expect(await second.page.context().cookies()).toEqual([]);
});

it('answers an old link, one sent to another address, and a forged one with the same page, which names nobody', async () => {
  await person.open(story());
  await saveForLater(person, 'wainfleet@example.org');
  const other = await someone();
  expect(await followMailedLink(other, mailed('otto@example.org'))).toBe(404);
  const said = await mainOf(other);
  for (const forged of ['x'.repeat(43), 'x', '%3Cscript%3Ealert(1)%3C%2Fscript%3E', `${caseId}`, '..%2F..%2Fwork']) {
    expect(await other.open(`/return/${forged}`)).toBe(404);
    expect(await mainOf(other)).toBe(said);
  }
  for (const name of [NAME, 'Otto', 'otto@example.org', caseId]) expect(said).not.toContain(name);
});

it('has shown nothing on the way that is out of order', () => {
  expect(faults()).toEqual([]);
});
