/** The history in words: every type of event says something to staff, tokens never do, and the person is spared the machine. */
import '../../../support/web-environment.ts';
import { expect, test } from 'vitest';
import { eventWords } from '../../../../functions/web/shared/event-words.ts';
import { HistoryView } from '../../../../functions/web/shared/history-view.tsx';
import { SYSTEM } from '../../../../lib/domain/actor.ts';
import type { CaseEvent } from '../../../../lib/domain/event.ts';
import * as made from './made-up-cases.ts';
import { configuration, go, PRIYA } from './made-up-cases.ts';
import { drawn } from './visiting.ts';

const TOKEN = 'AAAAsecretTOKEN';
const driven = go(
  made.taken,
  [{ type: 'open-stage', stage: 'assessment', run: 1, token: TOKEN }, SYSTEM],
  [{ type: 'put-back-work', stage: 'assessment' }, PRIYA],
  [{ type: 'flag-attention', stage: 'assessment', run: 1, error: 'Lambda.Unknown' }, SYSTEM],
  [{ type: 'restart-run', why: 'by hand' }, PRIYA],
  [{ type: 'open-stage', stage: 'self-assessment', run: 2, token: TOKEN }, SYSTEM],
);
const missed: CaseEvent = {
  type: 'PromiseMissed',
  stage: 'assessment',
  missed: '2026-11-20',
  promise: { dueOn: '2026-12-04', toldAt: made.NOW, missed: ['2026-11-20'] },
  at: made.NOW,
  by: { id: 'system', name: 'Ownway', role: 'system' },
};
const all = [...made.reviewedBefore.events, ...driven.events, ...made.closed.events, ...made.returned.events, missed];

test('every type of event has words for staff', () => {
  const told = new Set(all.map(({ type }) => type));
  expect([...told].sort()).toHaveLength(20);
  for (const event of all) expect(eventWords(event, { configuration, audience: 'staff' })?.title, event.type).toMatch(/\w/);
});

test.each(['person', 'staff'] as const)('a token is never shown to the %s', async (audience) => {
  const html = await drawn(<HistoryView events={all} configuration={configuration} audience={audience} />);
  expect(html).not.toContain(TOKEN);
  expect(html).not.toMatch(/<script/);
});

test('the person is spared the machine’s own steps, and is called “you”', async () => {
  const html = await drawn(<HistoryView events={driven.events} configuration={configuration} audience="person" />);
  expect(html).not.toContain('Lambda.Unknown');
  expect(html).not.toContain('Ready for work');
  expect(html).toContain('Something went wrong at our end');
  expect(html).toMatch(/you\b/);
});
