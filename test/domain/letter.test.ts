/** Letters: every decision is written about, the same every time, in words the person asked for, with nothing left open. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paysSoFar } from '../../functions/web/shared/what-they-pay.ts';
import { SYSTEM } from '../../lib/domain/actor.ts';
import type { Value } from '../../lib/domain/answer.ts';
import { type Case, replay } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { rulesFor, whatTheyPay } from '../../lib/domain/finances.ts';
import {
  type Letter,
  type LetterFor,
  LetterTemplate,
  type Logged,
  lettersOf,
  partWords,
  wishesOf,
} from '../../lib/domain/letter.ts';
import { LETTER_EVENTS, type LetterEvent } from '../../lib/domain/letter-event.ts';
import { letterFaults } from '../../lib/domain/letter-faults.ts';
import type { LetterBlock } from '../../lib/domain/letter-saying.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { owedLetterFaults } from '../../lib/pathway/check-letters.ts';
import { ENGLAND } from '../pathway/adult-care.ts';
import { template } from '../pathway/national-template.ts';
import {
  approve,
  arrange,
  askReview,
  check,
  confirm,
  MONDAY,
  offer,
  offerAgreed,
  type Place,
  reviewed,
  type Step,
  save,
  WAY_TO,
} from '../support/case-so-far.ts';
import { atOnce, costing, EXAMPLE, means, petra, stepsTo, withWays } from '../support/council-with-ways.ts';
import { nationalLetters } from '../support/national-letters.ts';
import { readingGrade, sentencesIn } from '../support/reading-grade.ts';
import { ada, glenda, priya, small, tom } from '../support/small-council.ts';

const configuration: Configuration = { ...small, letters: nationalLetters };
/** With ways to hold the money and figures of charging. */
const rich: Configuration = { ...withWays, letters: nationalLetters };
const quick: Configuration = { ...atOnce(), letters: nationalLetters };

const logOf = (steps: readonly Step[], on: Configuration = configuration): Logged[] => {
  const events: CaseEvent[] = [];
  for (const { by, command, at } of steps) {
    const decision = decide(command, replay(events), by, on, new Date(at ?? MONDAY));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.message}`);
    events.push(...decision);
  }
  return events.map((event, place) => ({ version: place + 1, event }));
};
/** By themselves, and by the law of England for adults and carers. */
const faultsOf = (letters: readonly LetterTemplate[]) => [
  ...letterFaults(letters),
  ...owedLetterFaults(letters, template.pathways, ENGLAND),
];
const stateOf = (log: readonly Logged[]): Case => {
  const state = replay(log.map(({ event }) => event));
  if (!state) throw new Error('no case');
  return state;
};
const lettersIn = (log: readonly Logged[], by: Configuration = configuration): Letter[] =>
  lettersOf(log, { state: stateOf(log), configuration: by });
const lettersAt = (place: Place, ...more: Step[]): Letter[] => lettersIn(logOf([...WAY_TO[place], ...more]));

const wordsIn = (letter: Letter | undefined): string =>
  (letter?.blocks ?? []).flatMap((block) => ('words' in block ? [block.words] : [])).join('\n');
const ofKind = <K extends LetterBlock['kind']>(letter: Letter | undefined, kind: K) =>
  (letter?.blocks ?? []).find((block): block is Extract<LetterBlock, { kind: K }> => block.kind === kind);
const about = (letters: readonly Letter[], event: LetterEvent): Letter | undefined =>
  letters.find((each) => each.event === event);

const challenge = { about: 'figure' as const, detail: 'Washing', words: 'It is too little.', wants: 'More.' };
const raise: Step = { by: ada, command: { type: 'raise-challenge', content: challenge } };
const acknowledge: Step = { by: tom, command: { type: 'acknowledge-challenge', number: 1 } };
const answer = (outcome: 'changed' | 'partly-changed' | 'stands' = 'stands'): Step => ({
  by: glenda,
  command: { type: 'answer-challenge', number: 1, outcome, reasons: 'We counted again.' },
});
const invite: Step = {
  by: ada,
  command: {
    type: 'invite-person',
    invitation: {
      id: 'P-BEN',
      name: 'Ben Someone',
      as: 'helper',
      sections: 'all',
      until: '2026-12-31',
      contact: { by: 'email', to: 'b@x.example' },
    },
  },
};
const remove: Step = { by: ada, command: { type: 'remove-person', id: 'P-BEN' } };
const late = (stage: string): Step => ({
  by: SYSTEM,
  command: { type: 'miss-promise', stage, run: 1 },
  at: '2027-01-20T09:00:00.000Z',
});

const urgent: Step = {
  by: priya,
  command: { type: 'start-urgent-support', content: { what: 'Two visits a day.', who: 'Larks', startsOn: '2026-11-03' } },
};
const urgentEnds: Step = {
  by: priya,
  command: { type: 'end-urgent-support', number: 1, reasons: 'The plan is in place.' },
};
const cheaper = { need: 'CA-COMMUNITY' as const, how: 'The club’s own bus.', evidence: 'They have a seat from Monday.' };
const forItsCost: Step = {
  by: glenda,
  command: { type: 'return-plan', planVersion: 1, reasons: 'It costs a lot.', forCost: true, alternatives: [cheaper] },
};
const TV_C = stepsTo(costing(21_400));
/** A crisis first, then a plan of £214.00 that is sent back for its cost, agreed as it is, and paid for in part. */
const CRISIS: readonly Step[] = [
  ...WAY_TO['an assessment'],
  urgent,
  ...TV_C.planning.slice(WAY_TO['an assessment'].length),
  means({ ...EXAMPLE, standing: 'estimate' }),
  ...TV_C.toAgree.slice(TV_C.planning.length),
  forItsCost,
  offer(),
  check(),
  approve(1, 'Nothing cheaper could be had.'),
  arrange(),
  urgentEnds,
  means(),
];
const PAYS_ALL: readonly Step[] = [
  ...WAY_TO.planning,
  means({ kind: 'pays-in-full', reason: 'I would rather not say.' }),
  means({ kind: 'no-charge', reason: 'Six weeks after hospital.' }),
];
const AT_ONCE: readonly Step[] = [...stepsTo().written, offerAgreed(), check(), arrange()];

const NO_COST: readonly Step[] = [
  ...WAY_TO['an assessment'],
  means({ ...EXAMPLE, standing: 'estimate' }),
  means(),
  means({ kind: 'pays-in-full', reason: 'I would rather not say.' }),
];

/** One log after another, in which everything that is written about happens, each on its council. */
const LOGS: readonly (readonly [log: Logged[], on: Configuration])[] = [
  [logOf([...WAY_TO['a review'], invite, remove, raise, acknowledge, answer()]), configuration],
  [logOf(WAY_TO['support ended']), configuration],
  [logOf(WAY_TO['advice given']), configuration],
  [logOf([...WAY_TO['a plan sent back'], late('planning')]), configuration],
  [logOf(WAY_TO['a withdrawn case']), configuration],
  [logOf(CRISIS, rich), rich],
  [logOf(PAYS_ALL, rich), rich],
  [logOf(NO_COST, rich), rich],
  [logOf(AT_ONCE, quick), quick],
];
const ALL = LOGS.flatMap(([log, on]) => lettersIn(log, on));

describe('the national letters', () => {
  test('have no faults', () => {
    expect(faultsOf(nationalLetters)).toEqual([]);
  });

  test('are written about everything that is decided about a person, or done in their name', () => {
    expect([...new Set(ALL.map(({ event }) => event))].sort()).toEqual([...LETTER_EVENTS].sort());
  });

  test('leave no placeholder open, nothing undefined and nothing empty', () => {
    for (const letter of ALL) {
      expect(wordsIn(letter), letter.template).not.toMatch(/[{}]|undefined|null/);
      expect(letter.title).not.toBe('');
      for (const block of letter.blocks) if ('words' in block) expect(block.words.trim()).not.toBe('');
    }
  });

  test('begin with the person’s name, and end with who writes and their number', () => {
    for (const letter of ALL) {
      expect(letter.blocks[0]).toEqual({ kind: 'words', words: `Dear ${ada.name},` });
      expect(wordsIn(letter)).toContain(small.council.contact.phone);
      expect(letter.blocks.at(-1)).toEqual({ kind: 'words', words: `From the ${small.council.contact.team}` });
    }
  });
});

describe('what each says', () => {
  test('the story is here, and by when we talk about it', () => {
    const letter = about(lettersAt('an assessment'), 'StageFinished');
    expect(letter?.title).toBe('We have your story');
    expect(wordsIn(letter)).toContain('We will do this by 16 November 2026.');
  });

  test('only the story’s own stage is written about, not every stage that is finished', () => {
    expect(lettersAt('support in place').filter(({ event }) => event === 'StageFinished')).toHaveLength(1);
  });

  test('an eligible decision: what was found, why, a copy of what was agreed, the right to disagree', () => {
    const letter = about(lettersAt('planning'), 'AssessmentConfirmed');
    expect(wordsIn(letter)).toContain('You have needs that we must help you with.');
    expect(ofKind(letter, 'needs')?.needs).toEqual(['CA-HYGIENE', 'CA-COMMUNITY']);
    expect(ofKind(letter, 'typed')?.words).toBe('What we found together.');
    expect(ofKind(letter, 'assessment')?.agreed).toHaveLength(2);
    expect(wordsIn(letter)).toContain('I don’t agree');
    expect(wordsIn(letter)).not.toContain('There is other help.');
  });

  test('one that is not: the reasons, what else can help, the right to disagree', () => {
    const letter = about(lettersAt('advice given'), 'AssessmentConfirmed');
    expect(wordsIn(letter)).toContain('They are not ones that the law says we must pay for.');
    expect(ofKind(letter, 'typed')?.words).toContain('One outcome only.');
    expect(wordsIn(letter)).toContain('There is other help.');
    expect(wordsIn(letter)).toContain('I don’t agree');
  });

  test('the up-front figure with the very lines that the page shows', () => {
    const log = logOf(WAY_TO.planning);
    const letter = about(lettersIn(log), 'AllocationMade');
    expect(wordsIn(letter)).toContain('Your up-front figure is £120.00 a week.');
    expect(ofKind(letter, 'working')?.allocation).toEqual(stateOf(log).allocation);
  });

  test('where the points give no figure it says so and names none', () => {
    const high = { option: 'p12', informalShare: 0, willingAndAble: false, note: '' };
    const command = WAY_TO.planning.at(-2)?.command;
    if (command?.type !== 'confirm-assessment') throw new Error('the way to planning has changed');
    const content = { ...command.content, answers: { washing: high, 'going-out': high } };
    const log = logOf([...WAY_TO['an assessment'], confirm(content), ...WAY_TO.planning.slice(-1)]);
    const letter = about(lettersIn(log), 'AllocationMade');
    expect(wordsIn(letter)).toContain('There is no cap on it.');
    expect(wordsIn(letter)).not.toMatch(/£/);
  });

  test('an agreed plan: the plan itself, what it costs, when it is looked at again', () => {
    const letter = about(lettersAt('support in place'), 'PlanApproved');
    expect(wordsIn(letter)).toContain('Your budget is £120.00 a week.');
    expect(wordsIn(letter)).toContain('on or before 14 December 2026');
    expect(ofKind(letter, 'plan')?.plan.items).toHaveLength(2);
  });

  test('a plan that was sent back says why', () => {
    const [letter] = lettersAt('a plan sent back').filter(({ event }) => event === 'PlanReturned');
    expect(ofKind(letter, 'typed')?.words).toBe('Too little on Sundays.');
  });

  test('a missed promise names the day that was missed and the new one', () => {
    const letter = about(lettersAt('an assessment', late('assessment')), 'PromiseMissed');
    expect(wordsIn(letter)).toContain('We said that we would do something by 16 November 2026.');
    expect(wordsIn(letter)).toMatch(/The new date is \d+ \w+ 2027\./);
  });

  test('a date that passed while we waited for the person is no promise of ours to be sorry for', () => {
    expect(about(lettersAt('a story told', late('story')), 'PromiseMissed')).toBeUndefined();
  });

  test('who was asked to help, until when, and that it ended', () => {
    const letters = lettersAt('planning', invite, remove);
    expect(wordsIn(about(letters, 'PersonInvited'))).toContain('Ben Someone was asked');
    expect(wordsIn(about(letters, 'PersonInvited'))).toContain('This ends on 31 December 2026.');
    expect(wordsIn(about(letters, 'PersonRemoved'))).toContain(
      'Ben Someone was asked to help you. That ended on 2 November 2026.',
    );
  });

  test('what was not agreed with: that we have it, by when we answer, and what the person said', () => {
    const letter = about(lettersAt('planning', raise, acknowledge), 'ChallengeAcknowledged');
    expect(wordsIn(letter)).toContain('We will answer you by 30 November 2026.');
    expect(ofKind(letter, 'typed')?.words).toBe('Washing\nIt is too little.\nMore.');
  });

  test.each([
    ['changed', 'We change it.'],
    ['partly-changed', 'We change a part of it.'],
    ['stands', 'It stays as it was.'],
  ] as const)('the answer (%s), its reasons, and where to go on from here', (outcome, says) => {
    const letter = about(lettersAt('planning', raise, acknowledge, answer(outcome)), 'ChallengeAnswered');
    expect(wordsIn(letter)).toContain(says);
    expect(wordsIn(letter)).toContain('Ombudsman');
    expect((letter?.blocks ?? []).filter(({ kind }) => kind === 'typed')).toHaveLength(2);
  });

  test('an ending says why, what else can help, and that one can come back', () => {
    for (const place of ['advice given', 'support ended', 'a withdrawn case'] as const) {
      const letter = about(lettersAt(place), 'CaseClosed');
      expect(ofKind(letter, 'typed')?.words.length, place).toBeGreaterThan(5);
      expect(wordsIn(letter)).toContain('You can come back on any day.');
    }
  });
});

describe('money in a letter is what the page shows: the same working, not another sum', () => {
  const log = logOf(CRISIS, rich);
  const letters = lettersIn(log, rich);
  const state = stateOf(log);
  /** The letter of this kind, and the case as it stood when it was written. */
  const written = (event: LetterEvent, which = 0) => {
    const letter = letters.filter((each) => each.event === event)[which];
    if (!letter) throw new Error(`no letter about ${event}`);
    return { letter, stood: stateOf(log.slice(0, letter.number)) };
  };

  test('help that could not wait: what, who, from when, until when we look again', () => {
    const { letter, stood } = written('UrgentSupportStarted');
    expect(ofKind(letter, 'typed')?.words).toBe(stood.urgent[0]?.what);
    expect(wordsIn(letter)).toContain('Larks gives it. It starts on 3 November 2026.');
    expect(wordsIn(letter)).toContain('on or before 17 November 2026');
    const ended = written('UrgentSupportEnded').letter.blocks.flatMap((block) => (block.kind === 'typed' ? [block.words] : []));
    expect(ended).toEqual(['Two visits a day.', 'The plan is in place.']);
  });

  test('the up-front figure', () => {
    const { letter, stood } = written('AllocationMade');
    expect(ofKind(letter, 'working')?.allocation).toEqual(stood.allocation);
  });

  test('an estimate before there is a plan: of the up-front figure, and no statement yet', () => {
    const { letter, stood } = written('FinancesRecorded');
    const rules = rulesFor(rich.charging, '2026-11-02');
    const pays = whatTheyPay(stood.finances, stood.allocation?.weeklyPence ?? Number.NaN, rules);
    expect(ofKind(letter, 'contribution')).toEqual({ kind: 'contribution', pays });
    expect(ofKind(letter, 'statement')).toBeUndefined();
    expect(wordsIn(letter)).toContain('It is an estimate so far.');
    expect(wordsIn(letter)).toContain('You pay £56.35 a week. We pay £63.65 a week.');
  });

  test('sent back for its cost: which need can be met how for less', () => {
    const { letter, stood } = written('PlanReturned');
    expect(ofKind(letter, 'alternatives')?.alternatives).toEqual(stood.returned?.alternatives);
    expect(ofKind(letter, 'alternatives')?.alternatives).toEqual([cheaper]);
  });

  test('the agreed plan and its statement', () => {
    const { letter, stood } = written('PlanApproved');
    expect(ofKind(letter, 'plan')?.plan).toEqual(stood.agreed?.plan);
    expect(ofKind(letter, 'statement')?.budget).toEqual(stood.agreed?.budget);
    expect(wordsIn(letter)).toContain('Your budget is £214.00 a week.');
    expect(wordsIn(letter)).toContain('You pay £56.35 a week of it. We pay £157.65 a week.');
  });

  test('what was found afterwards: the new statement of the same budget', () => {
    const { letter, stood } = written('FinancesRecorded', 1);
    expect(stood.agreed).toEqual(state.agreed);
    expect(ofKind(letter, 'statement')?.budget).toEqual(state.agreed?.budget);
    expect(ofKind(letter, 'contribution')?.pays).toEqual(state.agreed?.budget.contribution);
    expect(wordsIn(letter)).toContain('This is what we decided.');
  });

  test('while a dearer plan is being written, it speaks of the support that is agreed', () => {
    const again = logOf([...CRISIS, askReview(), reviewed('plan-changes'), save(costing(30_000), 1), means()], rich);
    const letter = lettersIn(again, rich).at(-1);
    expect(letter?.event).toBe('FinancesRecorded');
    expect(wordsIn(letter)).toContain('You pay £56.35 a week. We pay £157.65 a week.');
    expect(ofKind(letter, 'contribution')?.pays).toEqual(ofKind(letter, 'statement')?.budget.contribution);
  });

  test('no charge, and all of it by choice, each in its own words', () => {
    const both = lettersIn(logOf(PAYS_ALL, rich), rich).filter(({ event }) => event === 'FinancesRecorded');
    expect(wordsIn(both[0])).toContain('rather pay all of it');
    expect(wordsIn(both[0])).toContain('You pay £120.00 a week. We pay £0.00 a week.');
    expect(wordsIn(both[1])).toContain('You pay nothing for this support.');
  });

  const lastMeans = (...steps: Step[]) => {
    const some = logOf(steps, rich);
    const letter = lettersIn(some, rich).findLast(({ event }) => event === 'FinancesRecorded');
    return { letter, stood: stateOf(some) };
  };

  test('a plan without a line is not one that costs nothing: the up-front figure counts, as on the page', () => {
    const { letter, stood } = lastMeans(
      ...WAY_TO.planning,
      save({ goals: 'Swim.', items: [], otherWays: [], backUp: '' }),
      means(),
    );
    expect(stood.plan?.items).toEqual([]);
    expect(wordsIn(letter)).toContain('You pay £56.35 a week. We pay £63.65 a week.');
    const at = { state: stood, configuration: rich, now: new Date(MONDAY) };
    expect(ofKind(letter, 'contribution')?.pays).toEqual(paysSoFar(at));
  });

  test('letter and page show one working, whatever is recorded at whatever point', () => {
    for (const [some, on] of LOGS)
      for (const letter of lettersIn(some, on).filter(({ event }) => event === 'FinancesRecorded')) {
        const state = stateOf(some.slice(0, letter.number));
        const pays = paysSoFar({ state, configuration: on, now: new Date(MONDAY) });
        expect(ofKind(letter, 'contribution')?.pays).toEqual(pays);
      }
  });

  test.each([
    ['an estimate', { ...EXAMPLE, standing: 'estimate' as const }, 'It is an estimate so far.'],
    ['a decision', EXAMPLE, 'That part is decided.'],
    ['all of it by choice', { kind: 'pays-in-full' as const, reason: 'I would rather not say.' }, 'rather pay all of it'],
  ])('before there is any cost no amount is said, and it says so: %s', (_, content, says) => {
    const { letter } = lastMeans(...WAY_TO['an assessment'], means(content));
    expect(wordsIn(letter)).toContain(says);
    expect(wordsIn(letter)).toContain('We cannot say an amount yet.');
    expect(wordsIn(letter)).toContain('We write to you again when we know.');
    expect(wordsIn(letter)).not.toMatch(/£|This is what we decided/);
    expect(ofKind(letter, 'contribution')).toBeUndefined();
  });

  test('what you pay is said at reading grade 6 or below, each time it is written about', () => {
    for (const letter of ALL.filter(({ event }) => event === 'FinancesRecorded')) {
      const own = sentencesIn(wordsIn(letter));
      expect(readingGrade(own), own.join(' | ')).toBeLessThanOrEqual(6);
    }
  });

  test('no charge is nothing of any cost, so it is said before there is one', () => {
    const { letter } = lastMeans(...WAY_TO['an assessment'], means({ kind: 'no-charge', reason: 'Six weeks after hospital.' }));
    expect(wordsIn(letter)).toContain('You pay nothing for this support.');
    expect(wordsIn(letter)).not.toContain('We cannot say');
    expect(ofKind(letter, 'contribution')?.pays.pence).toBe(0);
  });

  test('once there is a cost, nothing says that there is none', () => {
    for (const letter of letters) expect(wordsIn(letter)).not.toContain('We cannot say an amount yet');
  });

  test.each([
    ['alone', costing(500_000, { unit: 'item', per: 'once' }), 'Your budget is £0.00 a week and £5,000.00 once.'],
    [
      'beside the weeks',
      { ...costing(21_400), items: [...costing(21_400).items, ...costing(9_500, { unit: 'item', per: 'once' }).items] },
      'Your budget is £214.00 a week and £95.00 once.',
    ],
  ])('a one-off is in no week, so the letter says it %s', (_, content, says) => {
    const some = logOf(stepsTo(content, petra).agreed, rich);
    expect(wordsIn(about(lettersIn(some, rich), 'PlanApproved'))).toContain(says);
  });

  test('agreed at once: it says so, names nobody, and holds the same statement', () => {
    const quickly = logOf(AT_ONCE, quick);
    const letter = about(lettersIn(quickly, quick), 'PlanApproved');
    expect(wordsIn(letter)).toContain('It is inside what we agree at once');
    expect(wordsIn(letter)).not.toContain('agreed it on');
    expect(ofKind(letter, 'statement')?.budget).toEqual(stateOf(quickly).agreed?.budget);
  });

  test('every statement adds up, whoever reads it', () => {
    for (const { blocks } of ALL)
      for (const block of blocks) {
        if (block.kind !== 'statement') continue;
        const { lines, totalPence, contributionPence, councilPence } = block.budget;
        expect(lines.reduce((sum, { pence }) => sum + pence, 0)).toBe(totalPence);
        if (contributionPence !== null) expect(contributionPence + (councilPence ?? Number.NaN)).toBe(totalPence);
      }
  });
});

describe('a letter', () => {
  test('is the same to the byte each time it is made', () => {
    for (const [log, on] of LOGS) {
      const bytes = JSON.stringify(lettersIn(log, on));
      expect(JSON.stringify(lettersIn(log, on))).toBe(bytes);
      // From the table, as it was stored, and by another council object of the same version.
      const stored = JSON.parse(JSON.stringify(log)) as Logged[];
      expect(JSON.stringify(lettersIn(stored, structuredClone(on)))).toBe(bytes);
    }
  });

  test('stays what it was when more happens', () => {
    for (const [log, on] of LOGS) {
      const whole = lettersIn(log, on).map((letter) => JSON.stringify(letter));
      for (let length = 1; length < log.length; length += 1) {
        const earlier = lettersIn(log.slice(0, length), on).map((letter) => JSON.stringify(letter));
        expect(whole.slice(0, earlier.length)).toEqual(earlier);
      }
    }
  });

  test('has the number of its event', () => {
    const log = logOf(WAY_TO['support in place']);
    for (const { number, event, on } of lettersIn(log)) {
      expect(log[number - 1]?.event.type).toBe(event);
      expect(on).toBe('2026-11-02');
    }
  });

  test('never takes what somebody typed for a placeholder of ours', () => {
    const name = fc.string({ minLength: 1, maxLength: 60 }).filter((some) => some.trim() !== '');
    const withBraces = fc.constantFrom('{phone}', '{name}', '{{name}}', '$&', '$1', '{constructor}', '{__proto__}', '{');
    fc.assert(
      fc.property(fc.oneof(name, withBraces), (some) => {
        const log = logOf(WAY_TO['an assessment']).map(({ version, event }) => ({
          version,
          event: event.type === 'CaseOpened' ? { ...event, person: { ...event.person, name: some } } : event,
        }));
        expect(lettersIn(log)[0]?.blocks[0]).toEqual({ kind: 'words', words: `Dear ${some},` });
      }),
    );
  });

  test('is not written by a council without letters', () => {
    expect(lettersIn(logOf(WAY_TO['support in place']), small)).toEqual([]);
  });
});

describe('how the person asked to be written to', () => {
  const wishing = (formats: Value, language: Value = 'en'): Letter[] => {
    const log = logOf(WAY_TO.planning);
    const state = stateOf(log);
    const said = (value: Value) => ({
      person: {
        value,
        by: { id: ada.id, name: ada.name },
        role: 'person' as const,
        at: MONDAY,
        form: 'talk',
        configuration: 'x',
      },
    });
    const facts = { ...state.facts, 'comm.formats': said(formats), 'comm.language': said(language) };
    return lettersOf(log, { state: { ...state, facts }, configuration });
  };

  test('Easy Read has its own words all through', () => {
    const [plain] = wishing(['none']);
    const [easy] = wishing(['easy-read']);
    expect(wordsIn(plain)).toContain(`Dear ${ada.name},`);
    expect(wordsIn(easy)).toContain(`Hello ${ada.name},`);
    expect(wordsIn(easy)).not.toContain('Dear');
  });

  test('large print is a wish for the page; what no page can be is left to somebody’s hands', () => {
    expect(wishing(['large-print', 'braille', 'bsl'])[0]?.wishes).toMatchObject({
      large: true,
      byHand: ['bsl', 'braille'],
      easy: false,
    });
    expect(wishesOf({})).toEqual({ easy: false, large: false, language: 'en', byHand: [] });
    expect(wishing({ talk: true })[0]?.wishes).toMatchObject({ easy: false, byHand: [] });
  });

  test('Welsh is all of a letter or none of it', () => {
    expect(wishing(['none'], 'cy')[0]?.language).toBe('en');
    const inWelsh = JSON.parse(
      JSON.stringify(nationalLetters).replaceAll(
        /"en":\{"plain":"((?:[^"\\]|\\.)*)"/g,
        '"cy":{"plain":"CY $1"},"en":{"plain":"$1"',
      ),
    ) as LetterTemplate[];
    const log = logOf(WAY_TO['an assessment']);
    const state = stateOf(log);
    const facts = { 'comm.language': wishesFact('cy') };
    const [letter] = lettersOf(log, { state: { ...state, facts }, configuration: { ...small, letters: inWelsh } });
    expect(letter?.language).toBe('cy');
    expect(letter?.title).toBe('CY We have your story');
  });
});

const wishesFact = (value: string) => ({
  person: { value, by: { id: ada.id, name: ada.name }, role: 'person' as const, at: MONDAY, form: 'talk', configuration: 'x' },
});

test('the page for “I don’t agree” can say the part about the Ombudsman by itself', () => {
  const state = stateOf(logOf(WAY_TO.planning));
  expect(partWords({ state, configuration }, 'ombudsman').join(' ')).toMatch(/Ombudsman/);
  expect(partWords({ state, configuration: small }, 'ombudsman')).toEqual([]);
});

describe('what is wrong with letters', () => {
  const changed = (id: string, change: (letter: LetterFor) => LetterFor): LetterTemplate[] =>
    nationalLetters.map((each) => (each.id === id && each.kind === 'letter' ? change(each) : each));
  const adding = (id: string, ...paragraphs: LetterFor['paragraphs']) =>
    changed(id, (letter) => ({ ...letter, paragraphs: [...letter.paragraphs, ...paragraphs] }));
  const both = (words: string) => ({ en: { plain: words, easy: words } });
  const without = (id: string, gone: (paragraph: LetterFor['paragraphs'][number]) => boolean) =>
    changed(id, (letter) => ({ ...letter, paragraphs: letter.paragraphs.filter((paragraph) => !gone(paragraph)) }));
  const isPart = (part: string) => (paragraph: LetterFor['paragraphs'][number]) => 'part' in paragraph && paragraph.part === part;
  const isReasons = (paragraph: LetterFor['paragraphs'][number]) => 'show' in paragraph && paragraph.show === 'reasons';

  test.each<[string, readonly LetterTemplate[], string]>([
    ['a placeholder there is not', adding('plan-agreed', { text: both('Dear {nmae}') }), 'unknown-placeholder'],
    ['a placeholder without a name', adding('plan-agreed', { text: both('Dear {}') }), 'unknown-placeholder'],
    ['one of the object every object is', adding('plan-agreed', { text: both('{constructor}') }), 'unknown-placeholder'],
    [
      'one only in the Easy Read words',
      adding('plan-agreed', { text: { en: { plain: 'x', easy: '{y}' } } }),
      'unknown-placeholder',
    ],
    ['one in what leads in', adding('plan-agreed', { show: 'reasons', intro: both('{why}') }), 'unknown-placeholder'],
    ['a figure where there is none', adding('plan-returned', { text: both('{figure}') }), 'placeholder-says-nothing'],
    ['a way the event never is', adding('plan-agreed', { text: both('x'), when: ['stands'] }), 'unknown-variant'],
    ['a plan where there is none', adding('case-closed', { show: 'plan' }), 'block-says-nothing'],
    ['a part nobody wrote', adding('case-closed', { part: 'goodbye' }), 'unknown-part'],
    ['no Easy Read', adding('case-closed', { text: 'Only plain words.' }), 'no-easy-words'],
    [
      'a title for nobody',
      changed('case-closed', (letter) => ({ ...letter, title: both('{figure}') })),
      'placeholder-says-nothing',
    ],
    ['nobody written to', nationalLetters.filter(({ id }) => id !== 'plan-agreed'), 'no-letter'],
    ['two for one', [...nationalLetters, ...nationalLetters.filter(({ id }) => id === 'plan-agreed')], 'two-letters'],
    ['no copy of the plan', without('plan-agreed', (each) => 'show' in each && each.show === 'plan'), 'letter-lacks'],
    ['a decision without reasons', without('eligibility-decision', isReasons), 'no-reasons'],
    ['a decision nobody can disagree with', without('up-front-figure', isPart('if-you-do-not-agree')), 'no-way-to-disagree'],
    ['an answer that leads nowhere', without('challenge-answered', isPart('ombudsman')), 'no-way-to-disagree'],
    [
      'reasons for some only',
      changed('case-closed', (letter) => ({
        ...letter,
        paragraphs: letter.paragraphs.map((each) => (isReasons(each) ? { ...each, when: ['withdrawn'] } : each)),
      })),
      'no-reasons',
    ],
  ])('%s', (_, letters, code) => {
    const faults = faultsOf(letters);
    expect([...new Set(faults.map((fault) => fault.code))]).toEqual([code]);
    for (const { message, where } of faults) {
      expect(message).toMatch(/^[A-Z{].*\.( \(.*\))?$/);
      expect(where).toMatch(/^letters/);
    }
  });

  test.each(['story-received', 'up-front-figure', 'promise-missed', 'review-opened', 'invitation-made', 'opening', 'closing'])(
    'no law asks for “%s”: without it nothing is written there, and the rest as it was',
    (id) => {
      const fewer = nationalLetters.filter((each) => each.id !== id);
      expect(faultsOf(fewer)).toEqual([]);
      const log = logOf(WAY_TO.planning);
      const kept = lettersOf(log, { state: stateOf(log), configuration: { ...small, letters: fewer } });
      const all = lettersOf(log, { state: stateOf(log), configuration });
      expect(kept.map((each) => each.template)).toEqual(all.map((each) => each.template).filter((each) => each !== id));
    },
  );

  test('an event there is not cannot be written down at all', () => {
    const [letter] = nationalLetters.filter(({ kind }) => kind === 'letter');
    expect(LetterTemplate.safeParse({ ...letter, event: 'WorkTaken' }).success).toBe(false);
    expect(LetterTemplate.safeParse({ ...letter, event: 'toString' }).success).toBe(false);
    expect(LetterTemplate.safeParse({ ...letter, script: 'x' }).success).toBe(false);
    expect(LetterTemplate.safeParse(letter).success).toBe(true);
  });
});

test('a letter of one decision is not another’s', () => {
  const log = logOf([...WAY_TO['an assessment'], confirm(undefined, priya)]);
  expect(lettersIn(log).map(({ template }) => template)).toEqual(['story-received', 'eligibility-decision']);
});
