/**
 * `npm run screenshots`: takes one case through the running service and makes every picture in `docs/screenshots/`, so that none is
 * ever out of date by hand. The worklist has the demonstration's people in it where there are any.
 */
import type { Browser } from 'playwright-core';
import { startService } from '../support/running-service.ts';
import { showAdministration } from './admin-pictures.ts';
import { chromiumMissing, openChromium } from './chromium.ts';
import { choose, type Deed, tellUntil } from './own-story-walk.ts';
import { fillIn, signInAs, startCase, waitFor } from './person-walk.ts';
import { besideEachOther, bothPictures, half, picture } from './pictures.ts';
import {
  agree,
  arrange,
  confirmAssessment,
  explainWays,
  fillInFindings,
  fillInRecord,
  lookAgain,
  take,
  writePlan,
  writeRecord,
} from './staff-walk.ts';
import { type Walker, walker } from './walker.ts';

/** What may come of it in money, before anything is begun. */
const reckon = async (person: Walker): Promise<void> => {
  await person.open('/reckoner');
  const areas = await person.page.locator('fieldset:has(input[name^="area-"])').all();
  for (const area of areas) await area.getByRole('radio').nth(1).check();
  await choose(person, '£14,250 or less', 'At pension age, or older');
  await person.page.getByLabel('How much money do you get each week? You can leave this empty').fill('245');
  await person.press('Work it out');
  await picture(person, 'reckoner');
};

/** The page somebody is on as they would see it with large print and easy words, and then in plain print again. */
const largeAndEasy = async (person: Walker, name: string): Promise<void> => {
  const { pathname } = new URL(person.page.url());
  await person.open(`/display?back=${pathname}`);
  await choose(person, 'Large print', 'Easy words');
  await person.press('Save');
  await picture(person, name);
  await person.open(`/display?back=${pathname}`);
  for (const each of await person.page.getByRole('checkbox').all()) await each.uncheck();
  await person.press('Save');
};

const askSomebodyToHelp = async (person: Walker, caseId: string): Promise<void> => {
  await person.open(`/cases/${caseId}/people/invite`);
  const { page } = person;
  await page.getByLabel('What is their name?').fill('Maeve Pemberton');
  await choose(person, 'Family or a friend who helps you', 'What matters to you', 'By email');
  await page.getByLabel('Their email').fill('maeve@example.org');
  await person.press('Ask them to help');
  await picture(person, 'people');
};

/** What she says about herself and how we should talk with her, page by page; the areas of life are those of test vector B. */
const ABOUT_HER: Readonly<Record<string, Deed>> = {
  formats: { pick: ['audio'] },
  language: { pick: ['en'] },
  interpreter: { pick: ['no'] },
  'contact-by': { pick: ['letter'] },
  'what-helps': { type: 'Please ring in the afternoon. I am slow in the morning.' },
  'who-fills-in': { pick: ['me'] },
  urgent: { pick: ['no'] },
  safe: { pick: ['yes'] },
  name: { type: 'Joan Pemberton' },
  carer: { pick: ['no'] },
  difficulty: { pick: ['none'] },
  together: { pick: ['yes'] },
};
const ABOUT_HER_LIFE: Readonly<Record<string, Deed>> = {
  most: { type: 'My allotment, my sister, and being up and dressed by nine.' },
  'good-day': { type: 'An hour outside, and a visit.' },
};

const WASHING = 'washing-dressing-toilet';

const tellAndShow = async (person: Walker): Promise<string> => {
  await person.open('/');
  await bothPictures(person, 'start');
  await reckon(person);
  const caseId = await startCase(person);
  const story = `/cases/${caseId}/story`;
  await person.press('Start');
  await tellUntil(person, ABOUT_HER, WASHING);
  await largeAndEasy(person, 'question-easy-large');
  await bothPictures(person, 'question');
  await fillIn(person, WASHING, 'On a good day I manage my teeth and my hair. On a bad day I cannot lift my arms.');
  await person.press('Save and continue');
  await person.open(story);
  await bothPictures(person, 'task-list');
  await askSomebodyToHelp(person, caseId);
  await person.open(`${story}/self-assessment/eating-drinking`);
  await tellUntil(person, ABOUT_HER_LIFE);
  await person.press('Check and send');
  await picture(person, 'check');
  await person.press('Send your answers');
  await picture(person, 'sent');
  return caseId;
};

type Walk = (name: string, deed: (one: Walker) => Promise<void>) => Promise<void>;

const assessAndShow = async (priya: Walker, caseId: string): Promise<void> => {
  const at = `/cases/${caseId}`;
  await priya.follow('Needs assessment');
  await fillInRecord(priya);
  await picture(priya, 'needs-assessment');
  await priya.open(at);
  await writeRecord(priya);
  await priya.press('Confirm the assessment');
  await fillInFindings(priya);
  await picture(priya, 'assess');
  await priya.open(at);
  await confirmAssessment(priya);
};

/** Answers the staff's side of the picture of two. */
const untilPlanned = async (as: Walk, caseId: string): Promise<Buffer> => {
  let money: Buffer = Buffer.alloc(0);
  await as('Priya Raman', async (priya) => {
    await picture(priya, 'worklist');
    await take(priya, caseId);
    await picture(priya, 'case');
    await assessAndShow(priya, caseId);
    await waitFor(priya, `/cases/${caseId}`, 'Write the plan');
    await writePlan(priya);
    await priya.open(`/cases/${caseId}/plan/edit`);
    await picture(priya, 'plan');
    await priya.open(`/cases/${caseId}/money`);
    await picture(priya, 'money');
    money = await half(priya);
  });
  return money;
};

const DECISION_LETTER = 'Our decision about your needs';

/** The figure, the letter about the decision, and saying no to a line of the figure. Answers the person's side of the picture of two. */
const showMoney = async (person: Walker, caseId: string): Promise<Buffer> => {
  const at = `/cases/${caseId}`;
  await waitFor(person, `${at}/me`, '£180.11');
  await bothPictures(person, 'your-page');
  await person.open(`${at}/your-plan`);
  await bothPictures(person, 'your-plan');
  await person.open(`${at}/ways`);
  await picture(person, 'ways');
  await person.open('/rules/DEMO-2026-1');
  await picture(person, 'rules');
  const side = await half(person);
  await person.open(`${at}/amount`);
  await picture(person, 'amount');
  await person.open(`${at}/letters`);
  await person.follow(DECISION_LETTER);
  await picture(person, 'letter');
  await person.open(`${at}/amount`);
  await person.arrive(() => person.page.getByRole('link', { name: /I don’t agree.*Getting out and about/ }).click());
  await person.page
    .getByLabel('What do you not agree with, in your own words?')
    .fill('My sister can only drive me on Sundays. On all other days I do not get out.');
  await picture(person, 'disagree');
  await person.press('Send');
  return side;
};

const untilSupported = async (as: Walk, caseId: string): Promise<void> => {
  const at = `/cases/${caseId}`;
  await as('Priya Raman', async (priya) => {
    await priya.open('/replies');
    await picture(priya, 'replies');
    await explainWays(priya, caseId);
    await priya.press('The plan is ready');
  });
  await as('Morag Sinclair', async (morag) => {
    await take(morag, caseId);
    await lookAgain(morag);
  });
  await as('Glenda Whitlock', async (glenda) => {
    await take(glenda, caseId);
    await glenda.open(`${at}/approve`);
    await picture(glenda, 'approve');
    await glenda.open(at);
    await agree(glenda);
  });
  await as('Tom Adeleke', async (tom) => {
    await take(tom, caseId);
    await arrange(tom);
  });
};

const showAll = async (browser: Browser, url: string): Promise<void> => {
  const as: Walk = async (name, deed) => {
    const one = await walker(browser, { url });
    await signInAs(one, name);
    await deed(one);
    await one.leave();
  };
  const person = await walker(browser, { url });
  const caseId = await tellAndShow(person);
  const staffSide = await untilPlanned(as, caseId);
  const personSide = await showMoney(person, caseId);
  await besideEachOther(browser, 'ownway', [
    ['What the person sees', personSide],
    ['What the council’s staff see: the same figure', staffSide],
  ]);
  await untilSupported(as, caseId);
  await person.open(`/cases/${caseId}/me`);
  await picture(person, 'your-page-supported');
  await person.press('Ask for a review');
  await person.press('Ask for a review');
  await as('Priya Raman', async (priya) => {
    await take(priya, caseId);
    await priya.open(`/cases/${caseId}/review`);
    await picture(priya, 'review');
  });
};

const main = async (): Promise<void> => {
  const missing = chromiumMissing();
  if (missing) {
    console.error(missing);
    process.exitCode = 1;
    return;
  }
  const service = await startService({ SEED: 'demo' });
  const browser = await openChromium();
  try {
    console.log('docs/screenshots/');
    await showAll(browser, service.url);
    await showAdministration(browser, service.url);
  } finally {
    await browser.close();
    await service.stop();
  }
};

await main();
