/**
 * The parts that the ways to spend a budget have in common, at a browser: a story that leads to planning, a plan with its lines, the papers
 * of the money, and what the person reads at the end. What each way is about is `ways-to-spend.test.ts`.
 */
import { fixtureAnswers } from '../domain/fixtures/allocation-models.ts';
import { fillIn, startCase, waitFor } from './person-walk.ts';
import { confirmAssessment, explainWays, fillInLine, type Line, lookAgain, take, writeRecord } from './staff-walk.ts';
import type { Walker } from './walker.ts';

export type Staff = (name: string, deed: (walker: Walker) => Promise<void>) => Promise<void>;

/** The areas of life of test vector B, each on a page of its own. The other pages of a story are walked in `own-story.test.ts`. */
const AREAS = Object.keys(fixtureAnswers('tv-b'));

/** Answers every area of life on the story of a case, checks and sends it. */
export const tellsAreas = async (walker: Walker, caseId: string): Promise<void> => {
  for (const area of AREAS) {
    await walker.open(`/cases/${caseId}/story/self-assessment/${area}`);
    await fillIn(walker, area);
    await walker.press('Save and continue');
  }
  await walker.open(`/cases/${caseId}/story/check`);
  await walker.press('Send your answers');
};

/** Somebody new says their name and tells their story, without signing in. Answers the case. */
export const tellsAll = async (person: Walker, name: string): Promise<string> => {
  const caseId = await startCase(person);
  await person.open(`/cases/${caseId}/story/about-you/name`);
  await person.page.locator('[name="a-about_name"]').fill(name);
  await person.press('Save and continue');
  await tellsAreas(person, caseId);
  return caseId;
};

/** A carer says what they do, whether they are willing to go on, and that there is no time off. */
export const tellsAsCarer = async (carer: Walker, caseId: string): Promise<void> => {
  const at = (page: string) => `/cases/${caseId}/story/carers-self-assessment/${page}`;
  await carer.open(at('what'));
  await carer.page.locator('[name="a-caring_what"]').fill('I am with my brother all day and most of the night.');
  await carer.press('Save and continue');
  for (const [page, field, value] of [
    ['willing-and-able', 'a-caring_willing-and-able', 'some-of-it'],
    ['free-time', 'a-caring_free-time', 'cannot'],
  ] as const) {
    await carer.open(at(page));
    await carer.page.locator(`input[name="${field}"][value="${value}"]`).check();
    await carer.press('Save and continue');
  }
  await carer.open(`/cases/${caseId}/story/check`);
  await carer.press('Send your answers');
};

/** From a story that was sent to a case at planning, with the up-front figure of test vector B. */
export const untilPlanning = async (staff: Staff, caseId: string): Promise<void> => {
  await staff('Priya Raman', async (priya) => {
    await take(priya, caseId);
    await writeRecord(priya);
    await confirmAssessment(priya);
    await waitFor(priya, `/cases/${caseId}`, 'Write the plan');
  });
};

export type Written = { readonly matters: string; readonly lines: readonly Line[] };

/** Priya writes the plan with the person, the ways to hold the money are gone through, and it goes on. */
export const plansWith = async (staff: Staff, caseId: string, { matters, lines }: Written): Promise<void> => {
  await staff('Priya Raman', async (priya) => {
    const { page } = priya;
    await priya.open(`/cases/${caseId}/plan/edit`);
    await page.getByRole('textbox', { name: 'What matters most to' }).fill(matters);
    for (const [place, line] of lines.entries()) {
      await fillInLine(priya, place + 1, line);
      if (place + 1 < lines.length) await priya.press('Save and add another line');
    }
    await page.getByLabel('If something goes wrong').fill('The team’s number is on the fridge.');
    await page.getByLabel('What else helps?').fill('The library runs a free group on Tuesdays.');
    await priya.press('Save and check it');
    await explainWays(priya, caseId);
    await priya.press('The plan is ready');
  });
};

/** Morag reads the plan with fresh eyes. */
export const isRead = async (staff: Staff, caseId: string): Promise<void> =>
  staff('Morag Sinclair', async (morag) => {
    await waitFor(morag, `/cases/${caseId}`, 'A second look at the plan');
    await lookAgain(morag);
  });

/** Glenda agrees it, for `reasons`. */
export const isAgreed = async (staff: Staff, caseId: string, reasons: string): Promise<void> =>
  staff('Glenda Whitlock', async (glenda) => {
    await waitFor(glenda, `/cases/${caseId}`, 'Read the plan and decide');
    await glenda.press('Read the plan and decide');
    await glenda.page.getByLabel('Your reasons').fill(reasons);
    await glenda.press('Agree the plan');
  });

const CONDITIONS_S31 = ['capacity-and-request', 'not-prohibited', 'capable-of-managing', 'appropriate'] as const;

/** Each condition of a direct payment under section 31, met, with its reason; paid net into the person's own account. */
export const arrangesPayment = async (walker: Walker, caseId: string): Promise<void> => {
  const { page } = walker;
  await walker.open(`/cases/${caseId}/holding/direct-payment`);
  await page.locator('input[name="basis"][value="s31"]').check();
  for (const code of CONDITIONS_S31) {
    await page.locator(`input[name="met-${code}"][value="yes"]`).check();
    await page.locator(`[name="reason-${code}"]`).fill('We talked it through at home.');
  }
  await page.locator('input[name="payee"][value="person"]').check();
  await page.locator('input[name="grossOrNet"][value="net"]').check();
  await page.locator('input[name="paidEvery"][value="four-weeks"]').check();
  for (const method of ['own-account', 'managed-account', 'prepaid-card'])
    await page.locator(`input[name="methodsOffered"][value="${method}"]`).check();
  await page.locator('input[name="method"][value="own-account"]').check();
  await page.locator('input[name="employsStaff"][value="no"]').check();
  await page.locator('input[name="relative"][value="none"]').check();
  await fillDay(walker, 'reviewDueBy', 60);
  await walker.press('Save');
};

/** Both agreements of an Individual Service Fund, as of today. */
export const arrangesFund = async (walker: Walker, caseId: string, holder: string, person: string): Promise<void> => {
  const { page } = walker;
  await walker.open(`/cases/${caseId}/holding/fund`);
  await page.locator('[name="holder"]').fill(holder);
  await page.locator('[name="councilBy"]').fill('Glenda Whitlock');
  await page.locator('[name="personBy"]').fill(person);
  await fillDay(walker, 'councilOn', 0);
  await fillDay(walker, 'personOn', 0);
  await page.locator('input[name="reportsEvery"][value="month"]').check();
  await page.locator('[name="paidAheadWeeks"]').fill('2');
  await page.locator('[name="surplusWeeks"]').fill('4');
  await walker.press('Save');
};

/** The three boxes of a date `days` from today. */
export const fillDay = async ({ page }: Walker, name: string, days: number): Promise<void> => {
  const day = new Date(Date.now() + days * 86_400_000);
  await page.locator(`[name="${name}-day"]`).fill(String(day.getUTCDate()));
  await page.locator(`[name="${name}-month"]`).fill(String(day.getUTCMonth() + 1));
  await page.locator(`[name="${name}-year"]`).fill(String(day.getUTCFullYear()));
};

/** Tom puts everything in place, once the papers are there. */
export const putsInPlace = async (walker: Walker, caseId: string): Promise<void> => {
  const { page } = walker;
  await waitFor(walker, `/cases/${caseId}`, 'Getting support in place');
  await walker.press('Fill in: Getting support in place');
  await page.getByLabel('When does the first support start?').fill('Next Monday');
  await page.getByLabel('Who can the person call if it does not turn up?').fill('The team, 01632 960 123');
  await walker.press('Support is in place');
};

/** Priya writes down that both want to plan together, what they share half each, and that both agree. Answers the household's number. */
export const startsHousehold = async (staff: Staff, his: string, hers: string): Promise<string> => {
  let household = '';
  await staff('Priya Raman', async (priya) => {
    const { page } = priya;
    await priya.open(`/cases/${his}/together`);
    await page.locator('[name="new-name"]').fill('Ivo and Jonquil');
    await page.locator('[name="new-own"]').fill('Yes. We do everything together.');
    await page.locator('[name="new-case"]').fill(hers);
    await page.locator('[name="new-other"]').fill('Yes, of course.');
    await priya.press('Start planning together');
    await priya.open(`/cases/${his}/together`);
    await priya.press('Share the cost of something');
    household = new URL(page.url()).searchParams.get('household') ?? '';
    await page.locator('[name="name"]').fill('Days out together');
    await page.locator('[name="purpose"]').fill('To see the sea, side by side.');
    await page.locator('[name="description"]').fill('3 hours at £20.01');
    await page.locator('[name="whole"]').fill('60.03');
    for (const caseId of [his, hers]) await page.locator(`[name="parts-${caseId}"]`).fill('1');
    await priya.press('Ask the others to agree');
    for (const caseId of [his, hers]) {
      await priya.open(`/cases/${caseId}/together/pool?household=${household}&pool=1`);
      const agrees = page.getByRole('button', { name: 'Write down that they agree' });
      if ((await agrees.count()) === 0) continue;
      await page.locator('[name="agree-said"]').fill('Yes, half each.');
      await priya.arrive(() => agrees.click());
    }
  });
  return household;
};

/** The means of somebody in a care home, as the financial assessment found them. */
export const recordsMeans = async (priya: Walker, caseId: string): Promise<void> => {
  const { page } = priya;
  await priya.open(`/cases/${caseId}/finances`);
  await page.locator('input[name="kind"][value="figures"]').check();
  await page.locator('input[name="standing"][value="decided"]').check();
  await page.locator('input[name="setting"][value="care-home"]').check();
  for (const [name, pounds] of [
    ['income', '250.00'],
    ['savings', '15001'],
    ['housing', '0'],
    ['dre', '0'],
    ['leftWith', '30.65'],
  ] as const)
    await page.locator(`[name="${name}"]`).fill(pounds);
  await priya.press('Record this');
};

/** By the law for carers: the record, one outcome, the decision with its reasons. */
export const decidesForCarer = async (priya: Walker, caseId: string): Promise<void> => {
  const { page } = priya;
  await priya.open(`/cases/${caseId}/record/carers-assessment`);
  for (const [name, value] of [
    ['a-assess_information-given', 'yes'],
    ['a-assess_advocate', 'not-needed'],
    ['a-assess_safeguarding', 'no'],
    ['a-caring_copy-to', 'nobody-else'],
  ] as const)
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
  await priya.press('Save');
  await priya.open(`/cases/${caseId}/assess`);
  for (const [name, value] of [
    ['necessary', 'yes'],
    ['health', 'no'],
    ['unable', 'CARER-RECREATION'],
    ['impact', 'yes'],
  ] as const)
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
  await priya.press('Work out what this leads to');
  await page.getByLabel('Your reasons').fill('You have no time off at all, and it wears you down.');
  await priya.press('Confirm the assessment');
};
