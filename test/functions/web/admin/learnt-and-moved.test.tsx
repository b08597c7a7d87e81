/** What cases taught and what a move would do, drawn from made-up figures: what is said, that it is valid, and that no name is in it. */
import '../../../support/web-environment.ts';
import { expect, test } from 'vitest';
import { EvidenceView, restsOn } from '../../../../functions/web/admin/evidence.tsx';
import { PathwayEvidence } from '../../../../functions/web/admin/evidence-pathway.tsx';
import type { Learnt } from '../../../../functions/web/admin/evidence-reading.ts';
import { MoveProgress } from '../../../../functions/web/admin/move.tsx';
import { type Moving, SecondLook } from '../../../../functions/web/admin/move-form.tsx';
import { MoveView } from '../../../../functions/web/admin/move-preview.tsx';
import { MovesView } from '../../../../functions/web/admin/moves.tsx';
import type { Gathered } from '../../../../lib/app/configuring/gather.ts';
import { type MoveJob, type MoveResult, NOTHING_YET } from '../../../../lib/app/configuring/move-job.ts';
import type { MovePreview, PreviewedCase } from '../../../../lib/app/configuring/move-preview.ts';
import { wordsOf } from '../../../support/visitor.ts';
import { bundle, nasty } from '../staff/made-up-cases.ts';
import { drawn, faultsIn, visitBy } from '../staff/visiting.ts';

const WREN = { id: 'S-WREN', name: 'Wren Okonkwo', roles: ['configurer' as const] };
const visit = () => visitBy(WREN, '/admin/evidence');
const NONE: Gathered = {
  at: '2026-11-22T09:00:00.000Z',
  read: 0,
  of: 0,
  unreadable: 0,
  evidence: { cases: 0, questions: [], stages: [], approvals: [] },
  stageCounts: [],
  casesAYear: {},
  calibration: [],
  past: [],
};
const opened = { from: '2026-01-05T09:00:00.000Z', until: '2026-10-01T09:00:00.000Z' };
const [pathway] = bundle.pathways;
const [stage] = pathway?.stages ?? [];
const ids = { pathway: pathway?.id ?? '', stage: stage?.id ?? '' };

const known = (gathered: Gathered): Learnt => ({
  bundle,
  gathered,
  uses: { questions: [], forms: [], stages: [], letters: [] },
  proposals: [
    {
      what: 'stage',
      where: `pathways/${ids.pathway}/stages/${ids.stage}`,
      why: 'changes-nothing',
      words: nasty('proposal'),
      operations: [],
    },
  ],
  due: [{ kind: 'tier', where: 'x', title: nasty('due'), owner: 'Quality team', on: '2026-11-01' }],
});

const pageOf = async (html: Parameters<typeof drawn>[0]) => {
  const page = await drawn(html);
  expect(await faultsIn(page)).toEqual([]);
  expect(page).not.toContain('<script>proposal');
  return wordsOf(page);
};

test('without a case it says that nothing was learnt', async () => {
  expect(restsOn(NONE)).toContain('There are no cases yet');
  expect(await pageOf(EvidenceView({ visit: await visit(), learnt: { ...known(NONE), proposals: [], due: [] } }))).toContain(
    'Nothing stands out',
  );
});

test('with cases it says how many, from when to when, and what is left out', () => {
  const words = restsOn({ ...NONE, read: 998, of: 1200, unreadable: 2, opened });
  expect(words).toContain('998 cases, opened from 5 January 2026 to 1 October 2026, as they stood on 22 November 2026 at 9am.');
  expect(words).toContain('They are the newest of 1200. 2 cases could not be read and are left out.');
});

test('each proposal has its grounds and a draft one press away; what is due has its owner', async () => {
  const words = await pageOf(EvidenceView({ visit: await visit(), learnt: known({ ...NONE, read: 40, of: 40, opened }) }));
  expect(words).toContain(`“${stage?.title}”`);
  expect(words).toContain('Begin a draft that takes it out');
  expect(words).toContain('Quality team 1 November 2026');
});

test('a pathway shows what stages took and what approvals changed', async () => {
  const evidence = {
    cases: 40,
    questions: [],
    stages: [{ ...ids, cases: 40, visits: 41, medianDays: 3.5, mostDays: 20, outcomes: { done: 41 }, otherwise: 0.1 }],
    approvals: [
      { ...ids, looked: 30, atOnce: 10, sentBack: 1, changed: 3, share: 0.1, medianDays: 9, morePence: 0, lessPence: 4550 },
    ],
  };
  if (!pathway) throw new Error('there is no pathway');
  const learnt = known({ ...NONE, read: 40, of: 40, opened, evidence });
  const words = await pageOf(PathwayEvidence({ visit: await visit(), known: learnt, pathway }));
  expect(words).toContain(`${stage?.title} 40 3.5 20 10%`);
  expect(words).toContain(`${stage?.title} 30 10 3 (10%) 9 £0.00 £45.50`);
});

const row = (caseId: string, verdict: PreviewedCase['verdict'], more: Partial<PreviewedCase> = {}): PreviewedCase => ({
  caseId,
  state: 'underway',
  openedAt: '2026-05-01T09:00:00.000Z',
  stage: { id: 'panel', title: 'Panel' },
  verdict,
  ...more,
});
const preview: MovePreview = {
  to: bundle.version,
  rows: [
    row(
      'C-ONE1',
      { kind: 'needs-person', why: nasty('person'), choices: ['assessment'] },
      { choices: [{ id: 'assessment', title: 'Assessment' }] },
    ),
    row('C-TWO2', { kind: 'better-left', why: 'The plan waits for an answer.' }),
    row('C-THREE', { kind: 'moves', to: 'approval', why: 'The panel is gone.' }, { next: { id: 'approval', title: 'Sign-off' } }),
    row('C-FOUR', { kind: 'same-place' }),
  ],
  counts: { 'needs-person': 1, 'better-left': 1, moves: 1, 'same-place': 1, 'on-it-already': 0 },
  looked: 4,
  more: false,
  page: 1,
  pages: 1,
};
const moving: Moving = { to: bundle, live: true, preview };

test('the preview tells what would become of every case, by number and never by name', async () => {
  const words = await pageOf(MoveView({ visit: await visit(), moving }));
  expect(words).toContain('C-THREE Panel 1 May 2026 Moves to “Sign-off”. The panel is gone.');
  expect(words).toContain('C-TWO2 Panel 1 May 2026 Better left where it is. The plan waits for an answer.');
  expect(words).toContain('Where does C-ONE1 go on?');
});

test('a version that is not in force shows no form', async () => {
  const words = await pageOf(MoveView({ visit: await visit(), moving: { ...moving, live: false } }));
  expect(words).toContain('Cases are moved to the version in force only.');
  expect(words).not.toContain('What do you call this move?');
});

test('the second look says how many, keeps what was typed and what was chosen', async () => {
  const typed = { title: nasty('title'), reason: 'Faster', 'stage-C-ONE1': 'assessment' };
  const html = await drawn(SecondLook({ visit: await visit(), moving, typed, words: '3 cases' }));
  expect(await faultsIn(html)).toEqual([]);
  expect(wordsOf(html)).toContain('Move 3 cases?');
  expect(wordsOf(html)).toContain('undone for 30 days');
  expect(html).toContain('name="stage-C-ONE1" value="assessment"');
  expect(html).not.toContain('<script>title');
});

const job: MoveJob = {
  id: 'M-ABCDEFGHJK',
  revision: 1,
  to: bundle.version,
  title: nasty('title'),
  reason: nasty('reason'),
  by: WREN,
  startedAt: '2026-11-22T09:00:00.000Z',
  until: '2026-12-22T09:00:00.000Z',
  state: 'running',
  counts: NOTHING_YET,
};
const results: MoveResult[] = [
  {
    caseId: 'C-ONE1',
    at: job.startedAt,
    outcome: 'needs-person',
    why: nasty('why'),
    choices: ['assessment'],
  },
  { caseId: 'C-TWO2', at: job.startedAt, outcome: 'moved', was: 'panel', now: 'approval' },
];

test.each([
  ['running', 'It begins within a minute.', 'Stop it'],
  ['stopped', 'What was moved stays moved', 'Go on'],
  ['done', 'Every open case was looked at.', 'Undo this move'],
  ['undoing', 'Cases are being put back', 'Stop it'],
] as const)('a move that is %s says what comes next and what can be done', async (state, said, button) => {
  const progress = { job: { ...job, state }, results, to: bundle };
  const words = await pageOf(MoveProgress({ visit: await visit(), progress }));
  expect(words).toContain(said);
  expect(words).toContain(button);
  expect(words).toContain('Look again');
});

test('a move that was undone offers nothing more, and its list says so', async () => {
  const undone = { ...job, state: 'undone', undo: { by: WREN, at: job.startedAt, reason: 'Too soon' } } as const;
  const back = results.map((each) => ({ ...each, undone: { at: job.startedAt, back: true } }));
  const words = await pageOf(MoveProgress({ visit: await visit(), progress: { job: undone, results: back, to: bundle } }));
  expect(words).not.toContain('Undo this move');
  // Moved after the undo had looked: it can be asked for again.
  expect(await pageOf(MoveProgress({ visit: await visit(), progress: { job: undone, results, to: bundle } }))).toContain(
    'Undo this move',
  );
  expect(words).not.toContain('Keep these choices');
  expect(await pageOf(MovesView({ visit: await visit(), jobs: [undone] }))).toContain('Undone');
});
