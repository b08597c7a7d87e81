/** What the council's staff do at their browsers, stage by stage, with the words they see. The plan is that of test vector C: £214. */
import type { Walker } from './walker.ts';

/** Takes the work on the case's page. */
export const take = async (walker: Walker, caseId: string): Promise<void> => {
  await walker.open(`/cases/${caseId}`);
  await walker.press('Put my name to it');
};

export const NEEDS = {
  eating: 'Eating and drinking enough to stay well',
  washing: 'Keeping yourself and your clothes clean',
  out: 'Getting out: shops, buses, the doctor, and things you enjoy',
} as const;

/** Question and answer, as they stand on the page: what an assessment cannot be decided without. */
const RECORD: readonly (readonly [asks: string, says: string])[] = [
  ['Did the person know, before today, what the assessment is and how it works?', 'Yes'],
  ['Who helps the person take part and be heard?', 'No one is needed: they can take part in full'],
  ['Does the person have, or did they have, health conditions that may affect their day-to-day life?', 'No'],
  ['Does the person live alone?', 'Yes'],
  ['Is there a sign of abuse or neglect, or a risk of it?', 'No'],
  ['Who is likely to pay for the support?', 'Not known yet'],
  ['Who gets a copy, apart from the person?', 'Nobody else'],
];

/** The answers of the record, on its page. */
export const fillInRecord = async ({ page }: Walker): Promise<void> => {
  for (const [asks, says] of RECORD) await page.getByRole('group', { name: asks }).getByLabel(says, { exact: true }).check();
};

/** From the case's page to the record within the assessment and back, with everything that has to be in it. */
export const writeRecord = async (walker: Walker): Promise<void> => {
  await walker.follow('Needs assessment');
  await fillInRecord(walker);
  await walker.press('Save');
};

/** The findings for the three conditions of the law, on the assessment's page. */
export const fillInFindings = async ({ page }: Walker): Promise<void> => {
  await page
    .getByRole('group', { name: /impairment or illness/ })
    .getByLabel('Yes')
    .check();
  for (const need of Object.values(NEEDS)) await page.getByLabel(need, { exact: true }).check();
  await page
    .getByRole('group', { name: /significant impact/ })
    .getByLabel('Yes')
    .check();
};

/** From the case's page to a confirmed assessment: what was found, what it leads to, the decision with its reasons. */
export const confirmAssessment = async (walker: Walker): Promise<void> => {
  await walker.press('Confirm the assessment');
  await fillInFindings(walker);
  await walker.press('Work out what this leads to');
  await walker.page
    .getByLabel('Your reasons')
    .fill('You need help to wash, to eat and to go out. Without it you would not be well.');
  await walker.press('Confirm the assessment');
};

export type Line = {
  readonly what: string;
  readonly provider: string;
  readonly units: string;
  readonly unit: string;
  readonly price: string;
  readonly meets: readonly string[];
  /** The kind of support and who holds its money, by the values of the lists: home care by the council, where they are left out. */
  readonly kind?: string;
  readonly route?: string;
  /** Of which pool it is a share, as the list has it: household and number. */
  readonly share?: string;
};

/** 8 × £21.45 = £171.60 and 2 × £21.20 = £42.40: together £214.00 a week. */
export const LINES: readonly [Line, Line] = [
  {
    what: 'Help in the morning',
    provider: 'Lark Home Care',
    units: '8',
    unit: 'hour',
    price: '21.45',
    meets: [NEEDS.washing, NEEDS.eating],
  },
  { what: 'A walk to the allotment', provider: 'Larkham Links', units: '2', unit: 'visit', price: '21.20', meets: [NEEDS.out] },
];

/** Fills in one line of the plan, counted from 1. */
export const fillInLine = async ({ page }: Walker, place: number, line: Line): Promise<void> => {
  const part = page.getByRole('region', { name: new RegExp(`^Line ${place}\\b`) });
  await part.getByRole('textbox', { name: 'What is it?' }).fill(line.what);
  await part.getByRole('textbox', { name: 'Who gives it?' }).fill(line.provider);
  await part.getByRole('textbox', { name: 'How many?' }).fill(line.units);
  await part.getByRole('combobox', { name: 'Counted in' }).selectOption(line.unit);
  await part.getByRole('combobox', { name: 'What kind of support is it?' }).selectOption(line.kind ?? 'home-care');
  await part.getByRole('combobox', { name: 'Who holds the money?' }).selectOption(line.route ?? 'council-managed');
  if (line.share)
    await part.getByRole('combobox', { name: 'Is it a share of something paid for together?' }).selectOption(line.share);
  await part.getByRole('textbox', { name: 'What does one cost?' }).fill(line.price);
  for (const need of line.meets) await part.getByRole('checkbox', { name: need }).check();
};

/** From the case's page to a plan of both lines that is read once more before it goes on. */
export const writePlan = async (walker: Walker): Promise<void> => {
  const { page } = walker;
  await walker.press('Write the plan');
  await page
    .getByRole('textbox', { name: 'What matters most to' })
    .fill('To be up and dressed by nine, and on my allotment twice a week.');
  await fillInLine(walker, 1, LINES[0]);
  await walker.press('Save and add another line');
  await fillInLine(walker, 2, LINES[1]);
  await page.getByLabel('If something goes wrong').fill('My sister comes. She has a key.');
  await page.getByLabel('What else helps?').fill('A perching stool can be tried at home for free.');
  await walker.press('Save and check it');
};

/** The ways to hold the money, side by side, as they are gone through together; then back to the plan as it is checked. */
export const explainWays = async (walker: Walker, caseId: string): Promise<void> => {
  await walker.open(`/cases/${caseId}/ways`);
  await walker.press('We went through these together');
  await walker.open(`/cases/${caseId}/plan/offer`);
  await walker.page.locator('input[name="agrees"][value="yes"]').check();
};

/** The quality check: from the case's page to the plan's being ready to be agreed. */
export const lookAgain = async (walker: Walker): Promise<void> => {
  await walker.press('Fill in: A second look at the plan');
  await walker.page.getByLabel('What works well in this plan?').fill('It is your plan, in your words.');
  await walker.page.getByLabel('The plan is ready to be agreed').check();
  await walker.press('Send');
};

/** Agreeing the plan, from the case's page. */
export const agree = async (walker: Walker): Promise<void> => {
  await walker.press('Read the plan and decide');
  await walker.page
    .getByLabel('Your reasons')
    .fill('Two visits to the allotment cost more than the guide, and they are what keeps you well.');
  await walker.press('Agree the plan');
};

/** Arranging money and support, from the case's page. */
export const arrange = async (walker: Walker): Promise<void> => {
  const { page } = walker;
  await walker.press('Fill in: Getting support in place');
  await page.getByLabel('When does the first support start?').fill('Next Monday');
  await page.getByLabel('Who can the person call if it does not turn up?').fill('Tom Adeleke, 01632 960 123');
  await walker.press('Support is in place');
};

/** A review after which all stays as it is, from the case's page. */
export const recordReview = async (walker: Walker): Promise<void> => {
  const { page } = walker;
  await walker.press('Record the review');
  await page.getByLabel('Fully: the plan does what it was for').check();
  await page.getByRole('textbox', { name: 'own words' }).fill('The mornings work. I see my sister more.');
  await page.getByRole('group', { name: 'What happens now?' }).getByRole('radio').first().check();
  await page.getByLabel('Your reasons').fill('All of it works, so nothing changes.');
  await walker.press('Record the review');
};
