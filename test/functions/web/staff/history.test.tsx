/** The history in words: every type of event says something to staff, tokens never do, and the person is spared the machine. */
import '../../../support/web-environment.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventWords } from '../../../../functions/web/shared/event-words.ts';
import { HistoryView } from '../../../../functions/web/shared/history-view.tsx';
import { type Actor, SYSTEM } from '../../../../lib/domain/actor.ts';
import type { Invitation } from '../../../../lib/domain/circle.ts';
import type { CaseEvent } from '../../../../lib/domain/event.ts';
import { fund } from '../../../support/council-with-ways.ts';
import { NAME } from '../../../support/template-answers.ts';
import * as made from './made-up-cases.ts';
import { ADA, configuration, go, PRIYA } from './made-up-cases.ts';
import { drawn } from './visiting.ts';

const TOKEN = 'AAAAsecretTOKEN';
const FRIEND: Invitation = {
  id: 'P-X',
  name: 'X',
  as: 'helper',
  sections: 'all',
  until: '2027-01-31',
  contact: { by: 'email', to: 'ben@x.example' },
};
const WITH_PAPERS = { id: 'P-DOT', name: 'Dot Lane', as: 'representative', authority: 'lpa-health-and-welfare' } as const;
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
const BEN: Actor = { id: 'P-BEN', name: 'Ben Hart', roles: ['person'] };
/** Everything that happens around a plan and between people. */
const around = go(
  made.planned,
  [{ type: 'invite-person', invitation: { ...FRIEND, id: BEN.id, name: BEN.name } }, ADA],
  [{ type: 'join-circle' }, BEN],
  [{ type: 'invite-person', invitation: { ...FRIEND, ...WITH_PAPERS } }, ADA],
  [{ type: 'record-authority-seen', id: WITH_PAPERS.id }, PRIYA],
  [{ type: 'arrange-lead', content: { mode: 'person', words: '', canDecide: true } }, ADA],
  [{ type: 'remove-person', id: BEN.id }, ADA],
  [{ type: 'propose-change', about: '', words: 'Sundays.' }, PRIYA],
  [{ type: 'settle-proposal', number: 1, taken: true, words: '' }, ADA],
  [{ type: 'write-message', words: 'Hello.' }, ADA],
  [{ type: 'raise-challenge', content: { about: 'figure', detail: '', words: 'Too little.', wants: '' } }, ADA],
  [{ type: 'acknowledge-challenge', number: 1 }, made.TOM],
  [{ type: 'answer-challenge', number: 1, outcome: 'stands', reasons: 'We counted again.' }, made.TOM],
  [{ type: 'start-urgent-support', content: { what: 'Two visits.', who: 'Larks', startsOn: '2026-11-23' } }, PRIYA],
  [{ type: 'end-urgent-support', number: 1, reasons: 'The plan is there.' }, PRIYA],
  [{ type: 'record-finances', content: { kind: 'no-charge', reason: 'Six weeks.' } }, PRIYA],
  [{ type: 'arrange-money', content: fund() }, PRIYA],
);
const confirmed = go(
  made.opened,
  [{ type: 'answer-question', answers: NAME }, ADA],
  [{ type: 'confirm-answers', questions: Object.keys(NAME) }, PRIYA],
);
/** These need a newer configuration, and a lot that falls on this case. */
const signed = { at: made.NOW, by: { id: PRIYA.id, name: PRIYA.name, role: 'assessor' as const } };
const others: CaseEvent[] = [
  {
    type: 'ConfigurationAdopted',
    configuration: 'b',
    from: 'a',
    stage: 'self-assessment',
    run: 2,
    change: 'One is new.',
    ...signed,
  },
  { type: 'CaseMoved', configuration: 'b', from: 'a', job: 'M-1', ...signed },
  { type: 'AuditRecorded', finding: 'It meets every need.', ...signed },
];
const all = [
  ...made.reviewedBefore.events,
  ...driven.events,
  ...made.closed.events,
  ...made.returned.events,
  ...around.events,
  ...confirmed.events,
  ...others,
  missed,
];
const source = readFileSync('lib/domain/event.ts', 'utf8');
const TYPES = [...source.matchAll(/readonly type: '([A-Za-z]+)'/g)].map(([, type = '']) => type);

test('every type of event has words for staff', () => {
  const told = new Set<string>(all.map(({ type }) => type));
  expect(TYPES.length).toBeGreaterThan(20);
  expect([...told].sort()).toEqual([...TYPES].sort());
  for (const event of all) expect(eventWords(event, { configuration, audience: 'staff' })?.title, event.type).toMatch(/\w/);
});

test('the person hears of a move only where something changed for them', () => {
  const move = { type: 'CaseMoved', configuration: 'b', from: 'a', job: 'M-1', ...signed } as const;
  const told = { ...move, told: 'We took out a step.' };
  const said = (event: CaseEvent) => eventWords(event, { configuration, audience: 'person' });
  expect(said(move)).toBeUndefined();
  expect(said(told)?.about).toBe('We took out a step.');
  expect(said({ ...move, questions: 'One is new.' })?.about).toBe('One is new.');
  const back = eventWords({ ...told, back: true }, { configuration, audience: 'staff' });
  expect(back).toEqual({ title: 'Put back on the version it came from', about: 'We took out a step.' });
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
