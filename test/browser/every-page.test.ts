/**
 * Every page a citizen can come to, once with scripts and once without, and every form of theirs with a mistake in it. What is looked
 * at on each is `page-faults.ts`. A page of `pages.ts` that nobody comes to here fails the test. The journey is `own-story.test.ts`.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { type Cast as Council, optionWith, play } from '../journeys/cast.ts';
import { Visitor } from '../support/visitor.ts';
import { councilSteps, STAFF, storySteps } from '../support/whole-case.ts';
import { cast } from './cast.ts';
import { CANNOT_BE_WRONG, citizensPages, ONLY_LEAD_ON, seenPages } from './every-page-list.ts';
import { mistakesInAPlan, mistakesTogether, planPages, startsHousehold } from './every-page-plan.ts';
import { askEach, IN_THE_ASSESSMENT, IN_THE_STORY, typesAsked } from './every-page-questions.ts';
import {
  choose,
  comeInByLink,
  followMailedLink,
  heading,
  INVITATION,
  mailedCode,
  otherThan,
  RETURN,
  saveForLater,
  tellUntil,
  typeCode,
} from './own-story-walk.ts';
import { signInAs, startCase, waitFor } from './person-walk.ts';
import type { Walker } from './walker.ts';

const FORMS = readdirSync(new URL('../../workflows/forms', import.meta.url)).flatMap((file) =>
  file === 'form.schema.json' ? [] : [file.replace('.json', '')],
);

/** How pages look, by what is ticked under "How pages look". */
const LOOKS = { plain: [], 'large and easy': ['large', 'easy'], Welsh: ['cy'] } as const;
type Look = keyof typeof LOOKS;

const look = async (walker: Walker, chosen: Look): Promise<void> => {
  const ticked: readonly string[] = LOOKS[chosen];
  await walker.open('/display');
  for (const wish of ['large', 'easy', 'cy']) await walker.page.locator(`[value="${wish}"]`).setChecked(ticked.includes(wish));
  await walker.press('Save');
};

/** Each address in turn, and all of them again large and easy where that is one of the `looks`. */
const openAll = async (walker: Walker, looks: readonly Look[], paths: readonly string[]): Promise<void> => {
  const open = async () => {
    for (const path of paths) expect([path, await walker.open(path)]).toEqual([path, 200]);
  };
  await open();
  if (!looks.includes('large and easy')) return;
  await look(walker, 'large and easy');
  await open();
  await look(walker, 'plain');
};

/** Somebody of the made-up council as the browser is, and beside them by HTTP, where what is done is not what is looked at. */
const councilFor = async (id: string): Promise<Council> => {
  const signedIn = (who: string) => new Visitor(inject('serviceUrl')).signInAs(who);
  const staff = Object.entries(STAFF).map(async ([who, staffId]) => [who, await signedIn(staffId)] as const);
  return { person: await signedIn(id), ...(Object.fromEntries(await Promise.all(staff)) as Omit<Council, 'person'>) };
};

it('asks about pages that there are', () => {
  const paths = citizensPages().map(({ path }) => path);
  expect([...ONLY_LEAD_ON, ...CANNOT_BE_WRONG].filter((path) => !paths.includes(path))).toEqual([]);
  expect([...IN_THE_STORY, ...IN_THE_ASSESSMENT].map(({ type }) => type).sort()).toEqual(typesAsked());
});

type Mode = {
  mode: string;
  looks: readonly Look[];
  options: { javaScriptEnabled?: boolean };
  id: string;
  name: string;
  stops: string;
};

/** Words and sizes are the same with scripts and without, so the other looks are looked at once. */
const MODES: readonly Mode[] = [
  {
    mode: 'with scripts',
    looks: ['plain', 'large and easy', 'Welsh'],
    options: {},
    id: 'P-20-TEGAN',
    name: 'Tegan Rowse',
    stops: 'Ulla Bergstrom',
  },
  {
    mode: 'without scripts',
    looks: ['plain'],
    options: { javaScriptEnabled: false },
    id: 'P-22-VERNON',
    name: 'Vernon Battersby',
    stops: 'Winifred Osei',
  },
];

describe.each(MODES)('$mode', ({ looks, options, id, name, stops }) => {
  const seen = seenPages();
  const { someone, faults, looked } = cast(seen.note);
  let person: Walker;
  let council: Council;
  let caseId: string;
  /** The first case of this file, of somebody without an account. */
  let earlier: string;
  const at = (path = ''): string => `/cases/${caseId}${path}`;
  const openEach = (walker: Walker, paths: readonly string[]): Promise<void> => openAll(walker, looks, paths);
  /** The council's and the person's steps by HTTP, from the one whose page ends in `from` up to and without the one that ends in `to`. */
  const playSteps = async (from: string, to: string): Promise<void> => {
    const steps = [...storySteps(caseId, optionWith), ...councilSteps(caseId)];
    const place = (end: string) => steps.findIndex(({ page }) => page.endsWith(end));
    for (const step of steps.slice(place(from), place(to) < 0 ? undefined : place(to))) await play(council, step);
  };

  it('anybody reads', async () => {
    const anybody = await someone(options);
    await openEach(anybody, [
      '/',
      '/reckoner',
      '/display',
      '/return',
      '/help',
      '/accessibility',
      '/privacy',
      '/sign-in',
      '/print',
      '/dev/outbox',
      '/rules',
      '/rules/DEMO-2026-1',
      '/ways',
    ]);
    for (const form of FORMS) expect(await anybody.open(`/print/${form}`)).toBe(200);
    for (const wish of ['large=1', 'easy=1']) await anybody.open(`/print/self-assessment?${wish}`);
  });

  it('anybody makes a mistake', async () => {
    const anybody = await someone(options);
    await anybody.open('/reckoner');
    expect(await anybody.press('Work it out')).toBe(422);
    await anybody.page.locator('input[name="area-1"]').last().check();
    await anybody.page.locator('input[name="area-2"]').nth(2).check();
    expect(await anybody.press('Work it out')).toBe(200);
    await anybody.open('/sign-in');
    expect(await anybody.press('Sign in')).toBe(422);
    await anybody.open('/return');
    expect(await anybody.press('Send me a new link')).toBe(422);
    await anybody.page.getByLabel('Your reference').fill('C-NOBODY7');
    await anybody.page.getByLabel('Your email or mobile number').fill('nobody@example.org');
    expect(await anybody.press('Send me a new link')).toBe(200);
    expect(await anybody.open(`/return/${'x'.repeat(43)}`)).toBe(404);
    expect(await anybody.open('/my')).toBe(403);
    expect(await anybody.open('/no-such-page')).toBe(404);
  });

  it('somebody begins, comes back by a link, and asks for help', async () => {
    const begun = await someone(options);
    caseId = await startCase(begun);
    earlier = caseId;
    await begun.press('Start');
    await tellUntil(begun, { formats: { pick: ['large-print', 'easy-read'] }, name: { type: `Someone ${caseId}` } }, 'birth');
    await begun.follow('Save and come back later');
    expect(await begun.press('Send me the link')).toBe(422);
    await begun.open(at('/story'));
    const to = `${caseId.toLowerCase()}@example.org`;
    await saveForLater(begun, to);
    const back = await someone(options);
    await followMailedLink(back, { caseId, to, subject: RETURN });
    await back.press('Send me a code');
    const code = await mailedCode(back, { caseId, to });
    expect(await typeCode(back, otherThan(code))).toBe(422);
    expect(await typeCode(back, code)).toBe(200);
    await openEach(back, [at('/story'), at('/save'), at('/people'), at('/people/invite')]);
    await back.open(at('/people/invite'));
    await choose(back, 'Someone who acts for you');
    expect(await back.press('Ask them to help')).toBe(422);
  });

  it('whoever helps sees their part, and whoever acts for somebody is asked for papers', async () => {
    const asks = await someone(options);
    const invite = async (who: string, ...labels: readonly string[]) => {
      await asks.open(at('/people/invite'));
      await asks.page.getByLabel('What is their name?').fill(who);
      await choose(asks, ...labels, 'By email');
      await asks.page.getByLabel('Their email').fill(`${who.toLowerCase()}@example.org`);
      await asks.press('Ask them to help');
    };
    await comeInByLink(asks, { caseId, to: `${caseId.toLowerCase()}@example.org`, subject: RETURN });
    await invite('Hattie', 'Family or a friend who helps you', 'What matters to you');
    await invite('Lionel', 'Someone who acts for you', 'A lasting power of attorney for health and welfare', 'All of it');
    const hattie = await someone(options);
    await comeInByLink(hattie, { caseId, to: 'hattie@example.org', subject: INVITATION });
    await openEach(hattie, [at('/story'), at('/story/self-assessment/most'), '/my']);
    expect(await hattie.open(at('/me'))).toBe(404);
    const lionel = await someone(options);
    expect(await followMailedLink(lionel, { caseId, to: 'lionel@example.org', subject: INVITATION })).toBe(200);
    expect(await heading(lionel)).toBe('We need to see your papers first');
  });

  it('somebody signed in starts', async () => {
    person = await someone(options);
    await signInAs(person, name);
    await person.press('Start');
    await person.press('This is about me. Start');
    caseId = /\/cases\/(C-[A-Z0-9]+)/.exec(person.page.url())?.[1] ?? 'no case';
    council = await councilFor(id);
    await person.press('Start');
    await tellUntil(person, { language: { pick: ['other'] } }, 'which-language');
  });

  it.each(looks)('each way of asking, %s', async (chosen) => {
    const asks = { plain: 'How would you like', 'large and easy': 'How do you like', Welsh: 'Sut hoffech chi' } as const;
    const firstAsks = async (): Promise<string> => {
      await person.open(at('/story/how-we-talk/formats'));
      return heading(person);
    };
    await look(person, chosen);
    expect(await firstAsks()).toContain(asks[chosen]);
    await askEach(person, caseId, IN_THE_STORY);
    expect(await firstAsks()).toContain(asks[chosen]);
    await look(person, 'plain');
  });

  it('the story is checked, sent and followed', async () => {
    await playSteps('washing-dressing-toilet', '/story/check');
    await openEach(person, [
      at('/story'),
      at('/story/check'),
      at('/me'),
      at('/letters'),
      at('/disagreements'),
      at('/who-looked'),
    ]);
    await person.open(at('/story/check'));
    await person.press('Send your answers');
    await openEach(person, [at('/story/sent'), at('/me'), '/my', at('/amount'), at('/messages'), at('/disagree'), at('/stop')]);
    await person.open(at('/messages'));
    expect(await person.press('Send message')).toBe(422);
    await person.page.getByLabel('Your message').fill('When will you come?');
    await person.press('Send message');
    await person.open(at('/disagree'));
    expect(await person.press('Send')).toBe(422);
  });

  it('money is asked for, and the figure is shown and disagreed with', async () => {
    for (const chosen of looks) {
      await look(person, chosen);
      await askEach(person, caseId, IN_THE_ASSESSMENT);
    }
    await look(person, 'plain');
    await playSteps('/record/needs-assessment', '/plan/edit');
    await waitFor(person, at('/me'), '£180.11');
    await person.open(at('/disagree?about=line&detail=Running+my+home'));
    await person.page.getByLabel('in your own words').fill('It is more than that.');
    await person.press('Send');
    await openEach(person, [at('/me'), at('/amount'), at('/disagreements'), at('/letters'), at('/who-looked'), at('/messages')]);
  });

  it('the plan is the person’s own, and each mistake in it is said', async () => {
    await openEach(person, planPages(caseId));
    await mistakesInAPlan(person, caseId);
    // Somebody who came earlier and left their link: the two could plan together.
    const household = await startsHousehold(council, caseId, earlier);
    await openEach(person, [at('/our-household'), at(`/our-household/pool?household=${household}`)]);
    await mistakesTogether(person, caseId, household);
  });

  it('support is in place, looked at again, and every letter is there', async () => {
    await playSteps('/plan/edit', 'the end');
    await waitFor(person, at('/me'), 'Your support is in place');
    await openEach(person, [at('/me'), at('/stop'), at('/ask-for-review'), '/my']);
    await person.open(at('/ask-for-review'));
    await person.page.getByRole('main').getByRole('textbox').fill('a '.repeat(501));
    expect(await person.press('Ask for a review')).toBe(422);
    await person.page.getByRole('main').getByRole('textbox').fill('');
    await person.press('Ask for a review');
    await openEach(person, [at('/story'), at('/story/three-questions/working')]);
    await person.open(at('/letters'));
    const links = await person.page.locator('main table a').all();
    const letters = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
    expect(letters.length).toBeGreaterThanOrEqual(5);
    await openEach(person, letters);
  });

  it('somebody stops, and signs out', async () => {
    const leaves = await someone(options);
    await signInAs(leaves, stops);
    await leaves.press('Start');
    await leaves.press('This is about me. Start');
    await leaves.open(leaves.page.url().replace(leaves.url, '').replace('/story', '/stop'));
    await leaves.page.getByRole('main').getByRole('textbox').fill('a '.repeat(2001));
    expect(await leaves.press('Stop now')).toBe(422);
    await leaves.page.getByRole('main').getByRole('textbox').fill('I am better.');
    await leaves.press('Stop now');
    await openEach(leaves, [new URL(leaves.page.url()).pathname, '/my', '/my/start', '/sign-out']);
    await leaves.open('/sign-out');
    await leaves.press('Sign out');
  });

  it('has come to every page, and each was in order', () => {
    console.info(`${looked()} different pages were looked at`);
    expect(seen.missing()).toEqual([]);
    expect(faults()).toEqual([]);
  });
});
