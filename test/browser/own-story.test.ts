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
    expect(await asRead(nora.page.getByRole('banner'))).toContain(NORA.name);
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
    expect(states.get('Safe at home')).toBe('Done');
    expect(states.get('Food and drink')).toBe('Done');
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
    expect(await answerTo(elsewhere, 'Safe at home')).toContain('You would rather talk about this.');
    await elsewhere.press('Send your answers');
    expect(await unsaid(elsewhere, 'We have your story', caseId, 'The Larkshire adult support team has this now.')).toEqual([]);
    expect(await words(elsewhere)).toMatch(
      /We will talk with you by \d{1,2} \w+ \d{4}\. If we are late, your page will say so\./,
    );
  });
});

describe('followed by the person', () => {
  it('shows whose turn it is, who has it, and the same date again', async () => {
    const promised = /We will talk with you by (\d{1,2} \w+ \d{4})/.exec(await words(elsewhere))?.[1] ?? 'no date';
    await elsewhere.follow('Go to your page to see where it is');
    const said = ['It is our turn.', 'The Larkshire adult support team has this.', `We will do this by ${promised}.`];
    expect(await unsaid(elsewhere, ...said)).toEqual([]);
    priya = await signedIn('Priya Raman');
    await take(priya, caseId);
    await elsewhere.open(at('/me'));
    expect(await unsaid(elsewhere, 'It is our turn.', 'Priya Raman has this.')).toEqual([]);
  });

  it('lists our letters, and opens one', async () => {
    await elsewhere.follow('Letters we wrote to you');
    await elsewhere.follow('We have your story');
    expect(await unsaid(elsewhere, NORA.name, `Reference ${caseId}, letter `, 'Larkshire Council', TODAY)).toEqual([]);
  });

  it('carries a message there, and the answer back', async () => {
    await elsewhere.open(at('/messages'));
    expect(await elsewhere.press('Send message')).toBe(422);
    await elsewhere.page.getByLabel('Your message').fill('Please come in the afternoon.');
    await elsewhere.press('Send message');
    expect(await unsaid(elsewhere, 'You wrote', 'Please come in the afternoon.', 'It is our turn.')).toEqual([]);
    await priya.open('/replies');
    await priya.follow(NORA.name);
    expect(await unsaid(priya, `${NORA.name} wrote`, 'Please come in the afternoon.')).toEqual([]);
    await priya.page.getByRole('main').getByRole('textbox').fill('I will. Thursday at two.');
    await priya.press('Send message');
    await elsewhere.open(at('/messages'));
    expect(await unsaid(elsewhere, 'Priya Raman, Larkshire Council, wrote', 'I will. Thursday at two.')).toEqual([]);
  });
});

describe('the same record, with staff', () => {
  it('shows everybody’s words, and whose they are', async () => {
    await priya.open(at('/answers'));
    const helped = await answerTo(priya, 'What matters most to them?');
    expect(helped).toContain('Her garden, and lunch with us on Sundays.');
    expect(helped).toContain(`${ROSA.name} wrote this down on ${TODAY}.`);
    const own = await answerTo(priya, 'What is their full name?');
    expect(own).toContain(`${NORA.name} told us this on ${TODAY}.`);
    const area = await answerTo(priya, 'Eating and drinking');
    expect(area).toContain(`Written by ${NORA.name} on ${TODAY}`);
    expect(await unsaid(priya, 'Large print', 'Easy Read')).toEqual([]);
  });

  it('is added to in the needs record, beside what was said', async () => {
    await priya.open(at());
    await priya.follow('Needs assessment');
    expect(await unsaid(priya, 'Her garden, and lunch with us on Sundays.', `${ROSA.name} wrote this down on ${TODAY}.`)).toEqual(
      [],
    );
    await fillInRecord(priya);
    await priya.press('Save');
    expect(path(priya)).toBe(at());
  });

  it('is decided once what she would rather talk about was talked about', async () => {
    await priya.press('Confirm the assessment');
    await fillInFindings(priya);
    await priya.press('Work out what this leads to');
    await priya.page.getByLabel('Your reasons').fill('You need help to wash, to eat and to go out.');
    expect(await priya.press('Confirm the assessment')).toBe(422);
    expect(await mistakes(priya)).toEqual(['Choose the statement you agreed, question 4.']);
    await priya.page.locator('input[name="question-4-option"][value="checked-on"]').check();
    await priya.press('Confirm the assessment');
    expect(path(priya)).toBe(at());
  });
});

describe('the figure, and not agreeing with it', () => {
  it('is shown with its working', async () => {
    await waitFor(elsewhere, at('/me'), '£180.11');
    await elsewhere.follow('See how we worked this out, line by line');
    const lines = ['34.5 points', '£95.00', '£105.125', '−£20.0125', 'This is a guide, not a limit'];
    expect(await unsaid(elsewhere, ...lines)).toEqual([]);
  });

  it('can be disagreed with line by line', async () => {
    const link = elsewhere.page.getByRole('link', { name: /^I don’t agree\W+Running my home$/ });
    await elsewhere.arrive(() => link.click());
    expect(await elsewhere.page.getByLabel('One line of how a figure was worked out').isChecked()).toBe(true);
    expect(await elsewhere.page.getByLabel('Which part of it?').inputValue()).toBe('Running my home');
    expect(await elsewhere.press('Send')).toBe(422);
    await elsewhere.page.getByLabel('in your own words').fill('My son has moved away. He cannot do the cleaning.');
    await elsewhere.press('Send');
    expect(path(elsewhere)).toBe(at('/disagreements'));
    expect(await answerTo(elsewhere, 'Do we have it?')).toMatch(/^We tell you by \d{1,2} \w+ \d{4} that we have it\.$/);
  });

  it('cannot be answered by Priya, who decided', async () => {
    await priya.open('/replies');
    await priya.follow(NORA.name);
    await priya.follow('1. One line of a figure: Running my home');
    expect(await unsaid(priya, 'You made what this is about, so somebody else has to answer it.')).toEqual([]);
    expect(await priya.page.getByRole('button', { name: 'Send the answer' }).count()).toBe(0);
  });

  it('waits on the list for Tom, who says that we have it, and answers with reasons', async () => {
    tom = await signedIn('Tom Adeleke');
    await tom.follow('To answer');
    const row = tom.page.getByRole('row').filter({ hasText: caseId });
    expect(await asRead(row)).toContain('An “I don’t agree” to acknowledge');
    await tom.follow(NORA.name);
    await tom.follow('1. One line of a figure: Running my home');
    await tom.press('Tell them we have it');
    expect(await tom.press('Send the answer')).toBe(422);
    expect(await mistakes(tom)).toEqual(['Choose what comes of it.', 'Give the reasons. The person reads them.']);
    await choose(tom, 'We change a part of it');
    await tom.page.getByLabel('The reasons').fill('Your son helped when you told us. We look at it again on Thursday.');
    await tom.press('Send the answer');
    expect(path(tom)).toBe(at('/messages'));
  });

  it('comes back to her: that we have it, the answer, and who has looked', async () => {
    await elsewhere.open(at('/disagreements'));
    expect(await answerTo(elsewhere, 'Do we have it?')).toBe(`Tom Adeleke told you on ${TODAY} that we have it.`);
    expect(await answerTo(elsewhere, 'Our answer')).toBe(`We change a part of it. Tom Adeleke answered on ${TODAY}.`);
    expect(await answerTo(elsewhere, 'Our reasons')).toContain('We look at it again on Thursday.');
    await elsewhere.open(at('/who-looked'));
    const rows = elsewhere.page.locator('tbody th');
    expect((await rows.allInnerTexts()).sort()).toEqual(['Priya Raman', ROSA.name, 'Tom Adeleke']);
  });
});

describe('every page on the way', () => {
  it('was in order', () => {
    console.info(`${looked()} different pages were looked at`);
    expect(faults()).toEqual([]);
  });
});
