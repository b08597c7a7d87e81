/** What waits on a case, and by which day: words, disagreements, a plan to read afterwards, what we said we would look at again. */
import { expect, test } from 'vitest';
import { type Case, replay } from '../../lib/domain/case.ts';
import { type Reply, replyWaiting } from '../../lib/domain/reply.ts';
import { caseAt, follow, MONDAY, type Step, withdrawNow } from '../support/case-so-far.ts';
import { ada, priya } from '../support/small-council.ts';

const help: Step = {
  by: priya,
  command: { type: 'start-urgent-support', content: { what: 'Nights.', who: 'Larks', startsOn: '2026-11-02' } },
};
const message: Step = { by: ada, command: { type: 'write-message', words: 'When?' }, at: '2026-11-03T09:00:00.000Z' };
const at = (...steps: Step[]): Case => follow(steps, caseAt('planning')) as Case;
const waits = (state: Case): Reply | undefined => replyWaiting(state, []);

test('nothing waits on a case where nobody wrote and nothing is to be looked at', () => {
  expect(waits(at())).toBeUndefined();
  expect(replay([])).toBeUndefined();
});

test('help that could not wait is looked at again by its day, which comes after a word', () => {
  expect(waits(at(help))).toMatchObject({ dueOn: '2026-11-16', since: MONDAY, message: false, lookAgain: ['urgent'] });
  expect(waits(at(help, message))).toMatchObject({ dueOn: '2026-11-06', message: true, lookAgain: ['urgent'] });
});

test('nothing is looked at again once it ended, or the case did', () => {
  const end: Step = { by: priya, command: { type: 'end-urgent-support', number: 1, reasons: 'Done.' } };
  expect(waits(at(help, end))).toBeUndefined();
  expect(waits(at(help, withdrawNow()))).toBeUndefined();
});

test('whoever leads for now is asked about by the day to check in', () => {
  const lead: Step = {
    by: priya,
    command: {
      type: 'arrange-lead',
      content: {
        mode: 'someone-for-now',
        who: { id: priya.id, name: priya.name },
        checkInBy: '2026-11-30',
        words: 'You do it.',
        canDecide: true,
      },
    },
  };
  expect(waits(at(lead))).toMatchObject({ dueOn: '2026-11-30', lookAgain: ['lead'] });
});
