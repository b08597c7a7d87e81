/**
 * Ten people, from what they told us to a budget that is spent in the way they want: each a whole case in a real browser. The story's own
 * pages are looked at in `every-page.test.ts`; here every page after it is.
 */
import { describe, expect, it } from 'vitest';
import { cast } from './cast.ts';
import { waitFor, words } from './person-walk.ts';
import {
  arrangesFund,
  arrangesPayment,
  decidesForCarer,
  fillDay,
  isAgreed,
  isRead,
  plansWith,
  putsInPlace,
  recordsMeans,
  type Staff,
  startsHousehold,
  tellsAll,
  tellsAreas,
  tellsAsCarer,
  untilPlanning,
} from './spend-walk.ts';
import { type Line, NEEDS, take, writeRecord } from './staff-walk.ts';
import type { Walker } from './walker.ts';

const { someone, signedIn, faults, looked } = cast(({ page }) => /\/story(\/|$)/.test(new URL(page.url()).pathname));

/** A whole case, with about forty pages of story that nobody looks at here. */
const A_CASE_MS = 240_000;
const journey = (name: string, deed: () => Promise<void>) => it(name, deed, A_CASE_MS);

const staff: Staff = async (name, deed) => {
  const one = await signedIn(name);
  await deed(one);
  await one.leave();
};

const homeCare: Line = {
  what: 'Help in the morning',
  provider: 'Lark Home Care',
  units: '7',
  unit: 'hour',
  price: '22.00',
  meets: [NEEDS.washing, NEEDS.eating],
};
const outing: Line = {
  what: 'Somebody to go out with',
  provider: '',
  units: '3',
  unit: 'hour',
  price: '20.00',
  meets: [NEEDS.out],
};
const REASONS = 'It is what it costs to meet your needs, line by line.';

/** The person's own page once support is in place, as they read it. */
const inPlace = async (person: Walker, caseId: string): Promise<string> => {
  await waitFor(person, `/cases/${caseId}/me`, 'Your support is in place');
  return words(person);
};

/** The letter about the agreed plan: what it says is what the page says. */
const letterOfThePlan = async (person: Walker, caseId: string): Promise<string> => {
  await person.open(`/cases/${caseId}/letters`);
  await person.follow('Your plan is agreed');
  return words(person);
};

/** One line of the plan, on the person's own page for it. */
const addsLine = async (person: Walker, caseId: string, { what, units, price, meets }: Line, kind: string): Promise<void> => {
  const { page } = person;
  await person.open(`/cases/${caseId}/your-plan/line`);
  await page.getByLabel('What will help?').fill(what);
  for (const need of meets) await page.getByLabel(need, { exact: true }).check();
  await page.locator(`input[name="kind"][value="${kind}"]`).check();
  await page.getByLabel('How many?').fill(units);
  await page.locator('input[name="unit"][value="hour"]').check();
  await page.locator('input[name="per"][value="week"]').check();
  await page.getByLabel('What does one cost?').fill(price);
  await person.press('Save');
};

/** The ways are read, then one is chosen for all of it. */
const choosesForAll = async (person: Walker, caseId: string, way: string): Promise<void> => {
  await person.open(`/cases/${caseId}/ways`);
  await person.press('I have read these');
  await person.open(`/cases/${caseId}/ways/choose`);
  expect(await person.page.locator('input[name="choice"]:checked').count()).toBe(0);
  await person.page.locator(`input[name="choice"][value="${way}"]`).check();
  await person.arrive(() => person.page.locator('main form button').last().click());
};

describe('a budget is spent', () => {
  journey('by a direct payment, in a plan that the person wrote alone', async () => {
    const person = await someone();
    const caseId = await tellsAll(person, 'Dilys Penhale');
    await untilPlanning(staff, caseId);
    await person.open(`/cases/${caseId}/who-leads`);
    await person.page.locator('input[name="mode"][value="person"]').check();
    await person.press('Save');
    await staff('Priya Raman', async (priya) => {
      await priya.open(`/cases/${caseId}/plan/edit`);
      expect(await words(priya)).toContain('Dilys Penhale leads this plan');
    });
    await person.open(`/cases/${caseId}/your-plan/words`);
    await person.page.getByLabel('What matters to you?').fill('My own front door, and my own hours.');
    await person.page.getByLabel('What else helps?').fill('The lunch club at the chapel.');
    await person.press('Save');
    await addsLine(person, caseId, { ...homeCare, price: '18.00' }, 'personal-assistant');
    await addsLine(person, caseId, outing, 'community-activity');
    await choosesForAll(person, caseId, 'direct-payment');
    await person.open(`/cases/${caseId}/your-plan`);
    expect(await words(person)).toContain('Your plan costs £186 a week');
    await person.press('My plan is ready');
    await isRead(staff, caseId);
    await isAgreed(staff, caseId, REASONS);
    await staff('Tom Adeleke', async (tom) => {
      await putsInPlace(tom, caseId);
      expect(await words(tom)).toContain('Nobody has recorded the conditions of a direct payment');
      await arrangesPayment(tom, caseId);
      await putsInPlace(tom, caseId);
    });
    const page = await inPlace(person, caseId);
    expect(page).toContain('£186.00 a week');
    expect(page).toContain('Direct payment');
    expect(await letterOfThePlan(person, caseId)).toContain('£186.00');
  });

  journey('by an Individual Service Fund', async () => {
    const person = await someone();
    const caseId = await tellsAll(person, 'Emrys Calloway');
    await untilPlanning(staff, caseId);
    const lines = [homeCare, outing].map((line) => ({ ...line, route: 'individual-service-fund' }));
    await plansWith(staff, caseId, { matters: 'One person to call, and it gets done.', lines });
    await isRead(staff, caseId);
    await isAgreed(staff, caseId, REASONS);
    await staff('Tom Adeleke', async (tom) => {
      await arrangesFund(tom, caseId, 'Even Keel', 'Emrys Calloway');
      await putsInPlace(tom, caseId);
    });
    expect(await inPlace(person, caseId)).toContain('Even Keel');
  });

  journey('by the council for now, agreed at once, with a day to look again', async () => {
    const person = await someone();
    const caseId = await tellsAll(person, 'Flora Medlicott');
    await untilPlanning(staff, caseId);
    await person.open(`/cases/${caseId}/your-plan/words`);
    await person.page.getByLabel('What matters to you?').fill('Just a good ordinary service, please.');
    await person.page.getByLabel('What else helps?').fill('My neighbour looks in.');
    await person.press('Save');
    await addsLine(person, caseId, { ...homeCare, units: '6.5', meets: [NEEDS.washing, NEEDS.eating, NEEDS.out] }, 'home-care');
    await person.open(`/cases/${caseId}/ways`);
    await person.press('I have read these');
    await person.open(`/cases/${caseId}/ways/choose`);
    await person.page.locator('input[name="choice"][value="for-now"]').check();
    await fillDay(person, 'lookAgain', 21);
    await person.arrive(() => person.page.locator('main form button').last().click());
    await person.open(`/cases/${caseId}/your-plan`);
    await person.press('My plan is ready');
    await isRead(staff, caseId);
    // £143.00 is inside what Larkshire agrees without waiting, and not far from the figure, so nobody has to sign it off.
    await waitFor(person, `/cases/${caseId}/me`, 'Your budget');
    expect(await words(person)).toContain('£143.00 a week');
    expect(await letterOfThePlan(person, caseId)).toContain('did not have to wait');
    await staff('Tom Adeleke', async (tom) => putsInPlace(tom, caseId));
    const page = await inPlace(person, caseId);
    const reviewed = /on or before (\d{1,2} \w+ \d{4})/.exec(page)?.[1] ?? 'no date';
    const days = (new Date(`${reviewed} 12:00 UTC`).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(19);
    expect(days).toBeLessThan(23);
  });

  journey('on a Shared Lives home, under an Individual Service Fund', async () => {
    const person = await someone();
    const caseId = await tellsAll(person, 'Gethin Ashdown');
    await untilPlanning(staff, caseId);
    const home: Line = {
      what: 'A home with Anne and Dougie',
      provider: 'Larkshire Shared Lives',
      units: '1',
      unit: 'week',
      price: '412.00',
      meets: [NEEDS.washing, NEEDS.eating],
      kind: 'shared-lives-living',
      route: 'individual-service-fund',
    };
    const day: Line = { ...outing, kind: 'shared-lives-day', route: 'individual-service-fund' };
    await plansWith(staff, caseId, { matters: 'To be part of a family.', lines: [home, day] });
    await isRead(staff, caseId);
    await isAgreed(staff, caseId, REASONS);
    await staff('Tom Adeleke', async (tom) => {
      await arrangesFund(tom, caseId, 'Larkshire Shared Lives', 'Gethin Ashdown');
      await putsInPlace(tom, caseId);
    });
    const page = await inPlace(person, caseId);
    expect(page).toContain('£472.00 a week');
    expect(page).toContain('A home with Anne and Dougie');
  });

  journey('by a mix of ways, line by line', async () => {
    const person = await someone();
    const caseId = await tellsAll(person, 'Hester Quill');
    await untilPlanning(staff, caseId);
    const lines: Line[] = [homeCare, { ...outing, kind: 'personal-assistant', route: 'direct-payment' }];
    await plansWith(staff, caseId, { matters: 'Mornings that run by themselves, afternoons that are mine.', lines });
    await isRead(staff, caseId);
    await isAgreed(staff, caseId, REASONS);
    await staff('Tom Adeleke', async (tom) => {
      await arrangesPayment(tom, caseId);
      await putsInPlace(tom, caseId);
    });
    const page = await inPlace(person, caseId);
    expect(page).toContain('£214.00 a week');
    expect(page).toContain('£60.00 a week');
    expect(page).toContain('£154.00 a week');
  });

  journey('by a couple, with one line together and one apart each', async () => {
    const [ivo, jonquil] = [await someone(), await someone()];
    const his = await tellsAll(ivo, 'Ivo Marchbanks');
    const hers = await tellsAll(jonquil, 'Jonquil Marchbanks');
    await untilPlanning(staff, his);
    await untilPlanning(staff, hers);
    const household = await startsHousehold(staff, his, hers);
    for (const [person, caseId] of [
      [ivo, his],
      [jonquil, hers],
    ] as const) {
      await person.open(`/cases/${caseId}/our-household/pool?household=${household}&pool=1`);
      expect(await words(person)).toContain('£30.0');
    }
    for (const caseId of [his, hers]) {
      const own = { ...homeCare, what: caseId === his ? 'Ivo’s own mornings' : 'Jonquil’s own mornings' };
      const together = { ...outing, what: 'A day out together', price: '20.01', share: `${household}:1` };
      await plansWith(staff, caseId, { matters: 'To stay together.', lines: [own, together] });
      await isRead(staff, caseId);
      await isAgreed(staff, caseId, REASONS);
      await staff('Tom Adeleke', async (tom) => putsInPlace(tom, caseId));
    }
    // £60.03 between two: a penny more for one of them, and not a penny lost.
    expect(await inPlace(ivo, his)).toContain('£30.02');
    const page = await inPlace(jonquil, hers);
    expect(page).toContain('£30.01');
    expect(page).not.toContain('Ivo’s own mornings');
    expect(await jonquil.open(`/cases/${his}/me`)).toBe(404);
  });

  journey('after a start in a crisis: help first, the rest later', async () => {
    let caseId = '';
    await staff('Priya Raman', async (priya) => {
      await priya.open('/work/new');
      await priya.page.getByLabel('The person’s full name').fill('Kester Lamb');
      await priya.page.locator('input[name="as"][value="adult"]').check();
      await priya.page.locator('input[name="urgent"][value="yes"]').check();
      await priya.page.locator('[name="what"]').fill('Somebody with him at night, from today.');
      await priya.page.locator('[name="who"]').fill('Lark Home Care');
      await priya.press('Start');
      caseId = /\/cases\/(C-[A-Z0-9]+)/.exec(priya.page.url())?.[1] ?? '';
      expect(await words(priya)).toContain('Somebody with him at night, from today.');
    });
    await staff('Priya Raman', (priya) => tellsAreas(priya, caseId));
    await untilPlanning(staff, caseId);
    await plansWith(staff, caseId, { matters: 'To sleep, and not to be alone with it.', lines: [homeCare, outing] });
    await isRead(staff, caseId);
    await isAgreed(staff, caseId, REASONS);
    await staff('Tom Adeleke', async (tom) => {
      await putsInPlace(tom, caseId);
      await tom.open(`/cases/${caseId}/urgent`);
      expect(await words(tom)).toContain('Somebody with him at night');
      await tom.page
        .getByRole('textbox', { name: /ends|place|Why/ })
        .first()
        .fill('The plan has taken its place.');
      await tom.arrive(() => tom.page.getByRole('button', { name: /^End/ }).first().click());
      await waitFor(tom, `/cases/${caseId}/me`, 'Your support is in place');
    });
  });

  journey('by a carer, in a plan and a budget of their own', async () => {
    const carer = await signedIn('Delphine Arnaud');
    await carer.open('/my/start?as=carer');
    await carer.press('I look after someone. Start');
    const caseId = /\/cases\/(C-[A-Z0-9]+)/.exec(carer.page.url())?.[1] ?? '';
    await tellsAsCarer(carer, caseId);
    await staff('Priya Raman', async (priya) => {
      await take(priya, caseId);
      await decidesForCarer(priya, caseId);
    });
    const swim: Line = {
      what: 'A swim, with the fare',
      provider: 'Larkham Lido',
      units: '2',
      unit: 'visit',
      price: '11.50',
      meets: ['Time off for what you enjoy'],
      kind: 'carers-break-and-wellbeing',
      route: 'direct-payment',
    };
    await staff('Priya Raman', (priya) => waitFor(priya, `/cases/${caseId}`, 'Write the plan'));
    await plansWith(staff, caseId, { matters: 'One morning a week that is mine.', lines: [swim] });
    await isAgreed(staff, caseId, 'Two swims a week are what you asked for.');
    await staff('Tom Adeleke', async (tom) => {
      await arrangesPayment(tom, caseId);
      await putsInPlace(tom, caseId);
    });
    const page = await inPlace(carer, caseId);
    expect(page).toContain('£23.00 a week');
    expect(page).toContain('£0.00 a week');
  });

  journey('in a care home, with a statement of who pays what', async () => {
    const person = await someone();
    const caseId = await tellsAll(person, 'Lettice Orme');
    await untilPlanning(staff, caseId);
    const room: Line = {
      what: 'A room with a view of the orchard',
      provider: 'Larkfield House',
      units: '1',
      unit: 'week',
      price: '890.00',
      meets: [NEEDS.washing, NEEDS.eating, NEEDS.out],
      kind: 'care-home',
    };
    await staff('Priya Raman', (priya) => recordsMeans(priya, caseId));
    await plansWith(staff, caseId, { matters: 'My cat, my chair and the orchard.', lines: [room] });
    await isRead(staff, caseId);
    await isAgreed(staff, caseId, REASONS);
    await staff('Tom Adeleke', async (tom) => putsInPlace(tom, caseId));
    const page = await inPlace(person, caseId);
    // £250.00 + £4.00 for savings of £15,001, less the £30.65 that everybody in a care home keeps.
    expect(page).toContain('£890.00');
    expect(page).toContain('£223.35 a week');
    expect(page).toContain('£666.65 a week');
    const letter = await letterOfThePlan(person, caseId);
    expect(letter).toContain('You pay £223.35 a week of it. We pay £666.65 a week.');
  });

  journey('not at all where there are no eligible needs: with reasons, advice and a way to disagree', async () => {
    const person = await someone();
    const caseId = await tellsAll(person, 'Merrick Dunstan');
    await staff('Priya Raman', async (priya) => {
      await take(priya, caseId);
      await writeRecord(priya);
      await priya.press('Confirm the assessment');
      const { page } = priya;
      await page
        .getByRole('group', { name: /impairment or illness/ })
        .getByLabel('Yes')
        .check();
      await page.getByLabel(NEEDS.out, { exact: true }).check();
      await page
        .getByRole('group', { name: /significant impact/ })
        .getByLabel('Yes')
        .check();
      await priya.press('Work out what this leads to');
      await page.getByLabel('Your reasons').fill('You need help with one thing only: getting out. The bus club can do that.');
      await priya.press('Confirm the assessment');
    });
    await waitFor(person, `/cases/${caseId}/me`, 'The bus club can do that');
    await person.open(`/cases/${caseId}/letters`);
    await person.follow('Our decision about your needs');
    const letter = await words(person);
    expect(letter).toContain('The bus club can do that');
    expect(letter).toContain('I don’t agree');
  });

  it('through pages that are in order, every one', () => {
    expect(looked()).toBeGreaterThan(120);
    expect(faults()).toEqual([]);
  });
});
