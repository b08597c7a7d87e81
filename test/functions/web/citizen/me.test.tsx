/** What the person's own page must say at each point of the way: whose turn, the date, the money, and what comes next. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { howMuch } from '../../../../functions/web/citizen/how-much.ts';
import { yourPage } from '../../../../functions/web/citizen/me.tsx';
import { stepsOf, type Where } from '../../../../functions/web/citizen/where-it-is.ts';
import { caseVisit, drawn, drawnByName } from './drawn-pages.tsx';
import * as cases from './made-up-cases.ts';

const textOf = async (name: string): Promise<string> => (await drawnByName(name)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each<[string, string[]]>([
  [
    'mine, just opened',
    [
      'It is your turn.',
      `${howMuch(cases.configuration, new Date()).questions} questions left`,
      'by 7 December 2026',
      'I want to stop',
    ],
  ],
  ['mine, told', ['It is your turn.', 'Check and send your answers']],
  ['mine, sent', ['It is our turn.', 'The Larkshire adult support team has this.', 'We will do this by 21 December 2026']],
  ['mine, taken', ['Priya Raman has this.']],
  ['mine, late', ['We are late, and we are sorry.', 'We said 21 December 2026.', 'The new date is 17 February 2027']],
  ['mine, stuck', ['Something went wrong at our end. We are on it.', 'you do not need to do anything']],
  ['mine, being worked out', ['We are working this out now.']],
  ['mine, with a figure', ['About £180.11 a week', 'a guide, not a limit', 'line by line', 'You need help each day to wash']],
  ['mine, costed by itself', ['There is no cap on it.']],
  ['mine, being planned', ['Your plan so far, not agreed yet', 'Help to wash and dress']],
  ['mine, sent back', ['Morag Sinclair read version 1 of your plan', 'Say who helps at night.']],
  ['mine, agreed', ['£214.00 a week', '£33.89 more', 'Morag Sinclair agreed your plan on 23 November 2026']],
  ['mine, in place', ['Your support is in place.', 'on or before 4 January 2027', 'Ask for a review', 'Wren Care']],
  ['mine, in review', ['Seeing how it worked', 'It is our turn.', 'Goes on']],
  ['mine, advice given', ['This is closed', 'What else can help', 'start again', 'got it wrong']],
  ['mine, withdrawn', ['This was stopped before a plan was agreed', 'My sister moved in.', 'start again']],
])('%s', async (name, sentences) => {
  const text = await textOf(name);
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test('a closed case offers no way to stop, and support that is agreed none to stop by accident', async () => {
  for (const name of ['mine, withdrawn', 'mine, agreed', 'mine, in place'])
    expect(await textOf(name)).not.toContain('I want to stop');
});

test('an approver may look but is offered no deed', async () => {
  const html = await drawn(yourPage(caseVisit(cases.inPlace, cases.MORAG), cases.inPlace.events));
  expect(html).toContain('This is what Ada Thornbury sees.');
  expect(html).not.toContain('/ask-for-review');
});

describe('the map', () => {
  const at = (made: cases.Made): string =>
    stepsOf(cases.configuration.route, made.state)
      .map(({ where }) => ({ done: 'd', now: 'N', next: '>', later: '.', 'if-things-change': '?' })[where satisfies Where])
      .join('');
  // story, assessment, money, plan, second look, agreed, arranging, review
  test.each<[string, cases.Made, string]>([
    ['opened', cases.opened, 'N>......'],
    ['sent', cases.sentStory, 'dN>.....'],
    ['with a figure', cases.withFigure, 'dddN>...'],
    ['sent back', cases.returned, 'dddN>...'],
    ['agreed', cases.arranging, 'ddddddN.'],
    ['in place', cases.inPlace, 'ddddddd.'],
    ['in review', cases.reviewing, '???????N'],
  ])('%s', (_name, made, map) => {
    expect(at(made)).toBe(map);
  });
});
