/**
 * `npm run screenshots`: takes one case through the running service and makes every picture in `docs/screenshots/`, so that none is
 * ever out of date by hand. The worklist has the demonstration's people in it where there are any.
 */
import type { Browser } from 'playwright-core';
import { startService } from '../support/running-service.ts';
import { chromiumMissing, openChromium } from './chromium.ts';
import { fillIn, questionAt, signInAs, signInAsNew, startCase, tellStory, waitFor } from './person-walk.ts';
import { besideEachOther, bothPictures, half, picture } from './pictures.ts';
import { agree, arrange, confirmAssessment, fillInFindings, lookAgain, take, writePlan } from './staff-walk.ts';
import { type Walker, walker } from './walker.ts';

const tellAndShow = async (person: Walker): Promise<string> => {
  await person.open('/');
  await bothPictures(person, 'start');
  await signInAsNew(person, 'Joan Pemberton');
  const caseId = await startCase(person);
  await person.press('Start');
  await bothPictures(person, 'question');
  await fillIn(person, questionAt(person), 'On a good day I manage my teeth and my hair. On a bad day I cannot lift my arms.');
  await person.press('Save and continue');
  await person.open(`/cases/${caseId}/story`);
  await picture(person, 'task-list');
  await tellStory(person, { nights: 'I wake up, and my sister comes in.' });
  await picture(person, 'check');
  await person.press('Send your answers');
  await picture(person, 'sent');
  return caseId;
};

type Walk = (name: string, deed: (one: Walker) => Promise<void>) => Promise<void>;

/** Answers the staff's side of the picture of two. */
const untilPlanned = async (as: Walk, caseId: string): Promise<Buffer> => {
  let money: Buffer = Buffer.alloc(0);
  await as('Priya Raman', async (priya) => {
    await picture(priya, 'worklist');
    await take(priya, caseId);
    await picture(priya, 'case');
    await priya.press('Confirm the assessment');
    await fillInFindings(priya);
    await picture(priya, 'assess');
    await priya.open(`/cases/${caseId}`);
    await confirmAssessment(priya);
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

const untilSupported = async (as: Walk, caseId: string): Promise<void> => {
  const at = `/cases/${caseId}`;
  await as('Priya Raman', async (priya) => {
    await priya.open(`${at}/plan/offer`);
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
  await waitFor(person, `/cases/${caseId}/me`, '£180.11');
  await bothPictures(person, 'your-page');
  const personSide = await half(person);
  await person.open(`/cases/${caseId}/amount`);
  await picture(person, 'amount');
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
  } finally {
    await browser.close();
    await service.stop();
  }
};

await main();
