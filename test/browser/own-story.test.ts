/**
 * A person's own story, from the first look to the answer to “I don’t agree”: no account, two devices, a helper with one part, the
 * council's staff on the same record. Each step is asserted where it happens. Links and codes that fail: `own-story-links.test.ts`.
 */
import { describe, expect, it } from 'vitest';
import { addDays, formatDate, toIsoDate } from '../../lib/domain/calendar.ts';
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
  tellUntil,
  typeCode,
  typeDate,
  unsaid,
} from './own-story-walk.ts';
import { waitFor, words } from './person-walk.ts';
import { fillInFindings, fillInRecord, take } from './staff-walk.ts';
import { asRead, type Walker } from './walker.ts';

const { someone, signedIn, faults, looked } = cast();

const NORA = { name: 'Nora Pellingham', to: 'nora@example.org' } as const;
const ROSA = { name: 'Rosa Pellingham', to: 'rosa@example.org' } as const;
const SAVE = 'Save and continue';
const TODAY = formatDate(toIsoDate(new Date()));

/** Nora where she began, Nora at another device, Rosa who helps her, and two workers. */
let nora: Walker;
let elsewhere: Walker;
let rosa: Walker;
let priya: Walker;
let tom: Walker;
let caseId: string;
/** The task list as she left it, and the pages she had answered by then. */
let left: [title: string, status: string][];
let answered: readonly string[];

const at = (path = ''): string => `/cases/${caseId}${path}`;
const path = ({ page }: Walker): string => new URL(page.url()).pathname;

const isLargeAndEasy = async ({ page }: Walker): Promise<boolean> =>
  page.evaluate<boolean>(`document.body.classList.contains('ow-large') && document.body.classList.contains('ow-easy') &&
    parseFloat(getComputedStyle(document.documentElement).fontSize) >= 24`);

describe('before anything is said', () => {
  it('starts from a page that asks for no account', async () => {
    nora = await someone();
    await nora.open('/');
    expect(await unsaid(nora, 'You need no account.', 'Come back to something you started')).toEqual([]);
    expect(await nora.page.getByRole('link', { name: 'Sign out' }).count()).toBe(0);
    await nora.follow('See about how much you might get');
    expect(path(nora)).toBe('/reckoner');
  });

  it('shows a likely week and a likely contribution, how sure it is and what it is not', async () => {
    expect(await nora.press('Work it out')).toBe(422);
    expect(await mistakes(nora)).toEqual(['Choose an answer to at least one of these. We need that to go on.']);
    for (const area of [1, 2, 3]) await nora.page.locator(`input[name="area-${area}"]`).nth(2).check();
    await nora.page.getByRole('group', { name: 'How much do you have in savings?' }).getByRole('radio').first().check();
    await nora.page.getByLabel('How much money do you get each week?').fill('270');
    await choose(nora, 'At pension age, or older');
    expect(await nora.press('Work it out')).toBe(200);
    const said = await words(nora);
    expect(/About £\d+ to £\d+ a week/.exec(said)).not.toBeNull();
    expect(/You may pay about £\d+( to £\d+)? of it a week/.exec(said)).not.toBeNull();
    const sure = ['How sure is this?', 'Not sure at all. We look at 10 parts of life. You told us about 3 of them.'];
    const isNot = ['It is not a decision.', 'It is not a limit.', 'It is not a test.', 'We look at what you need first.'];
    expect(await unsaid(nora, ...sure, ...isNot, 'Ask a person to look')).toEqual([]);
  });

  it('keeps nothing of that', async () => {
    expect(new URL(nora.page.url()).search).toBe('');
    await nora.open('/reckoner');
    expect(await nora.page.locator('input:checked').count()).toBe(0);
    expect(await nora.page.context().cookies()).toEqual([]);
    expect(await nora.page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });
});

describe('the story, half done', () => {
  it('starts without signing in, and asks first how to talk', async () => {
    await nora.open('/');
    await nora.press('Start now');
    caseId = /\/cases\/(C-[A-Z0-9]+)\/story$/.exec(nora.page.url())?.[1] ?? 'no case';
    expect((await tasks(nora)).filter(([, status]) => status !== 'To do')).toEqual([]);
    await nora.press('Start');
    expect(path(nora)).toBe(at('/story/how-we-talk/formats'));
    expect(await heading(nora)).toBe('How would you like our letters and pages?');
  });

  it('draws the very next page large and in easy words', async () => {
    await choose(nora, 'Large print', 'Easy Read', 'None of these');
    expect(await nora.press(SAVE)).toBe(422);
    expect(await isLargeAndEasy(nora)).toBe(false);
    await nora.page.getByLabel('None of these').uncheck();
    await nora.press(SAVE);
    expect(await isLargeAndEasy(nora)).toBe(true);
    expect(await heading(nora)).toBe('Which language do you use?');
  });

  it('says beside the box how to put a mistake right, and keeps what was typed', async () => {
    const before = await tellUntil(
      nora,
      { language: { pick: ['en'] }, interpreter: { pick: ['no'] }, 'contact-by': { pick: ['email'] } },
      'email',
    );
    await nora.page.getByRole('main').getByRole('textbox').fill('nora at example');
    expect(await nora.press(SAVE)).toBe(422);
    expect(await nora.page.title()).toMatch(/^Error: What is your email\?/);
    expect(await nora.page.getByRole('main').getByRole('textbox').inputValue()).toBe('nora at example');
    const deeds = {
      email: { type: NORA.to },
      'who-fills-in': { pick: ['me'] },
      urgent: { pick: ['no'] },
      safe: { pick: ['yes'] },
      name: { type: NORA.name },
    } as const;
    const then = await tellUntil(nora, deeds, 'birth');
    await typeDate(nora, ['31', '2', '1950']);
    expect(await nora.press(SAVE)).toBe(422);
    expect(await mistakes(nora)).toHaveLength(1);
    await typeDate(nora, ['12', 'March', '1950']);
    await nora.press(SAVE);
    answered = ['formats', ...before, ...then, 'birth'].filter((page) => page !== 'what-helps');
    expect(path(nora)).toBe(at('/story/about-you/address'));
  });

  it('lets her skip one, and rather talk about another', async () => {
    const deeds = {
      'nhs-number': { type: '943 476 5919' },
      carer: { pick: ['no'] },
      difficulty: { pick: ['none'] },
      'safe-at-home': 'talk',
    } as const;
    const asked = await tellUntil(nora, deeds, 'family-friends');
    const skipped = ['address', 'helpers', 'together'];
    expect(asked.filter((page) => skipped.includes(page))).toEqual(skipped);
    answered = [...answered, ...asked.filter((page) => !skipped.includes(page))];
    await nora.open(at('/story'));
    left = await tasks(nora);
    const states = new Map(left);
    expect(states.get('Where do you live?')).toBe('To do');
    expect(states.get('Being safe at home')).toBe('Done');
    expect(states.get('Eating and drinking')).toBe('Done');
  });

  it('sends her a link to come back by, and shows where it went', async () => {
    await nora.follow('Save and come back later');
    expect(await nora.page.getByLabel('Email address').inputValue()).toBe(NORA.to);
    await nora.open(at('/story'));
    expect(await saveForLater(nora, NORA.to)).toBe(200);
    expect(await unsaid(nora, 'We sent you a link', NORA.to, caseId, 'It works until')).toEqual([]);
    expect(await nora.page.content()).not.toContain('/return/');
  });
});

describe('on another device', () => {
  it('lets nobody in who has the link and not the code', async () => {
    elsewhere = await someone();
    expect(await followMailedLink(elsewhere, { ...NORA, caseId, subject: RETURN })).toBe(200);
    expect(await heading(elsewhere)).toBe('Check that it is you');
    expect(await words(elsewhere)).not.toContain(NORA.to);
    await elsewhere.press('Send me a code');
    const code = await mailedCode(elsewhere, { ...NORA, caseId });
    expect(await typeCode(elsewhere, otherThan(code))).toBe(422);
    expect(await mistakes(elsewhere)).toEqual(['That is not the code. You have 4 tries left.']);
    expect(await elsewhere.page.context().cookies()).toEqual([]);
    expect(await typeCode(elsewhere, code)).toBe(200);
  });

  it('has the same half-done story, as large and as easy, with nothing lost', async () => {
    expect(path(elsewhere)).toBe(at('/story'));
    expect(await tasks(elsewhere)).toEqual(left);
    expect(await isLargeAndEasy(elsewhere)).toBe(true);
    await elsewhere.open(at('/story/about-you/name'));
    expect(await elsewhere.page.getByRole('main').getByRole('textbox').inputValue()).toBe(NORA.name);
    await elsewhere.open(at('/story/self-assessment/eating-drinking'));
    expect(await elsewhere.page.locator('input:checked').count()).toBe(3);
  });

  it('asks nothing again that was answered', async () => {
    await elsewhere.open(at('/story'));
    await elsewhere.press('Go on');
    const asked = await tellUntil(elsewhere, {}, 'most');
    expect(asked.filter((page) => answered.includes(page))).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining(['address', 'family-friends', 'nights']));
  });
});

describe('with somebody who helps', () => {
  const until = addDays(toIsoDate(new Date()), 14);

  it('invites Rosa to one part, until a day', async () => {
    await elsewhere.open(at('/story'));
    await elsewhere.follow('see who can see what, or ask someone to help');
    await elsewhere.press('Ask someone to help');
    expect(await elsewhere.press('Ask them to help')).toBe(422);
    expect(await mistakes(elsewhere)).toHaveLength(4);
    const { page } = elsewhere;
    await page.getByLabel('What is their name?').fill(ROSA.name);
    await choose(elsewhere, 'Family or a friend who helps you', 'What matters to you', 'By email');
    const [year = '', month = '', day = ''] = until.split('-');
    await typeDate(elsewhere, [day, month, year]);
    await page.getByLabel('Their email').fill(ROSA.to);
    await elsewhere.press('Ask them to help');
    expect(await unsaid(elsewhere, `${ROSA.name} is on the list. We have sent them a link.`)).toEqual([]);
    expect(await answerTo(elsewhere, 'They can see')).toBe('What matters to you');
    expect(await answerTo(elsewhere, 'Last day')).toBe(formatDate(until));
  });

  it('shows Rosa that part and nothing else', async () => {
    rosa = await someone();
    await comeInByLink(rosa, { ...ROSA, caseId, subject: INVITATION });
    expect(path(rosa)).toBe(at('/story'));
    expect(await rosa.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'What matters to them',
    ]);
    expect(await tasks(rosa)).toHaveLength(6);
    for (const hidden of ['/me', '/people', '/letters', '/disagreements', '/who-looked', '/answers', '/amount', '/story/check'])
      expect([hidden, await rosa.open(at(hidden))]).toEqual([hidden, 404]);
    for (const other of ['how-we-talk/formats', 'about-you/name', 'self-assessment/eating-drinking']) {
      await rosa.open(at(`/story/${other}`));
      expect(path(rosa)).toBe('/my');
      expect(await words(rosa)).not.toContain('1950');
    }
  });

  it('keeps what Rosa writes as Rosa’s', async () => {
    await rosa.follow(`Help with ${caseId}`);
    await rosa.press('Start');
    expect(await heading(rosa)).toBe('What matters most to them?');
    await tellUntil(rosa, {
      most: { type: 'Her garden, and lunch with us on Sundays.' },
      'good-day': { type: 'Up by nine, and out.' },
    });
    expect(await rosa.page.getByRole('button', { name: 'Check and send' }).count()).toBe(0);
    await elsewhere.open(at('/me'));
    await elsewhere.page.getByText('What you told us', { exact: true }).click();
    const said = await answerTo(elsewhere, 'What matters most to you?');
    expect(said).toContain('Her garden, and lunch with us on Sundays.');
    expect(said).toContain(`${ROSA.name} wrote this down on ${TODAY}.`);
  });

  it('takes Rosa off the list, and her very next page is refused', async () => {
    await elsewhere.open(at('/people'));
    await elsewhere.press(`Take ${ROSA.name} off the list`);
    expect(await unsaid(elsewhere, `${ROSA.name} is off the list. They can see nothing from now on.`)).toEqual([]);
    expect(await rosa.open(at('/story'))).toBe(404);
    await rosa.open('/my');
    expect(await words(rosa)).not.toContain(caseId);
    expect(await followMailedLink(rosa, { ...ROSA, caseId, subject: INVITATION })).toBe(404);
  });
});

describe('sent', () => {
  it('is checked with everybody’s words, and confirmed with a reference, a team and a date', async () => {
    await elsewhere.open(at('/story'));
    await elsewhere.press('Check and send');
    expect(await answerTo(elsewhere, 'What matters most to you?')).toContain(ROSA.name);
    expect(await answerTo(elsewhere, 'Being safe at home')).toContain('You would rather talk about this.');
    await elsewhere.press('Send your answers');
    expect(await unsaid(elsewhere, 'We have your story', caseId, 'The Larkshire adult support team has this now.')).toEqual([]);
    expect(await words(elsewhere)).toMatch(
      /We will talk with you by \d{1,2} \w+ \d{4}\. If we are late, your page will say so\./,
    );
  });
});

describe('every page on the way', () => {
  it('was in order', () => {
    console.info(`${looked()} different pages were looked at`);
    expect(faults()).toEqual([]);
  });
});

void [waitFor, fillInFindings, fillInRecord, take, asRead, priya, tom, signedIn];
