/** “I don’t agree”: what a case keeps of it, how it is numbered, which days we promised, and who waits for a word. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../lib/domain/case.ts';
import {
  allChallenges,
  answerBy,
  type Challenge,
  ChallengeContent,
  challengesAfter,
  isMissed,
  isOpen,
  nextNumber,
} from '../../lib/domain/challenge.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { challengeDue, messageDue, replyWaiting } from '../../lib/domain/reply.ts';
import { caseAt, MONDAY } from '../support/case-so-far.ts';

const by = { id: 'S-TOM', name: 'Tom', role: 'assessor' as const };
const raisedAs = (number: number, change: Partial<Challenge> = {}): Challenge => ({
  about: 'figure',
  detail: '',
  words: 'Too little.',
  wants: '',
  number,
  by: { id: 'P-ADA', name: 'Ada' },
  at: MONDAY,
  acknowledge: { dueOn: '2026-11-05', toldAt: MONDAY, missed: [] },
  ...change,
});
type Step = 'raise' | number;

/** Raises, or answers the n-th of those that are open, as often as asked. */
const logOf = (steps: readonly Step[]): CaseEvent[] => {
  const log: CaseEvent[] = [];
  for (const step of steps) {
    const all = allChallenges(log);
    const open = all.filter(isOpen);
    const event: CaseEvent | undefined =
      step === 'raise'
        ? { type: 'ChallengeRaised', challenge: raisedAs(nextNumber(all)), at: MONDAY, by }
        : open[step % Math.max(1, open.length)] && {
            type: 'ChallengeAnswered',
            number: open[step % open.length]?.number ?? 0,
            outcome: 'stands',
            reasons: 'Because.',
            at: MONDAY,
            by,
          };
    if (event) log.push(event);
  }
  return log;
};
const kept = (log: readonly CaseEvent[]): readonly Challenge[] =>
  log.reduce<readonly Challenge[]>(
    (held, event) =>
      event.type === 'ChallengeRaised' || event.type === 'ChallengeAnswered' ? challengesAfter(held, event) : held,
    [],
  );

const steps = fc.array(fc.oneof(fc.constant<Step>('raise'), fc.nat(9)), { maxLength: 40 });

describe('what a case keeps', () => {
  test('every open one and at most five answered, whatever happens in which order', () => {
    fc.assert(
      fc.property(steps, (some) => {
        const log = logOf(some);
        const all = allChallenges(log);
        const held = kept(log);
        expect(held.filter(isOpen)).toEqual(all.filter(isOpen));
        expect(held.filter((each) => !isOpen(each)).length).toBeLessThanOrEqual(5);
        for (const each of held) expect(all).toContainEqual(each);
      }),
    );
  });

  test('a number is never given twice, though answered ones are forgotten', () => {
    fc.assert(
      fc.property(steps, (some) => {
        const log = logOf(some);
        const taken = allChallenges(log).map(({ number }) => number);
        expect(new Set(taken).size).toBe(taken.length);
        expect(nextNumber(kept(log))).toBe(nextNumber(allChallenges(log)));
      }),
    );
  });
});

describe('the days we promised', () => {
  const acknowledged = raisedAs(1, { acknowledged: { by, at: '2026-12-22T15:00:00Z' } });
  const holidays = ['2026-12-25', '2026-12-28', '2027-01-01'];

  test('an answer is promised for twenty working days after we said that it has come', () => {
    expect(answerBy(acknowledged, holidays)).toBe('2027-01-22');
    expect(answerBy(raisedAs(1), holidays)).toBeUndefined();
  });

  test('until we have said so, the next day is the one by which we say it', () => {
    expect(challengeDue(raisedAs(1), holidays)).toBe('2026-11-05');
    expect(challengeDue(acknowledged, holidays)).toBe('2027-01-22');
  });

  test('a message is answered within three working days, counted over Easter', () => {
    expect(messageDue('2026-04-02T16:00:00Z', ['2026-04-03', '2026-04-06'])).toBe('2026-04-09');
    expect(messageDue('2026-04-04T10:00:00Z', ['2026-04-03', '2026-04-06'])).toBe('2026-04-09');
  });

  test.each([
    ['on the day itself it is not missed', undefined, '2026-11-05', false],
    ['the day after it is', undefined, '2026-11-06', true],
    ['done in time it never is', '2026-11-05T22:00:00Z', '2026-12-01', false],
    ['done late it stays so', '2026-11-06T09:00:00Z', '2026-12-01', true],
  ])('%s', (_, done, today, missed) => {
    expect(isMissed('2026-11-05', done, today)).toBe(missed);
  });
});

describe('who waits for a word', () => {
  const holding = (change: Partial<Case>): Case => ({ ...caseAt('planning'), ...change }) as Case;

  test('nobody, on a case that nobody wrote on', () => {
    expect(replyWaiting(caseAt('planning'), [])).toBeUndefined();
    const answer = { outcome: 'stands' as const, reasons: 'x', by, at: MONDAY };
    expect(replyWaiting(holding({ challenges: [raisedAs(1, { answer })] }), [])).toBeUndefined();
  });

  test('the soonest promise counts, and what waits is said', () => {
    const unanswered = { at: '2026-11-02T09:00:00Z', by };
    const challenges = [
      raisedAs(1, { at: '2026-10-01T09:00:00Z', acknowledged: { by, at: '2026-10-02T09:00:00Z' } }),
      raisedAs(2, { acknowledge: { dueOn: '2026-11-09', toldAt: MONDAY, missed: [] } }),
    ];
    expect(replyWaiting(holding({ unanswered, challenges }), [])).toEqual({
      dueOn: '2026-10-30',
      since: '2026-10-01T09:00:00Z',
      message: true,
      toAcknowledge: 1,
      toAnswer: 1,
    });
    expect(replyWaiting(holding({ unanswered }), [])).toMatchObject({ dueOn: '2026-11-05', message: true, toAcknowledge: 0 });
  });

  test('on a closed case too', () => {
    const closed = { ...caseAt('a withdrawn case'), challenges: [raisedAs(1)] } as Case;
    expect(replyWaiting(closed, [])).toMatchObject({ dueOn: '2026-11-05', toAcknowledge: 1 });
  });
});

describe('what can be typed', () => {
  const good = { about: 'line', detail: 'Washing', words: 'That is not so.', wants: '' };
  test.each([
    ['as it should be', good, undefined],
    ['about something that is not on the list', { ...good, about: 'everything' }, 'about'],
    ['about nothing', { ...good, about: '' }, 'about'],
    ['with no words', { ...good, words: ' \n ' }, 'words'],
    ['with far too many', { ...good, words: 'x'.repeat(4001) }, 'words'],
    ['with a line that is a story', { ...good, detail: 'x'.repeat(301) }, 'detail'],
    ['with a wish without end', { ...good, wants: 'x'.repeat(2001) }, 'wants'],
    ['with a field of somebody’s own', { ...good, number: 7 }, ''],
  ])('%s', (_, typed, field) => {
    const { error } = ChallengeContent.safeParse(typed);
    expect(error?.issues[0]?.path.join('')).toBe(field);
    if (field) expect(error?.issues[0]?.message).toMatch(/^[A-Z].*\.$/);
  });
});
