/**
 * The pages of a plan and of planning together, and one mistake on each of their forms. What is done on them when nothing is wrong is
 * `ways-to-spend.test.ts`. Called by `every-page.test.ts`.
 */
import { expect } from 'vitest';
import { type Cast as Council, play } from '../journeys/cast.ts';
import type { Walker } from './walker.ts';

/** A need of the assessment that the journeys use, without which a way to look after it cannot be written. */
const NEED = 'CA-COMMUNITY';

export const planPages = (caseId: string): string[] =>
  [
    '/your-plan',
    '/your-plan/words',
    '/your-plan/line',
    `/your-plan/need?need=${NEED}`,
    '/your-plan/risk',
    '/your-plan/propose',
    '/who-leads',
    '/what-you-pay',
    '/ways',
    '/our-household',
  ].map((path) => `/cases/${caseId}${path}`);

/** Sends the one form of the page as it is. */
const sends = ({ page, arrive }: Walker): Promise<number> =>
  arrive(() => page.locator('main form button[type="submit"], main form button:not([type])').first().click());

/** Each form of the plan, sent with something wrong in it. A plan with one line is left behind. */
export const mistakesInAPlan = async (person: Walker, caseId: string): Promise<void> => {
  const { page } = person;
  const at = (path: string) => `/cases/${caseId}${path}`;
  const wrong = async (path: string, spoil: () => Promise<unknown> = async () => {}) => {
    await person.open(at(path));
    await spoil();
    expect([path, await sends(person)]).toEqual([path, 422]);
  };
  await wrong('/your-plan/words', () => page.locator('[name="goals"]').fill('a '.repeat(2001)));
  await wrong('/your-plan/line');
  await wrong(`/your-plan/need?need=${NEED}`);
  await wrong('/your-plan/risk');
  await wrong('/your-plan/propose');
  await wrong('/who-leads', () => page.locator('input[name="mode"][value="someone-for-now"]').check());
  await person.open(at('/your-plan/line'));
  await page.locator('[name="what"]').fill('Somebody to go out with');
  await page.locator(`input[name="meets"][value="${NEED}"]`).check();
  await page.locator('input[name="kind"][value="personal-assistant"]').check();
  await page.locator('[name="units"]').fill('3');
  await page.locator('input[name="unit"][value="hour"]').check();
  await page.locator('input[name="per"][value="week"]').check();
  await page.locator('[name="price"]').fill('20.00');
  expect(await sends(person)).toBe(200);
  await person.open(at('/ways'));
  await person.press('I have read these');
  await wrong('/ways/choose');
};

/** A worker writes down that two people want to plan together. Answers the number of what they are together. */
export const startsHousehold = async (council: Council, caseId: string, other: string): Promise<string> => {
  const page = `/cases/${caseId}/together`;
  await play(council, {
    who: 'priya',
    page,
    typed: { 'new-name': 'The two of us', 'new-own': 'Yes.', 'new-case': other, 'new-other': 'Yes, please.' },
  });
  const { html } = await council.priya.get(page);
  return /household=(H-[A-Z0-9]+)/.exec(html)?.[1] ?? 'nobody';
};

/** A share that says nothing, and a message that is empty. */
export const mistakesTogether = async (person: Walker, caseId: string, household: string): Promise<void> => {
  await person.open(`/cases/${caseId}/our-household/pool?household=${household}`);
  expect(await sends(person)).toBe(422);
  await person.open(`/cases/${caseId}/our-household`);
  await person.press('Say yes: talk together');
  expect(await person.press('Send to all of you')).toBe(422);
};
