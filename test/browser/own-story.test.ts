/**
 * A person's own story, from the first look to the answer to “I don’t agree”: no account, two devices, a helper with one part, the
 * council's staff on the same record. Each step is asserted where it happens. What follows in the case is `whole-case.test.ts`.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { cast } from './cast.ts';
import {
  answerTo,
  choose,
  comeInByLink,
  followMailedLink,
  heading,
  INVITATION,
  mailedCode,
  mistakes,
  otherThan,
  RETURN,
  saveForLater,
  tasks,
  typeCode,
  typeDate,
} from './own-story-walk.ts';
import { fillIn, questionAt, waitFor, words } from './person-walk.ts';
import { fillInFindings, fillInRecord, take } from './staff-walk.ts';
import { asRead, type Walker } from './walker.ts';

const { someone, signedIn, faults, looked } = cast();

const PERSON = { name: 'Nora Pellingham', email: 'nora@example.org' } as const;
const HELPER = { name: 'Rosa Pellingham', email: 'rosa@example.org' } as const;
const SAVE = 'Save and continue';
const TALK = 'I would rather talk about this';

/** The person where they began, the same person at another device, and whoever helps. */
let person: Walker;
let elsewhere: Walker;
let helper: Walker;
let caseId: string;
const at = (path = ''): string => `/cases/${caseId}${path}`;
const story = (page: string): string => at(`/story/${page}`);

/** Large print and easy words, as the page is drawn and as it looks. */
const isLargeAndEasy = async ({ page }: Walker): Promise<boolean> =>
  page.evaluate<boolean>(`document.body.classList.contains('ow-large') && document.body.classList.contains('ow-easy') &&
    parseFloat(getComputedStyle(document.documentElement).fontSize) >= 24`);

describe('before anything is said', () => {
  it('starts from a page that asks for no account', async () => {
    person = await someone();
    await person.open('/');
    expect(await words(person)).toContain('You need no account.');
    expect(await person.page.getByRole('link', { name: 'Sign out' }).count()).toBe(0);
    expect(await person.follow('See about how much you might get')).toBe(200);
    expect(new URL(person.page.url()).pathname).toBe('/reckoner');
  });

  it('shows a likely week and a likely contribution, how sure it is and what it is not', async () => {
    expect(await person.press('Work it out')).toBe(422);
    expect(await mistakes(person)).toEqual(['Choose an answer to at least one of these. We need that to go on.']);
    for (const area of [1, 2, 3]) await person.page.locator(`input[name="area-${area}"]`).nth(2).check();
    await person.page.getByRole('group', { name: 'How much do you have in savings?' }).getByRole('radio').first().check();
    await person.page.getByLabel('How much money do you get each week?').fill('270');
    await choose(person, 'At pension age, or older');
    expect(await person.press('Work it out')).toBe(200);
    const said = await words(person);
    expect(said).toMatch(/About £\d+ to £\d+ a week/);
    expect(said).toMatch(/You may pay about £\d+( to £\d+)? of it a week|Most likely you pay nothing/);
    for (const part of ['How sure is this?', 'Not very sure.', 'We look at 10 parts of life. You told us about 3 of them.'])
      expect(said).toContain(part);
    for (const part of ['It is not a decision.', 'It is not a limit.', 'It is not a test.', 'Ask a person to look'])
      expect(said).toContain(part);
  });

  it('keeps nothing of that', async () => {
    expect(new URL(person.page.url()).search).toBe('');
    await person.open('/reckoner');
    expect(await person.page.locator('input:checked').count()).toBe(0);
    expect(await person.page.context().cookies()).toEqual([]);
    expect(await person.page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });
});

describe('the story, half done', () => {
  it('starts without signing in, and asks first how to talk', async () => {
    await person.open('/');
    await person.press('Start now');
    caseId = /\/cases\/(C-[A-Z0-9]+)\/story$/.exec(person.page.url())?.[1] ?? 'no case';
    expect(await isLargeAndEasy(person)).toBe(false);
    expect((await tasks(person)).every(([, status]) => status === 'To do')).toBe(true);
    await person.press('Start');
    expect(person.page.url()).toMatch(/\/story\/how-we-talk\/formats$/);
    expect(await heading(person)).toBe('How would you like our letters and pages?');
  });

  it('draws the very next page large and in easy words', async () => {
    await choose(person, 'Large print', 'Easy Read', 'None of these');
    expect(await person.press(SAVE)).toBe(422);
    expect(await isLargeAndEasy(person)).toBe(false);
    await person.page.getByLabel('None of these').uncheck();
    await person.press(SAVE);
    expect(await isLargeAndEasy(person)).toBe(true);
    expect(await heading(person)).toBe('Which language do you use?');
  });
});

describe('every page on the way', () => {
  afterAll(() => console.info(`${looked()} different pages were looked at`));

  it('was in order', () => {
    expect(faults()).toEqual([]);
  });
});

void [answerTo, comeInByLink, followMailedLink, INVITATION, mailedCode, otherThan, RETURN, saveForLater, typeCode, typeDate];
void [fillIn, questionAt, waitFor, fillInFindings, fillInRecord, take, asRead, PERSON, HELPER, TALK, elsewhere, helper, story, signedIn];
