/** One case from "Start now" to the next year's review date, in a real browser, as the person and as the staff who meet them. */
import { describe, expect, it } from 'vitest';
import { cast } from './cast.ts';
import { startCase, tellStory, waitFor, words } from './person-walk.ts';
import {
  agree,
  arrange,
  confirmAssessment,
  explainWays,
  lookAgain,
  recordReview,
  take,
  writePlan,
  writeRecord,
} from './staff-walk.ts';
import { asRead, type Walker } from './walker.ts';

const { someone, signedIn, faults, looked } = cast();

/** The story has about forty pages, and every one is searched for faults on the way. */
const A_WHOLE_STORY_MS = 300_000;

/** Test vector B: each line of the working, from the points of the answers to the rounded figure, and without family help. */
const WORKING: readonly (readonly [line: string, figure: string])[] = [
  ['Washing, getting dressed and using the toilet', '9 points'],
  ['Eating and drinking', '1.5 points'],
  ['Running my home', '6 points'],
  ['Being safe at home', '5 points'],
  ['Seeing family and friends', '4 points'],
  ['Getting out and about', '6 points'],
  ['Work, learning and volunteering', '0 points'],
  ['Looking after a child', '0 points'],
  ['Making decisions and staying in control', '3 points'],
  ['At night', '0 points'],
  ['All the points together', '34.5 points'],
  ['The council’s table at 20 points', '£95.00'],
  ['Part of the way to the next row', '£105.125'],
  ['10% is kept back', '−£20.0125'],
  ['Rounded to the nearest penny', '−£0.0025'],
  ['The weekly amount', '£180.11'],
  ['The same over a year', '£9,365.72'],
  ['If family help stopped', '£310.50'],
];

let person: Walker;
let caseId: string;
const at = (path = ''): string => `/cases/${caseId}${path}`;
/** Someone of the staff comes to the case, does one thing, and goes. */
const staff = async (name: string, deed: (walker: Walker) => Promise<void>): Promise<void> => {
  const one = await signedIn(name);
  await deed(one);
  await one.leave();
};

/** Each line of the working on a page with its figure, in the order shown; what would change it comes after. */
const workingOn = async ({ page }: Walker): Promise<string[][]> => {
  const rows = await page.locator('.ow-working tbody tr, .ow-working tfoot tr').all();
  const said = await Promise.all(rows.map((row) => Promise.all([asRead(row.locator('th')), asRead(row.locator('td'))])));
  return said.map(([line, figure]) => [line.split('\n')[0]?.trim() ?? '', figure.trim()]).slice(0, WORKING.length);
};

const reviewDate = async (): Promise<string> => /on or before (\d{1,2} \w+ \d{4})/.exec(await words(person))?.[1] ?? 'no date';
const daysUntil = (date: string): number => (new Date(`${date} 12:00 UTC`).getTime() - Date.now()) / 86_400_000;

describe('one whole case', () => {
  it(
    'begins with someone new, who signs in nowhere, tells their story and is shown no money yet',
    async () => {
      person = await someone();
      caseId = await startCase(person);
      await tellStory(person, { name: 'Joan Pemberton', nights: 'I wake up, and my sister comes in.' });
      expect(person.page.url()).toMatch(/\/story\/check$/);
      expect(await words(person)).toContain('I wake up, and my sister comes in.');
      await person.press('Send your answers');
      expect(await words(person)).toContain(caseId);
      expect(await person.page.content()).not.toContain('£');
    },
    A_WHOLE_STORY_MS,
  );

  it('is worked out with Priya, who finds eligible needs', async () => {
    await staff('Priya Raman', async (priya) => {
      await take(priya, caseId);
      await writeRecord(priya);
      await confirmAssessment(priya);
    });
  });

  it('shows the person and the staff the same £180.11, with every line of the working', async () => {
    await waitFor(person, at('/me'), '£180.11');
    await person.follow('See how we worked this out, line by line');
    expect(await workingOn(person)).toEqual(WORKING);
    expect(await words(person)).toContain('This is a guide, not a limit');
    await staff('Tom Adeleke', async (tom) => {
      await tom.open(at('/money'));
      expect(await workingOn(tom)).toEqual(WORKING);
    });
  });

  it('is planned with two lines that come to £214.00', async () => {
    await staff('Priya Raman', async (priya) => {
      await take(priya, caseId);
      await writePlan(priya);
      expect(await words(priya)).toContain('£214.00');
      await explainWays(priya, caseId);
      await priya.press('The plan is ready');
    });
  });

  it('is read by Morag, and agreed by Glenda and not by Priya, who wrote it', async () => {
    await staff('Morag Sinclair', async (morag) => {
      await take(morag, caseId);
      await lookAgain(morag);
    });
    await staff('Priya Raman', async (priya) => {
      expect(await priya.open(at('/approve'))).toBe(403);
      expect(await words(priya)).toContain('You cannot do this');
    });
    await staff('Glenda Whitlock', async (glenda) => {
      await take(glenda, caseId);
      await agree(glenda);
    });
  });

  it('has its support arranged by Tom, and says when it is looked at again', async () => {
    await staff('Tom Adeleke', async (tom) => {
      await take(tom, caseId);
      await arrange(tom);
    });
    await waitFor(person, at('/me'), 'Your support is in place');
    expect(await words(person)).toContain('£214.00 a week');
    expect(daysUntil(await reviewDate())).toBeGreaterThan(39);
    expect(daysUntil(await reviewDate())).toBeLessThan(44);
  });

  it('is looked at when the person asks, and then again about a year later', async () => {
    await person.press('Ask for a review');
    await person.press('Ask for a review');
    expect(await words(person)).toContain('Seeing how it worked');
    await staff('Priya Raman', async (priya) => {
      await take(priya, caseId);
      await recordReview(priya);
    });
    await waitFor(person, at('/me'), 'Your support is in place');
    expect(daysUntil(await reviewDate())).toBeGreaterThan(360);
    expect(daysUntil(await reviewDate())).toBeLessThan(370);
  });

  it('has been through pages that are in order, every one', () => {
    expect(looked()).toBeGreaterThan(75);
    expect(faults()).toEqual([]);
  });
});
