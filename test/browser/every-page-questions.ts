/**
 * One page of the story for each type of question, and a mistake to be made on it. Fields are named as they are sent, because the words
 * beside them are said in three ways. Called by `every-page.test.ts`.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Walker } from './walker.ts';

/** What to type into a field, or which of its choices to tick. */
type Fields = Readonly<Record<string, string | readonly string[]>>;
export type Asked = {
  readonly type: string;
  /** Form and page. */
  readonly page: string;
  /** What has to be said on another page, so that this one is shown. */
  readonly once?: { readonly page: string; readonly says: Fields };
  /** Left out where nothing can be wrong: a choice that need not be made. */
  readonly mistake?: Fields;
  /** The button that asks for one more row. */
  readonly more?: true;
};

const CONTACT = 'how-we-talk/contact-by';
const TOO_LONG_A_LINE = 'a'.repeat(201);

/** Shown while the story is told. */
export const IN_THE_STORY: readonly Asked[] = [
  { type: 'choose-many', page: 'how-we-talk/formats', mistake: { 'a-comm_formats': ['audio', 'none'] } },
  { type: 'choose-one', page: 'how-we-talk/language' },
  {
    type: 'text line',
    page: 'how-we-talk/which-language',
    mistake: { 'a-comm_language-other': TOO_LONG_A_LINE },
  },
  { type: 'yes-no', page: 'how-we-talk/interpreter' },
  {
    type: 'text email',
    page: 'how-we-talk/email',
    once: { page: CONTACT, says: { 'a-comm_contact-by': ['email'] } },
    mistake: { 'a-comm_email': 'sam at example' },
  },
  {
    type: 'text phone',
    page: 'how-we-talk/phone',
    once: { page: CONTACT, says: { 'a-comm_contact-by': ['phone'] } },
    mistake: { 'a-comm_phone': 'my sister’s' },
  },
  { type: 'long-text', page: 'how-we-talk/what-helps', mistake: { 'a-comm_needs': 'a '.repeat(2001) } },
  { type: 'text name', page: 'about-you/name', mistake: { 'a-about_name': TOO_LONG_A_LINE } },
  {
    type: 'date',
    page: 'about-you/birth',
    mistake: { 'a-about_birth-day': '31', 'a-about_birth-month': '2', 'a-about_birth-year': '1950' },
  },
  {
    type: 'address',
    page: 'about-you/address',
    mistake: { 'a-about_address-town': 'Larkham', 'a-about_address-postcode': 'here' },
  },
  { type: 'text nhs-number', page: 'about-you/nhs-number', mistake: { 'a-about_nhs-number': '943 476 5918' } },
  { type: 'group', page: 'about-you/helpers', mistake: { 'a-about_helpers-0-a-about_helper-phone': 'none' }, more: true },
  { type: 'life-area', page: 'self-assessment/nights', mistake: {} },
];

/** Shown while the assessment is made. */
export const IN_THE_ASSESSMENT: readonly Asked[] = [
  { type: 'money', page: 'money-information/income', mistake: { 'a-money_income': 'not a lot' } },
  { type: 'text nino', page: 'money-information/ni-number', mistake: { 'a-money_ni-number': 'QQ 12 34 56 C' } },
];

const WORKFLOWS = new URL('../../workflows/', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, WORKFLOWS), 'utf8'));
const QUESTIONS = ['about-you', 'how-we-talk', 'life-areas', 'money', 'review', 'what-matters'];

/** Every type the person is asked in on the default pathway, a line of text by its format. A carer's own record is another pathway. */
export const typesAsked = (): string[] => {
  const bank = new Map<string, { type: string; format?: string }>(
    QUESTIONS.flatMap((file) => json(`questions/${file}.json`).questions).map((each) => [each.id, each]),
  );
  const stages: { form?: string; includes?: string[] }[] = json('pathways/adult-care.json').stages;
  const forms = stages
    .flatMap(({ form, includes = [] }) => [...includes, ...(form ? [form] : [])])
    .map((id) => json(`forms/${id}.json`));
  const items: { q?: string }[] = forms
    .filter((form) => form.for === 'person')
    .flatMap((form) => form.sections)
    .flatMap((section) => section.pages)
    .flatMap((page) => page.items);
  const types = items.flatMap(({ q }) => {
    const question = bank.get(q ?? '');
    return question ? [question.format ? `${question.type} ${question.format}` : question.type] : [];
  });
  return [...new Set(types)].sort();
};

const fill = async ({ page }: Walker, fields: Fields): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') await page.locator(`[name="${name}"]`).fill(value);
    else for (const each of value) await page.locator(`[name="${name}"][value="${each}"]`).check();
  }
};

const openPage = async (walker: Walker, path: string): Promise<void> => {
  await walker.open(path);
  expect(new URL(walker.page.url()).pathname).toBe(path);
};

/** Opens the page of each, asks for one more row where there are rows, and makes the mistake. */
export const askEach = async (walker: Walker, caseId: string, all: readonly Asked[]): Promise<void> => {
  const at = (page: string): string => `/cases/${caseId}/story/${page}`;
  for (const { page, once, mistake, more } of all) {
    if (once) {
      await openPage(walker, at(once.page));
      await fill(walker, once.says);
      await walker.press('Save and continue');
    }
    await openPage(walker, at(page));
    if (more) {
      await walker.press('Add another');
      expect(await walker.page.locator('fieldset.ow-row').count()).toBe(2);
    }
    if (!mistake) continue;
    await fill(walker, mistake);
    expect([page, await walker.press('Save and continue')]).toEqual([page, 422]);
    expect(await walker.page.title()).toMatch(/^Error: /);
  }
};
