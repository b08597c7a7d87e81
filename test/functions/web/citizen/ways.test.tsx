/** The ways to hold the money for one person: all of them side by side, none chosen for anybody, and choosing by line. */
import '../../../support/web-environment.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ways } from '../../../../functions/web/citizen/ways.tsx';
import { type Chosen, choiceHeld, lineField, readWays, routeOf } from '../../../../functions/web/citizen/ways-choice.ts';
import { chooseWays } from '../../../../functions/web/citizen/ways-choose.tsx';
import type { Typed } from '../../../../functions/web/page.ts';
import { type Case, evolve } from '../../../../lib/domain/case.ts';
import type { Configuration } from '../../../../lib/domain/configuration.ts';
import { decide } from '../../../../lib/domain/decide.ts';
import { PlanContent } from '../../../../lib/domain/plan.ts';
import { isRefusal } from '../../../../lib/domain/refusal.ts';
import { FundingRoute, isOpen } from '../../../../lib/domain/support-rules.ts';
import { follow, save } from '../../../support/case-so-far.ts';
import { ada, priya } from '../../../support/small-council.ts';
import * as cases from '../shared/ways-cases.ts';
import {
  agreed,
  by,
  CARE_HOME,
  EVIL,
  england,
  explained,
  faultsIn,
  HELPER,
  line,
  NOW,
  opening,
  pageOf,
  planning,
  planOf,
  posting,
  rulesOf,
  SHARED_LIVES,
  scotland,
  TODAY,
  words,
} from '../shared/ways-cases.ts';
import { readingGrade, sentencesOf } from './reading-grade.ts';

const rules = rulesOf('england');
const THREE = [HELPER, SHARED_LIVES, CARE_HOME];
const NO_KIND = line('Something');

const until = rulesOf('england');
const shutFor: Configuration = {
  ...england,
  support: {
    ...until,
    routes: until.routes.map((each) =>
      each.route === 'individual-service-fund'
        ? { ...each, unavailable: { reason: 'No group can hold the money yet.', law: 'Made Up Act, s.1', until: '2027-01-31' } }
        : each,
    ),
  },
};

const DRAWN: Readonly<Record<string, () => Promise<Awaited<ReturnType<typeof opening>>>>> = {
  'ways, new': () => opening(ways, planning(THREE)),
  'ways, no plan yet': () => opening(ways, planning([])),
  'ways, read': () => opening(ways, explained(THREE)),
  'ways, gone through with a worker, by the worker': () => opening(ways, explained(THREE, priya), priya),
  'ways, agreed': () => opening(ways, agreed([by(HELPER, 'direct-payment')])),
  'ways, one not offered now': () => opening(ways, planning(THREE), ada, { configuration: shutFor }),
  'ways, in Scotland': () => opening(ways, planning(THREE), ada, { configuration: scotland }),
  'ways, none set up': () => opening(ways, planning([]), ada, { configuration: { ...england, support: undefined } }),
  choose: () => opening(chooseWays, explained(THREE)),
  'choose, one line': () => opening(chooseWays, explained([HELPER])),
  'choose, a line without a kind': () => opening(chooseWays, explained([HELPER, NO_KIND])),
  'choose, no kinds at all': () => opening(chooseWays, explained([NO_KIND])),
  'choose, by staff': () => opening(chooseWays, explained(THREE), priya),
  'choose, in Scotland': () => opening(chooseWays, explained(THREE), ada, { configuration: scotland }),
  'choose, not read yet': () => opening(chooseWays, planning(THREE)),
  'choose, with mistakes': () => posting(chooseWays, explained(THREE), { basedOn: '1', choice: 'mix' }),
  'choose, agreed': () => opening(chooseWays, agreed([by(HELPER, 'direct-payment')])),
};

describe.each(Object.entries(DRAWN))('%s', (_name, draw) => {
  test('is valid HTML with one heading and nothing inline, and what was typed is text', async () => {
    const { html } = pageOf(await draw());
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/\[object|undefined/);
  });
  test('reads at grade 6 or below', async () => {
    const sentences = sentencesOf(pageOf(await draw()).html);
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
});

const htmlOf = async (answer: ReturnType<typeof opening>): Promise<string> => pageOf(await answer).html;

describe('all the ways', () => {
  test('five stand beside each other, the same said of each, none marked and none chosen', async () => {
    const html = await htmlOf(opening(ways, planning(THREE)));
    expect(html.match(/govuk-grid-column-one-half/g)).toHaveLength(5);
    for (const of of ['Who holds the money', 'Who does the work', 'Good to know'])
      expect(html.match(new RegExp(`<strong>${of}</strong>`, 'g'))).toHaveLength(3);
    expect(html).toContain('Let the council arrange it for now');
    expect(words(html)).not.toMatch(/recommend|usually|most people choose|best for/i);
    expect(html).not.toContain('type="radio"');
  });

  test('Scotland’s four options keep the numbers of the Act', async () => {
    const html = await htmlOf(opening(ways, planning(THREE), ada, { configuration: scotland }));
    const numbers = [...html.matchAll(/<h3[^>]*>Option (\d)/g)].map(([, number]) => number);
    expect(numbers).toEqual(['1', '2', '3', '4']);
  });

  test('one that is not offered now is still there, with the reason, the law and the day', async () => {
    const said = words(await htmlOf(opening(ways, planning(THREE), ada, { configuration: shutFor })));
    expect(said).toMatch(
      /Not open just now\. No group can hold the money yet\. This is so until 31 January 2027\. .*Made Up Act, s\.1/,
    );
    expect(said).toContain('Individual Service Fund');
  });

  test('says in plain words that Shared Lives and each other kind can be paid by each, and where the law shuts one', async () => {
    const said = words(await htmlOf(opening(ways, planning(THREE))));
    expect(said).toContain('Shared Lives and each other kind of support can be paid for by each way that is open');
    expect(said).toContain('Direct Payments) Regulations 2014, reg 6');
  });

  test.each([
    ['the person', ada, 'I have read these'],
    ['staff', priya, 'We went through these together'],
  ])('%s can say so', async (_who, actor, button) => {
    expect(await htmlOf(opening(ways, planning(THREE), actor))).toContain(button);
  });

  test('who went through them is said, and then there is the way to choose', async () => {
    const html = await htmlOf(opening(ways, explained(THREE, priya)));
    expect(html).toContain('S-PRIYA Someone went through these with you on 2 November 2026.');
    expect(html).toMatch(/href="\/cases\/C-TEST1\/ways\/choose"[^>]*class="govuk-button/);
  });

  test('while no plan is being written, what was chosen is there to read, and nothing to choose', async () => {
    const html = await htmlOf(opening(ways, agreed([by(HELPER, 'direct-payment')])));
    expect(words(html)).toMatch(/What was chosen so far A helper .* Direct payment/);
    expect(html).not.toContain('/ways/choose"');
    const chosen = await htmlOf(opening(chooseWays, agreed([by(HELPER, 'direct-payment')])));
    expect(chosen).not.toContain('<form');
  });
});

describe('choosing', () => {
  test('nothing is chosen before anybody chose', async () => {
    expect(await htmlOf(opening(chooseWays, explained(THREE)))).not.toContain(' checked');
  });

  test('a care home by direct payment is no choice; the reason and what works stand there; the rest is open', async () => {
    const html = await htmlOf(opening(chooseWays, explained(THREE)));
    const radios = (name: string) =>
      [...html.matchAll(new RegExp(`name="${name}" type="radio" value="([^"]+)"`, 'g'))].map(([, value]) => value);
    expect(radios('choice')).toEqual(['individual-service-fund', 'council-managed', 'mix', 'for-now']);
    expect(radios('line-2')).toEqual(['direct-payment', 'individual-service-fund', 'council-managed', 'for-now']);
    expect(radios('line-3')).toEqual(['individual-service-fund', 'council-managed', 'for-now']);
    expect(words(html)).toMatch(/is not open for “A care home .* By law, you cannot use a direct payment to live in a care home/);
  });

  test.each([
    ['for all of it', { choice: 'direct-payment' }, 'choice'],
    [
      'for the line',
      { choice: 'mix', 'line-1': 'for-now', 'line-2': 'direct-payment', 'line-3': 'direct-payment', 'lookAgain-day': '5' },
      'line-3',
    ],
  ] as const)('sent all the same, %s, it is refused with the ways that work', async (_name, typed, field) => {
    const { status, html } = pageOf(await posting(chooseWays, explained(THREE), { basedOn: '1', ...typed }));
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(words(html)).toMatch(
      /Error: .*By law.*another way: “Individual Service Fund: someone you choose holds the money” or “We hold the money”/,
    );
  });

  test('in Scotland it is refused in Scotland’s words', async () => {
    const at = { configuration: scotland };
    const { html } = pageOf(await posting(chooseWays, explained(THREE), { basedOn: '1', choice: 'direct-payment' }, ada, at));
    expect(words(html)).toMatch(/you cannot use option 1 .*“Option 2: .*“Option 3: /);
  });

  test.each([
    ['nothing', {}, 'choice', 'You can also let us arrange it for now'],
    ['what is no choice', { choice: 'cash' }, 'choice', 'Choose one of these'],
    [
      'a mix with a line left out',
      { choice: 'mix', 'line-1': 'direct-payment', 'line-2': 'for-now' },
      'line-3',
      'Choose who holds',
    ],
    ['for now without a day', { choice: 'for-now' }, 'lookAgain', 'It can be any day up to 14 December 2026.'],
    ['for now until a day past', day('1', '11'), 'lookAgain', 'Choose a day that is still to come.'],
    ['for now until today', day('2', '11'), 'lookAgain', 'Choose a day that is still to come.'],
    ['for now for too long', day('15', '12'), 'lookAgain', 'Choose a day up to 14 December 2026.'],
    ['for now until no such day', day('31', '11'), 'lookAgain', 'There is no such day.'],
  ] as const)('%s is put right at its box, and what was typed stays', async (_name, typed, field, message) => {
    const { status, html } = pageOf(await posting(chooseWays, explained(THREE), { basedOn: '1', ...typed }));
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(html).toContain(message);
    const { choice } = typed as Record<string, string>;
    if (choice && choice !== 'cash') expect(html).toMatch(new RegExp(`value="${choice}"\\s+checked`));
    expect(await faultsIn(html)).toEqual([]);
  });

  test('a line without a kind leads to the line; the others can be chosen for', async () => {
    const html = await htmlOf(opening(chooseWays, explained([HELPER, NO_KIND])));
    expect(html).toContain('href="/cases/C-TEST1/your-plan/line?line=2"');
    expect(html).toContain('name="choice"');
    expect(await htmlOf(opening(chooseWays, explained([NO_KIND])))).not.toContain('name="choice"');
  });

  test('on a plan that somebody saved meanwhile, it says so, and a choice stays with its line', async () => {
    const state = follow([save(planOf(SHARED_LIVES, HELPER), 1, priya)], explained([HELPER, SHARED_LIVES]), england);
    if (!state) throw new Error('no case');
    const typed = { basedOn: '1', choice: 'mix', 'was-1': HELPER.what, 'line-1': 'direct-payment', 'was-2': SHARED_LIVES.what };
    const { status, html } = pageOf(await posting(chooseWays, state, typed));
    expect(status).toBe(409);
    expect(words(html)).toContain('saved the plan on 2 November 2026');
    expect(html).toMatch(/id="line-2" name="line-2" type="radio" value="direct-payment"\s+checked/);
    expect(html).not.toMatch(/name="line-1" type="radio" value="[a-z-]+"\s+checked/);
  });

  test('sent where the plan is not being written, nothing is saved, and it says so', async () => {
    const { status, html } = pageOf(
      await posting(chooseWays, agreed([by(HELPER, 'direct-payment')]), { choice: 'council-managed' }),
    );
    expect(status).toBe(409);
    expect(html).toContain('is not saved');
  });
});

function day(date: string, month: string): Record<string, string> {
  return { choice: 'for-now', 'lookAgain-day': date, 'lookAgain-month': month, 'lookAgain-year': '2026' };
}

describe('what was chosen is all that changes', () => {
  const plan = PlanContent.parse({ ...planOf(...THREE), risks: [], strengths: 'Patience.' });
  const read = (typed: Typed, from = plan) => {
    const found = readWays(typed, { plan: from, rules, today: TODAY });
    if ('errors' in found) throw new Error(JSON.stringify(found.errors));
    return found.content;
  };
  const withoutRoutes = ({ items, forNowUntil: _day, ...rest }: PlanContent) => ({
    ...rest,
    items: items.map(({ route: _route, ...item }) => item),
  });

  test('for every choice by line: routes as chosen, all of them open, the rest of the plan as it was, and back again', () => {
    const chosen = fc.constantFrom(...FundingRoute.options, 'for-now' as const);
    fc.assert(
      fc.property(
        chosen,
        chosen,
        chosen.filter((each) => each !== 'direct-payment'),
        (...each) => {
          const typed = { ...day('30', '11'), choice: 'mix', ...Object.fromEntries(each.map((one, at) => [lineField(at), one])) };
          const content = read(typed);
          expect(withoutRoutes(content)).toEqual(withoutRoutes(plan));
          expect(content.items.map(({ route }) => route)).toEqual(
            each.map((one) => (one === 'for-now' ? 'council-managed' : one)),
          );
          expect(content.items.every(({ kind = '', route }) => route && isOpen(rules, kind, route, TODAY))).toBe(true);
          expect(content.forNowUntil).toBe(each.includes('for-now') ? '2026-11-30' : undefined);
          const councils = each.filter((one) => routeOf(one) === 'council-managed').length;
          const guess = each.includes('for-now') && councils > 1 && councils < each.length;
          if (!guess) {
            expect(read(choiceHeld(content), content)).toEqual(content);
            return;
          }
          // Which of the council's lines are for now is not kept: they are asked again, and the day and the rest are there.
          const again = readWays(choiceHeld(content), { plan: content, rules, today: TODAY });
          expect('errors' in again && Object.keys(again.errors)).toEqual(
            each.flatMap((one, at) => (routeOf(one) === 'council-managed' ? [lineField(at)] : [])),
          );
          expect(choiceHeld(content)).toMatchObject({ choice: 'mix', 'lookAgain-day': '30' });
        },
      ),
    );
  });

  test.each<[what: string, choices: Chosen[], held: string[]]>([
    [
      'the only one of the council’s, beside another way',
      ['for-now', 'individual-service-fund', 'individual-service-fund'],
      ['for-now', 'individual-service-fund', 'individual-service-fund'],
    ],
    [
      'one of two of the council’s, beside another way',
      ['for-now', 'council-managed', 'individual-service-fund'],
      ['', '', 'individual-service-fund'],
    ],
    [
      'a mix in which nothing is for now',
      ['council-managed', 'council-managed', 'individual-service-fund'],
      ['council-managed', 'council-managed', 'individual-service-fund'],
    ],
  ])('a line is shown as “for now” only where that is known: %s', (_, choices, held) => {
    const typed = { ...day('30', '11'), choice: 'mix', ...Object.fromEntries(choices.map((one, at) => [lineField(at), one])) };
    expect(choiceHeld(read(typed))).toMatchObject(Object.fromEntries(held.map((one, at) => [lineField(at), one])));
  });

  test('“the council for now” for all of it, and then a way chosen, ends the for now', () => {
    const now = read(day('14', '12'));
    expect([now.forNowUntil, new Set(now.items.map(({ route }) => route))]).toEqual(['2026-12-14', new Set(['council-managed'])]);
    expect(choiceHeld(now)).toMatchObject({ choice: 'for-now', 'lookAgain-day': '14' });
    const chosen = read({ choice: 'individual-service-fund' }, now);
    expect(chosen).not.toHaveProperty('forNowUntil');
  });

  test('the domain keeps it, and refuses it on an older version', () => {
    const state = explained(THREE);
    const content = read({ choice: 'council-managed' }, cases.planOf(...THREE));
    const saving = (basedOn: number) => decide({ type: 'save-plan', content, basedOn }, state, ada, england, new Date(NOW));
    const stale = saving(0);
    expect(isRefusal(stale) && stale.refused).toBe('plan-changed');
    const events = saving(1);
    if (isRefusal(events)) throw new Error(events.message);
    const after = events.reduce<Case | undefined>((before, event) => evolve(before, event), state);
    expect(after?.plan?.items.map(({ route }) => route)).toEqual(['council-managed', 'council-managed', 'council-managed']);
    expect(after?.plan?.items[0]?.what).toContain(EVIL);
  });
});
