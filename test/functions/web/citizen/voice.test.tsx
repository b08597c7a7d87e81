/**
 * Messages, “I don’t agree”, letters and who has looked: what each page says at each point, that it is valid and easy to read, that
 * nothing typed is lost and nothing somebody wrote is taken for markup.
 */
import '../../../support/web-environment.ts';
import { type Context, Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { disagree, disagreePage, suggested } from '../../../../functions/web/citizen/disagree.tsx';
import { DisagreeLink } from '../../../../functions/web/citizen/disagree-link.tsx';
import { disagreementsPage, YourDisagreements } from '../../../../functions/web/citizen/disagreements.tsx';
import { letterPage } from '../../../../functions/web/citizen/letter.tsx';
import { lettersPage } from '../../../../functions/web/citizen/letters.tsx';
import { messagesPage } from '../../../../functions/web/citizen/messages.tsx';
import { whoLookedPage } from '../../../../functions/web/citizen/who-looked.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { CaseVisit } from '../../../../functions/web/page.ts';
import { AllocationView } from '../../../../functions/web/shared/allocation-view.tsx';
import { eventWords } from '../../../../functions/web/shared/event-words.ts';
import { challengePage } from '../../../../functions/web/staff/case-challenge.tsx';
import { CaseMessages } from '../../../../functions/web/staff/case-messages.tsx';
import { RepliesView, waitingFor } from '../../../../functions/web/staff/replies.tsx';
import type { Read, WaitingForReply } from '../../../../lib/app/ports.ts';
import { summarise } from '../../../../lib/app/summary.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import { allChallenges } from '../../../../lib/domain/challenge.ts';
import type { Configuration } from '../../../../lib/domain/configuration.ts';
import { type Letter, lettersOf } from '../../../../lib/domain/letter.ts';
import { replyWaiting } from '../../../../lib/domain/reply.ts';
import { nationalLetters } from '../../../support/national-letters.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { wordsOf } from '../../../support/visitor.ts';
import { drawn, caseVisit as plainVisit, signedIn } from './drawn-pages.tsx';
import * as cases from './made-up-cases.ts';
import { ADA, type Deed, go, type Made, MORAG, PRIYA } from './made-up-cases.ts';
import { readingGrade, sentencesOf } from './reading-grade.ts';

const TOM: Actor = { id: 'S-TOM', name: 'Tom Adeleke', roles: ['assessor'] };
const configuration: Configuration = { ...cases.configuration, letters: nationalLetters };
const caseVisit = (made: Made, actor: Actor = ADA, now?: string): CaseVisit => ({
  ...plainVisit(made, actor, now),
  configuration,
});

const NASTY = 'It is <script>alert("too little")</script>.\nI need "more" & soon.';
const write = (words: string, by = ADA): Deed => [{ type: 'write-message', words }, by];
const raise: Deed = [
  { type: 'raise-challenge', content: { about: 'line', detail: 'Washing <b>', words: NASTY, wants: 'Two more hours.' } },
  ADA,
];
const acknowledge: Deed = [{ type: 'acknowledge-challenge', number: 1 }, TOM, '2026-11-24T10:00:00Z'];
const answer: Deed = [
  { type: 'answer-challenge', number: 1, outcome: 'partly-changed', reasons: NASTY },
  TOM,
  '2026-11-30T10:00:00Z',
];

const asked = go(cases.withFigure, [write('When will you come?')]);
const talked = go(asked, [write('On Tuesday at ten.', PRIYA), write(NASTY)]);
const raised = go(cases.withFigure, [raise]);
const acknowledged = go(raised, [acknowledge]);
const answered = go(acknowledged, [answer]);
const closed = go(cases.notEligible, [raise]);

const lettersFor = ({ state, events }: Made): Letter[] =>
  lettersOf(
    events.map((event, place) => ({ version: place + 1, event })),
    { state, configuration },
  );
const letterAbout = (made: Made, template: string): Letter => {
  const found = lettersFor(made).find((letter) => letter.template === template);
  if (!found) throw new Error(`no letter ${template}`);
  return found;
};
const reading = (made: Made, ...formats: string[]): Made => {
  const said = { value: formats, by: { id: ADA.id, name: ADA.name }, role: 'person' as const, at: cases.MONDAY };
  const facts = { ...made.state.facts, 'comm.formats': { person: { ...said, form: 'talk', configuration: 'x' } } };
  return { ...made, state: { ...made.state, facts } };
};

const looked = (name: string, on: string, role: Read['role'] = 'assessor'): Read => ({
  caseId: cases.CASE_ID,
  by: { id: `S-${name}`, name },
  role,
  on,
  at: `${on}T09:00:00Z`,
});
const LOOKED = [
  looked('Priya Raman', '2026-11-24'),
  looked('Morag <i>', '2026-11-23', 'approver'),
  looked('Ben', '2026-11-23', 'helper'),
];

const conversation = (made: Made, now?: string): Html => messagesPage({ visit: caseVisit(made, ADA, now), events: made.events });
const listed = (made: Made, now?: string): Html => disagreementsPage(caseVisit(made, ADA, now), made.events);
const EVERY_LETTER = [
  ...lettersFor(answered).map((letter): [Made, Letter] => [answered, letter]),
  ...[cases.inPlace, cases.returned, cases.late, cases.notEligible, cases.withdrawn, cases.needsCosting].flatMap((made) =>
    lettersFor(made).map((letter): [Made, Letter] => [made, letter]),
  ),
];

const PAGES: Readonly<Record<string, Html>> = {
  'messages, none yet': conversation(cases.sentStory),
  'messages, one waiting': conversation(asked),
  'messages, late': conversation(asked, '2026-12-20T10:00:00Z'),
  'messages, a talk': conversation(talked),
  'messages, with a mistake': messagesPage({
    visit: caseVisit(talked),
    events: talked.events,
    typed: { words: NASTY },
    errors: { words: 'Write your message first.' },
  }),
  'I don’t agree': disagreePage(caseVisit(cases.withFigure)),
  'I don’t agree, from a line': disagreePage(caseVisit(raised), suggested('line', 'Washing, getting dressed')),
  'I don’t agree, with mistakes': disagreePage(
    caseVisit(cases.withFigure),
    { about: '', detail: NASTY, words: NASTY, wants: '' },
    { about: 'Choose what you do not agree with.', words: 'Tell us what you do not agree with.' },
  ),
  'I don’t agree, on a closed case': disagreePage(caseVisit(closed)),
  'disagreements, none': listed(cases.withFigure),
  'disagreements, sent': listed(raised),
  'disagreements, late': listed(raised, '2026-12-20T10:00:00Z'),
  'disagreements, with us': listed(acknowledged),
  'disagreements, answer late': listed(acknowledged, '2027-03-01T10:00:00Z'),
  'disagreements, answered': listed(answered),
  'letters, none': lettersPage(caseVisit(cases.opened), []),
  letters: lettersPage(caseVisit(answered), lettersFor(answered)),
  'who has looked, nobody': whoLookedPage(caseVisit(cases.withFigure), []),
  'who has looked': whoLookedPage(caseVisit(cases.withFigure), LOOKED),
  ...Object.fromEntries(
    EVERY_LETTER.map(([made, letter]) => [
      `letter ${letter.template} of ${made.state.state}, ${letter.number}`,
      letterPage(caseVisit(made), letter),
    ]),
  ),
  ...Object.fromEntries(
    EVERY_LETTER.map(([made, letter]) => {
      const easy = lettersFor(reading(made, 'easy-read')).find(({ number }) => number === letter.number);
      if (!easy) throw new Error('a letter is missing');
      return [`letter ${letter.template} of ${made.state.state}, ${letter.number}, Easy Read`, letterPage(caseVisit(made), easy)];
    }),
  ),
};

// Telephone numbers are the council's, in a sentence; a link for each would be read out as a link each time.
const faultsIn = htmlFaults({ 'tel-non-breaking': 'off' });

describe.each(Object.entries(PAGES))('page: %s', (_name, shown) => {
  test('is valid, has one heading, and keeps what somebody wrote as text', async () => {
    const html = await drawn(shown);
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=|\[object|undefined|<script>alert|<b>|<i>/i);
  });

  test('reads at grade 6 or below', async () => {
    const sentences = sentencesOf(await drawn(shown));
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 5);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
});

const page = (name: string): Html => {
  const found = PAGES[name];
  if (!found) throw new Error(`there is no page “${name}”`);
  return found;
};
const text = async (html: Html): Promise<string> => wordsOf(await drawn(html));

describe('messages', () => {
  test('stand with who wrote them, the newest last', async () => {
    const words = await text(conversation(talked));
    const places = [
      'You wrote',
      'When will you come?',
      'Priya Raman, Larkshire Council, wrote',
      'On Tuesday at ten.',
      'too little',
    ];
    const found = places.map((each) => words.indexOf(each));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  });

  test('say who reads them, by when somebody answers, and what to do if it cannot wait', async () => {
    const words = await text(conversation(cases.sentStory));
    expect(words).toContain('read this on the next day they work');
    expect(words).toContain('Someone will answer you here by 26 November 2026');
    expect(words).toContain('If it cannot wait, call 01632 960 123');
  });

  test('whose turn it is, and a missed promise is shown as missed', async () => {
    expect(await text(conversation(asked))).toContain('It is our turn. We will answer by 26 November 2026');
    const late = await text(conversation(asked, '2026-12-20T10:00:00Z'));
    expect(late).toContain(
      'We are late, and we are sorry. We said we would answer by 26 November 2026. We did not keep to that.',
    );
    expect(await text(conversation(go(asked, [write('Soon.', PRIYA)])))).not.toContain('It is our turn');
  });

  test('keep what was typed when it cannot be sent', async () => {
    const html = await drawn(page('messages, with a mistake'));
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('I need &quot;more&quot; &amp; soon.');
  });

  test('tell staff what has to be made by hand, and what waits', async () => {
    const made = reading(go(talked, [raise]), 'braille', 'bsl');
    const words = await text(<CaseMessages visit={caseVisit(made, PRIYA)} events={made.events} />);
    expect(words).toContain('Ada Thornbury asked for a British Sign Language video and braille.');
    expect(words).toContain('Ada Thornbury waits for an answer. We promised one by 26 November 2026');
    expect(words).toContain('1. One line of a figure: Washing <b>');
    const plain = await text(<CaseMessages visit={caseVisit(asked, PRIYA)} events={asked.events} />);
    expect(plain).not.toContain('made by hand');
  });
});

describe('“I don’t agree”', () => {
  test('says what happens then: the day, fresh eyes, nothing gets worse, the Ombudsman', async () => {
    const words = await text(page('I don’t agree'));
    for (const said of [
      'we tell you by 26 November 2026',
      'did not make the decision',
      'nothing about your support gets worse',
      'Ombudsman',
    ])
      expect(words).toContain(said);
  });

  test('takes from a link what is on the list, and a short line', () => {
    expect(suggested('line', 'Washing')).toEqual({ about: 'line', detail: 'Washing' });
    expect(suggested('everything', undefined)).toEqual({ about: '', detail: '' });
    expect(suggested('__proto__', ' a\n\tb ')).toEqual({ about: '', detail: 'a b' });
    expect(String(suggested('plan', 'x'.repeat(5000)).detail)).toHaveLength(300);
  });

  test('a link beside a line leads there, and says which line to whoever cannot see it', async () => {
    const html = await drawn(<DisagreeLink caseId="C-ADA" about="line" detail={'Nights & "days"'} />);
    expect(html).toContain('/cases/C-ADA/disagree?about=line&amp;detail=Nights+%26+%22days%22');
    expect(html).toContain('<span class="govuk-visually-hidden">: Nights &amp; &quot;days&quot;</span>');
  });

  const WRONG: [string, Record<string, string>, string][] = [
    ['nothing at all', {}, 'Choose what you do not agree with.'],
    ['something that is not on the list', { about: 'everything', words: 'No.' }, 'Choose what you do not agree with.'],
    ['no words', { about: 'plan', words: ' \r\n ' }, 'Tell us what you do not agree with.'],
    ['too many words', { about: 'plan', words: 'x'.repeat(4001) }, 'Use 4,000 letters or fewer.'],
    ['a line that is too long', { about: 'plan', words: 'No.', detail: 'x'.repeat(301) }, 'Use 300 letters or fewer.'],
  ];
  test.each(WRONG)('sent with %s it comes back with what was typed', async (_, typed, message) => {
    if (disagree.kind !== 'case' || !disagree.post) throw new Error('it takes a form');
    const reply = await disagree.post(caseVisit(cases.withFigure), { ...typed, wants: 'An answer & a hug' });
    if (!('show' in reply)) throw new Error('it went on');
    expect(reply.status).toBe(422);
    const html = await drawn(reply.show);
    expect(html).toMatch(/<title>Error: /);
    expect(wordsOf(html)).toContain(message);
    expect(html).toContain('An answer &amp; a hug');
  });

  const STANDS: [string, Made, string | undefined, string[]][] = [
    ['sent', raised, undefined, ['We tell you by 26 November 2026 that we have it.']],
    [
      'sent and forgotten',
      raised,
      '2026-12-20T10:00:00Z',
      ['We said we would do this by 26 November 2026. We did not keep to that'],
    ],
    [
      'with us',
      acknowledged,
      undefined,
      ['Tom Adeleke told you on 24 November 2026 that we have it.', 'We answer by 22 December 2026.'],
    ],
    ['late', acknowledged, '2027-03-01T10:00:00Z', ['We said we would do this by 22 December 2026. We did not keep to that']],
    [
      'answered',
      answered,
      undefined,
      ['We change a part of it.', 'Tom Adeleke answered on 30 November 2026.', 'I need "more" & soon.', 'Ombudsman'],
    ],
  ];
  test.each(STANDS)('stands on the list as %s', async (_, made, now, says) => {
    const words = await text(listed(made, now));
    for (const said of says) expect(words).toContain(said);
  });

  test('is on the person’s own page, in every state, with a way to say more', async () => {
    for (const made of [cases.opened, raised, answered, closed, cases.inPlace]) {
      const words = await text(<YourDisagreements visit={caseVisit(made)} />);
      expect(words).toContain('I don’t agree with something');
    }
    expect(await text(<YourDisagreements visit={caseVisit(acknowledged)} />)).toContain('We answer by 22 December 2026.');
    expect(await text(<YourDisagreements visit={caseVisit(raised, MORAG)} />)).not.toContain('I don’t agree with something');
  });

  test('whoever made the decision is told so and gets no form; a colleague gets it beside what stands', async () => {
    const [challenge] = allChallenges(acknowledged.events);
    if (!challenge) throw new Error('no challenge');
    const own = await drawn(challengePage({ visit: caseVisit(acknowledged, PRIYA), challenge }));
    expect(wordsOf(own)).toContain('You made what this is about, so somebody else has to answer it.');
    expect(own).not.toContain('name="outcome"');
    const other = await drawn(challengePage({ visit: caseVisit(acknowledged, TOM), challenge }));
    expect(other).toContain('name="outcome"');
    expect(wordsOf(other)).toContain('Up-front figure £180.11 a week');
    expect(await htmlFaults({ 'tel-non-breaking': 'off' })(other)).toEqual([]);
  });
});

describe('letters', () => {
  test('one shows from whom, to whom, the day, the reference and its number', async () => {
    const letter = letterAbout(cases.withFigure, 'eligibility-decision');
    const words = await text(letterPage(caseVisit(cases.withFigure), letter));
    for (const said of [
      'County Hall, Wren Street, Larkham',
      'Ada Thornbury',
      '23 November 2026',
      `Reference ${cases.CASE_ID}, letter ${letter.number}`,
    ])
      expect(words).toContain(said);
  });

  test('the figure’s working in it is the very working of the page, line by line', async () => {
    const { allocation } = cases.withFigure.state;
    if (!allocation) throw new Error('no figure');
    const html = await drawn(letterPage(caseVisit(cases.withFigure), letterAbout(cases.withFigure, 'up-front-figure')));
    expect(html).toContain(await drawn(<AllocationView allocation={allocation} audience="person" />));
    expect(html).toContain('£180.11');
  });

  test('an agreed plan is in it, every line with its rate', async () => {
    const words = await text(letterPage(caseVisit(cases.inPlace), letterAbout(cases.inPlace, 'plan-agreed')));
    expect(words).toContain('10 hours a week at £21.40 an hour');
    expect(words).toContain('£214.00');
  });

  test('is the same to the byte each time it is drawn', async () => {
    for (const [made, letter] of EVERY_LETTER)
      expect(await drawn(letterPage(caseVisit(made), letter))).toBe(
        await drawn(letterPage(caseVisit(made), structuredClone(letter))),
      );
  });

  test('say to staff, on the screen only, what has to be made by hand; never to the person', async () => {
    const made = reading(cases.withFigure, 'braille');
    const letter = letterAbout(made, 'up-front-figure');
    const staff = await drawn(letterPage(caseVisit(made, PRIYA), letter));
    expect(staff).toMatch(/govuk-!-display-none-print[\s\S]*asked for braille/);
    expect(await text(letterPage(caseVisit(made), letter))).not.toContain('asked for braille');
  });

  test('the list has the newest first, each with its way to it', async () => {
    const html = await drawn(page('letters'));
    const numbers = [...html.matchAll(/\/letters\/(\d+)"/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(
      lettersFor(answered)
        .map(({ number }) => number)
        .reverse(),
    );
  });
});

test('who has looked is said with what they do and the day', async () => {
  const words = await text(page('who has looked'));
  expect(words).toMatch(/Priya Raman Works on your needs and your plan 24 November 2026/);
  expect(words).toMatch(/Ben Helps you 23 November 2026/);
});

describe('who waits for a reply', () => {
  const line = (made: Made): WaitingForReply => {
    const reply = replyWaiting(made.state, configuration.council.bankHolidays);
    if (!reply) throw new Error('nobody waits');
    return { ...summarise(made.state, configuration), reply };
  };
  const contextFor = async (): Promise<Context> => {
    const found: Context[] = [];
    const app = new Hono().get('/replies', (c) => {
      found.push(c);
      return c.text('');
    });
    await app.request('/replies');
    const [c] = found;
    if (!c) throw new Error('no context');
    return c;
  };

  test('stands with what for, since when, and a promise that has passed is said to have', async () => {
    const visit = { ...signedIn(PRIYA, '2026-12-20T10:00:00Z'), c: await contextFor() };
    const html = await drawn(
      <RepliesView visit={visit} page={{ rows: [line(go(asked, [raise])), line(closed)], next: 'abc' }} later={false} />,
    );
    const words = wordsOf(html);
    expect(words).toContain('A message; an “I don’t agree” to acknowledge');
    expect(words).toContain('26 November 2026, which has passed');
    expect(html).toContain('href="/replies?after=abc"');
    expect(await htmlFaults()(html)).toEqual([]);
  });

  test.each([
    [{ message: true, toAcknowledge: 0, toAnswer: 0 }, 'A message'],
    [{ message: false, toAcknowledge: 2, toAnswer: 1 }, '2 “I don’t agree” to acknowledge; an “I don’t agree” to answer'],
  ])('%j', (waits, words) => {
    expect(waitingFor({ ...waits, dueOn: '2026-11-26', since: cases.MONDAY })).toBe(words);
  });
});

describe('the history', () => {
  const invitation = {
    id: 'P-BEN',
    name: 'Ben',
    as: 'representative' as const,
    authority: 'lpa-health-and-welfare' as const,
    sections: 'all' as const,
    until: '2026-12-31',
    contact: { by: 'email' as const, to: 'ben@x.example' },
  };
  const around = go(answered, [
    [{ type: 'invite-person', invitation }, ADA],
    [{ type: 'record-authority-seen', id: 'P-BEN' }, PRIYA],
    [{ type: 'join-circle' }, { id: 'P-BEN', name: 'Ben', roles: ['person'] }],
    [{ type: 'remove-person', id: 'P-BEN' }, ADA],
  ]);
  test.each(['person', 'staff'] as const)('has words for everything that is new, for the %s', (audience) => {
    const telling = { configuration, audience };
    const titles = [...around.events, ...talked.events].map((event) => [event.type, eventWords(event, telling)?.title] as const);
    const wanted = ['AnswerGiven', 'PersonInvited', 'AuthoritySeen', 'PersonJoined', 'PersonRemoved', 'MessageWritten'] as const;
    for (const type of [...wanted, 'ChallengeRaised', 'ChallengeAcknowledged', 'ChallengeAnswered'] as const)
      expect(titles.find(([each]) => each === type)?.[1], type).toMatch(/^[A-Z][^<]{5,}/);
  });

  test('keeps from the person what is withheld for their safety, and not from staff', () => {
    const withheld = configuration.questions.find((question) => question.withheld);
    if (!withheld) throw new Error('the national template withholds something');
    const by = { id: PRIYA.id, name: PRIYA.name, role: 'assessor' as const };
    const event = { type: 'AnswerGiven', question: withheld.id, form: 'x', value: 'Afraid.', at: cases.MONDAY, by } as const;
    expect(eventWords(event, { configuration, audience: 'person' })).toBeUndefined();
    expect(eventWords(event, { configuration, audience: 'staff' })?.title).toMatch(/^Answered: /);
  });

  test('never shows a contact or a token', () => {
    const said = around.events.map((event) => JSON.stringify(eventWords(event, { configuration, audience: 'staff' }) ?? ''));
    expect(said.join('\n')).not.toContain('ben@x.example');
  });
});
