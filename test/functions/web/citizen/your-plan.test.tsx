/**
 * The plan as the person's own workbench and the pages of its parts: valid, easy to read, nothing unescaped; who may write and who only
 * reads; what must be said and to whom it must not.
 */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { yourPage } from '../../../../functions/web/citizen/me.tsx';
import { whoLeads, whoLeadsPage } from '../../../../functions/web/citizen/who-leads.tsx';
import { yourPlan, yourPlanPage } from '../../../../functions/web/citizen/your-plan.tsx';
import { planReady, settleProposal } from '../../../../functions/web/citizen/your-plan-deeds.tsx';
import { planLine, planLinePage } from '../../../../functions/web/citizen/your-plan-line.tsx';
import { planNeed, planNeedPage } from '../../../../functions/web/citizen/your-plan-need.tsx';
import { proposeChange, proposePage } from '../../../../functions/web/citizen/your-plan-propose.tsx';
import { planRisk, planRiskPage } from '../../../../functions/web/citizen/your-plan-risk.tsx';
import { planWords, planWordsPage } from '../../../../functions/web/citizen/your-plan-words.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { CaseVisit, Page } from '../../../../functions/web/page.ts';
import type { Case } from '../../../../lib/domain/case.ts';
import { may } from '../../../../lib/domain/permission.ts';
import { small } from '../../../support/small-council.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import * as cases from './plan-cases.ts';
import { BEN, GLENDA, PRIYA, planVisit } from './plan-cases.ts';
import { readingGrade, sentencesOf } from './reading-grade.ts';

const drawn = async (html: Html): Promise<string> => String(await (await html).toString());
const workbench = (state: Case, visiting?: Parameters<typeof planVisit>[1]): Html => yourPlanPage(planVisit(state, visiting));
const mine = (state: Case, visiting?: Parameters<typeof planVisit>[1]): Html => yourPage(planVisit(state, visiting), []);

const PAGES: Readonly<Record<string, Html>> = {
  'plan, not begun': workbench(cases.planning),
  'plan, no plan yet': workbench(cases.begun),
  'plan, written': workbench(cases.written),
  'plan, ready': workbench(cases.explained),
  'plan, by the worker': workbench(cases.written, { actor: PRIYA }),
  'plan, the person leads': workbench(cases.adaLeads),
  'plan, the person leads, by the worker': workbench(cases.adaLeads, { actor: PRIYA }),
  'plan, somebody leads': workbench(cases.benLeads),
  'plan, by whoever leads': workbench(cases.benLeads, { actor: BEN }),
  'plan, on the day to check in': workbench(cases.benLeads, { now: '2026-11-30T12:00:00Z' }),
  'plan, their time is over': workbench(cases.benLeads, { now: '2026-12-01T12:00:00Z' }),
  'plan, proposals': workbench(cases.proposed),
  'plan, proposals, by the worker': workbench(cases.proposed, { actor: PRIYA }),
  'plan, being agreed': workbench(cases.atApproval),
  'plan, sent back': workbench(cases.returned),
  'plan, agreed': workbench(cases.agreed),
  'plan, closed': workbench(cases.closed),
  'plan, a council without rules': workbench(cases.written, { configuration: small }),
  'plan, refused': yourPlanPage(planVisit(cases.written), {}, { 'main-content': 'Someone else saved this plan.' }),
  words: planWordsPage(planVisit(cases.written)),
  'words, saved meanwhile': planWordsPage(planVisit(cases.written), { basedOn: '0', goals: 'Mine' }, { 'main-content': 'Old.' }),
  'line, new': planLinePage(planVisit(cases.planning), undefined),
  'line, new, a council without rules': planLinePage(planVisit(cases.planning, { configuration: small }), undefined),
  'line, there': planLinePage(planVisit(cases.written), 2),
  'line, by the worker': planLinePage(planVisit(cases.written, { actor: PRIYA }), 1),
  need: planNeedPage(planVisit(cases.planning), 'CA-HYGIENE'),
  'need, there': planNeedPage(planVisit(cases.written), 'CA-COMMUNITY'),
  'risk, new': planRiskPage(planVisit(cases.planning), undefined),
  'risk, there': planRiskPage(planVisit(cases.written), 1),
  propose: proposePage(planVisit(cases.atApproval)),
  'propose, no plan yet': proposePage(planVisit(cases.begun)),
  'who leads, together': whoLeadsPage(planVisit(cases.helped)),
  'who leads, nobody to ask': whoLeadsPage(planVisit(cases.written)),
  'who leads, somebody': whoLeadsPage(planVisit(cases.benLeads, { now: '2026-11-30T12:00:00Z' })),
  'who leads, by whoever leads': whoLeadsPage(planVisit(cases.benLeads, { actor: BEN })),
  'who leads, by the worker': whoLeadsPage(planVisit(cases.helped, { actor: PRIYA })),
  'mine, help right now': mine(cases.inCrisis),
  'mine, being planned': mine(cases.written),
  'mine, being agreed': mine(cases.atApproval, { now: '2026-11-05T10:00:00Z' }),
  'mine, with a panel': mine(cases.atPanel),
  'mine, agreed': mine(cases.agreed),
  'mine, by an approver': mine(cases.agreed, { actor: GLENDA }),
};
const page = (name: string): Promise<string> => {
  const found = PAGES[name];
  if (!found) throw new Error(`there is no page “${name}”`);
  return drawn(found);
};
const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const faultsIn = htmlFaults({
  'tel-non-breaking': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
});

describe.each(Object.keys(PAGES))('page: %s', (name) => {
  test('is valid, has one heading, nothing inline, and what was typed is text', async () => {
    const html = await page(name);
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
    expect(html).not.toMatch(/\[object|undefined|<script>alert|<b>by the bath/);
    expect(sentencesOf(html).join(' ')).not.toContain('!');
  });

  test('reads at grade 6 or below', async () => {
    const sentences = sentencesOf(await page(name));
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
});

test.each<[string, string[], string[]]>([
  [
    'plan, not begun',
    [
      'You and Priya Raman write this together.',
      'nothing in the plan yet',
      'How else is this looked after?',
      'Add what will help',
    ],
    ['My plan is ready', 'Propose a change'],
  ],
  ['plan, no plan yet', ['There is no plan yet', 'Propose a change'], ['What it costs', 'Add what will help']],
  [
    'plan, written',
    [
      '£80.00 a week',
      '£95.00 once',
      'Over a year',
      '£4,255.00',
      'One thing is still open',
      'Change or take out',
      'My son thinks',
    ],
    ['My plan is ready'],
  ],
  ['plan, written', ['up-front figure', 'When we can agree a plan at once', 'Met.', 'Not yet.', 'Direct payment'], []],
  ['plan, ready', ['My plan is ready'], ['One thing is still open']],
  ['plan, by the worker', ['This is Ada Thornbury’s plan', 'Change or take out'], []],
  ['plan, the person leads', ['You lead this plan.', 'Change or take out'], ['Propose a change']],
  ['plan, the person leads, by the worker', ['Propose a change'], ['Change or take out', 'My plan is ready']],
  [
    'plan, somebody leads',
    ['leads this plan for now, until 30 November 2026', 'You can take it back on any day', 'Change or take out'],
    ['Today we ask you'],
  ],
  ['plan, by whoever leads', ['Change or take out', 'My plan is ready'], []],
  ['plan, on the day to check in', ['Today we ask you'], []],
  ['plan, their time is over', ['That time is over', 'write this together'], ['Today we ask you']],
  ['plan, proposals', ['Priya Raman proposed this', 'Take it up', 'Say why not', 'did not take it up', 'I am tired.'], []],
  ['plan, proposals, by the worker', ['It waits for an answer.'], ['Take it up']],
  ['plan, being agreed', ['is not being written just now', 'Propose a change'], ['Change or take out', 'My plan is ready']],
  ['plan, sent back', ['Say who helps at night.', 'Change or take out'], []],
  ['plan, agreed', ['The budget that is agreed is £400.00 a week'], []],
  ['plan, closed', ['This is closed'], ['Propose a change', 'Change who leads', 'Change or take out']],
  ['plan, a council without rules', ['Help to wash'], ['When we can agree', 'Who holds the money']],
  ['words, saved meanwhile', ['Ada Thornbury saved the plan', 'Mine'], []],
  ['line, new', ['What kind of support is it?', 'I am not sure yet', 'put 0'], ['Take it out', 'Time for yourself as a carer']],
  ['line, new, a council without rules', ['Every four weeks'], ['What kind of support']],
  ['line, there', ['Take it out', 'Change what helps'], []],
  ['need', ['Keeping yourself and your clothes clean', 'Who looks for a way?'], ['None of these']],
  ['need, there', ['None of these', 'My sister takes me out'], []],
  ['risk, there', ['I could fall.', 'Take it out'], []],
  ['propose', ['The whole plan', 'Help to wash and dress'], []],
  ['propose, no plan yet', ['What would you change?'], ['Help to wash', 'whole plan']],
  [
    'who leads, together',
    ['I lead', 'We write it together', 'Someone takes over for now', 'Ben', 'take it back on any day'],
    ['I take it back now', 'What did'],
  ],
  ['who leads, nobody to ask', ['No one on your list helps with all of it yet.'], ['Who takes over?']],
  ['who leads, somebody', ['I take it back now', 'Today we ask you'], []],
  ['who leads, by whoever leads', ['Give it back to Ada Thornbury'], ['I lead', 'I take it back']],
  [
    'who leads, by the worker',
    ['What did Ada Thornbury say?', 'Can they make this choice now?', 'Priya Raman'],
    ['I take it back'],
  ],
  ['mine, help right now', ['Help right now', 'A carer each morning', 'Wren Care', '2 November 2026'], []],
  ['mine, being planned', ['Work on your plan', 'You and Priya Raman write this together.'], ['Help right now']],
  ['mine, being agreed', ['Your plan has waited for 3 days.', 'See your plan'], ['panel', 'Work on your plan']],
  ['mine, with a panel', ['Your plan came in today.', 'called a panel', '5 working days'], []],
  [
    'mine, agreed',
    ['£400.00 a week', 'not worked out yet, and nothing waits for it', 'The whole budget, a week', '£20,800.00'],
    ['does not work that out'],
  ],
  ['mine, by an approver', ['£400.00 a week'], ['See your plan', 'Change who leads']],
])('%s says what it must, and nothing it must not', async (name, there, absent) => {
  const words = wordsOf(await page(name));
  for (const each of there) expect(words).toContain(each);
  for (const each of absent) expect(words).not.toContain(each);
});

test('help that could not wait stands above where the case is', async () => {
  const html = await page('mine, help right now');
  expect(html.indexOf('id="help-right-now"')).toBeLessThan(html.indexOf('Where it is now'));
});

test('what they pay is an amount with its standing, and both parts make the whole', async () => {
  const statement = async (standing: 'estimate' | 'decided') => {
    const contribution = { pence: 5_635, standing, lines: [] };
    const budget = { ...cases.agreed.agreed?.budget, contributionPence: 5_635, councilPence: 34_365, contribution };
    const state = { ...cases.agreed, agreed: { ...cases.agreed.agreed, budget } } as Case;
    return wordsOf(await drawn(mine(state)));
  };
  const [estimate, decided] = [await statement('estimate'), await statement('decided')];
  expect(estimate).toContain('About £56.35 a week');
  expect(estimate).toContain('is an estimate so far');
  expect(decided).toContain('£56.35 a week');
  expect(decided).toContain('£343.65 a week');
  expect(decided).not.toMatch(/About £56|is an estimate so far/);
});

describe('the doors', () => {
  const opened = async (of: Page, visit: CaseVisit): Promise<[number, string]> => {
    if (of.kind !== 'case' || !of.get) throw new Error('cannot be opened');
    const answer = await of.get(visit);
    if ('goTo' in answer) return [303, answer.goTo];
    return 'show' in answer ? [answer.status, await drawn(answer.show)] : [0, ''];
  };
  const PARTS = { words: planWords, line: planLine, need: planNeed, risk: planRisk };
  const NEED = '?need=CA-HYGIENE';

  test.each(Object.entries(PARTS))('%s: only while the plan is written, by who holds the pen', async (_, part) => {
    expect((await opened(part, planVisit(cases.written, { query: NEED })))[0]).toBe(200);
    expect((await opened(part, planVisit(cases.benLeads, { query: NEED, actor: BEN })))[0]).toBe(200);
    const away: readonly [Case, Parameters<typeof planVisit>[1]][] = [
      [cases.adaLeads, { actor: PRIYA }],
      [cases.begun, {}],
      [cases.atApproval, {}],
      [cases.closed, {}],
    ];
    for (const [state, visiting] of away)
      expect(await opened(part, planVisit(state, { ...visiting, query: NEED }))).toEqual([303, '/cases/C-PLAN2026/your-plan']);
  });

  test.each([
    ['line', planLine, ['?line=0', '?line=3', '?line=x', '?line=1e1']],
    ['risk', planRisk, ['?risk=2', '?risk=-1', '?risk=']],
    ['need', planNeed, ['', '?need=CA-WTEV', '?need=CARER-HOME', '?need=__proto__']],
  ] as const)('a %s that is not there leads back to the plan', async (_, part, queries) => {
    for (const query of queries) expect((await opened(part, planVisit(cases.written, { query })))[0]).toBe(303);
  });

  test('a helper comes in only while they lead: no plan and no money for anybody else', () => {
    const comesIn = (state: Case, now?: string): boolean[] =>
      [yourPlan, proposeChange, settleProposal, planReady, whoLeads, ...Object.values(PARTS)].map((of) => {
        const visit = planVisit(state, { actor: BEN, ...(now && { now }) });
        return of.kind === 'case' && may(BEN, of.who, visit.subject);
      });
    expect(new Set(comesIn(cases.helped))).toEqual(new Set([false]));
    expect(new Set(comesIn(cases.benLeads))).toEqual(new Set([true]));
    expect(new Set(comesIn(cases.benLeads, '2026-12-01T12:00:00Z'))).toEqual(new Set([false]));
  });

  test('a closed case takes no proposal and no new lead', async () => {
    expect((await opened(proposeChange, planVisit(cases.closed)))[0]).toBe(303);
    expect((await opened(whoLeads, planVisit(cases.closed)))[0]).toBe(303);
    expect((await opened(proposeChange, planVisit(cases.begun)))[0]).toBe(200);
  });

  test('the pages ask for the right permission', () => {
    const asked = [yourPlan, planWords, planLine, planNeed, planRisk, proposeChange, settleProposal, planReady, whoLeads];
    expect(asked.map((of) => of.kind === 'case' && of.who)).toEqual([
      ...Array.from({ length: 5 }, () => 'save-plan'),
      'propose-change',
      'settle-proposal',
      'offer-plan',
      'arrange-lead',
    ]);
  });
});
