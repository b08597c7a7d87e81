/** What a verdict is made from: the version, the pathway of the case in it, its law, and a history as new as the case. */
import { expect, test } from 'vitest';
import { loadFolder } from '../../../bin/workflows-folder.ts';
import type { Bundle } from '../../../lib/app/configuration.ts';
import { bundleOf, ownDocuments, readDocuments, versionOf } from '../../../lib/app/configuring/documents.ts';
import { countsOf, type MoveResult } from '../../../lib/app/configuring/move-job.ts';
import { verdictOf } from '../../../lib/app/configuring/move-verdict.ts';
import { openCases } from '../../../lib/app/configuring/open-cases.ts';
import type { Summary } from '../../../lib/app/summary.ts';
import { replay } from '../../../lib/domain/case.ts';
import { adultCare } from '../../pathway/adult-care.ts';
import { lifeOn, liveCase } from '../../pathway/live-case.ts';

const documents = ownDocuments(loadFolder('workflows').documents, 'larkshire');
const read = readDocuments(documents);
const bundle = read.ok ? bundleOf(read.read, versionOf(documents), 'larkshire') : undefined;
if (!bundle) throw new Error('the default configuration cannot be read');
const from: Bundle = { ...bundle, version: 'aaaaaaaaaaaaaaaa' };
const to: Bundle = { ...bundle, version: 'bbbbbbbbbbbbbbbb' };

const events = lifeOn(adultCare(), from.version, ['submitted', 'eligible', 'allocated']);
const state = liveCase(events);
const recorded = events.map((event, place) => ({ version: place + 1, event }));
const portsWith = (of: typeof recorded, versions: readonly Bundle[] = [from]) => ({
  histories: { of: async () => of },
  configurations: {
    current: async () => undefined,
    version: async (version: string) => {
      const found = versions.find((each) => each.version === version);
      return found && { bundle: found, machines: {} };
    },
  },
});

test('a council’s own configuration carries the law its pathways were checked against', () => {
  expect(bundle.duties?.map(({ jurisdiction }) => jurisdiction)).toEqual(['ENG']);
});

test('on the same pathway in other words it stays in its place', async () => {
  expect(await verdictOf(portsWith(recorded), state, to)).toEqual({ kind: 'same-place' });
});

test('a history that is newer than the case is read as far as the case', async () => {
  const last = recorded.at(-1);
  const newer = last ? [...recorded, { version: recorded.length + 1, event: last.event }] : recorded;
  expect(await verdictOf(portsWith(newer), state, to)).toEqual({ kind: 'same-place' });
});

test.each<[string, Parameters<typeof verdictOf>, object]>([
  [
    'a history that is older than the case waits',
    [portsWith(recorded.slice(0, -1)), state, to],
    { kind: 'better-left', soon: true },
  ],
  ['it is on that version', [portsWith(recorded), state, from], { kind: 'on-it-already' }],
  [
    'no pathway for it there',
    [portsWith(recorded), state, { ...to, pathways: to.pathways.slice(1) }],
    { kind: 'needs-person', choices: [] },
  ],
  [
    'its pathway is for carers there',
    [portsWith(recorded), state, { ...to, pathways: to.pathways.map((each) => ({ ...each, for: 'carer' as const })) }],
    { kind: 'needs-person', choices: [] },
  ],
  ['no law there', [portsWith(recorded), state, { ...to, duties: undefined }], { kind: 'needs-person', choices: [] }],
])('%s', async (_, asked, verdict) => expect(await verdictOf(...asked)).toMatchObject(verdict));

test('a closed case stays where it ended', async () => {
  const [opened] = events;
  const by = { id: 's', name: 's', role: 'assessor' as const };
  const closed = opened && replay([opened, { type: 'CaseClosed', end: 'withdrawn', reasons: 'x', at: opened.at, by }]);
  if (!closed) throw new Error('no case');
  expect(await verdictOf(portsWith(recorded), closed, to)).toMatchObject({ kind: 'better-left' });
});

test('a version that is gone is a fault, not a guess', async () => {
  await expect(verdictOf(portsWith(recorded, []), state, to)).rejects.toThrow(/gone/);
});

test('a case that is on two lists while they are read is there once, the oldest case first', async () => {
  const line = (caseId: string, openedAt: string) => ({ caseId, openedAt }) as Summary;
  const lists = {
    watchList: {
      since: async (kind: string) =>
        kind === 'waiting' ? [line('C-2', '2026-02'), line('C-1', '2026-01')] : [line('C-2', '2026-02')],
    },
    reviews: { dueBy: async () => [line('C-3', '2025-12')] },
  };
  expect((await openCases(lists)).map(({ caseId }) => caseId)).toEqual(['C-3', 'C-1', 'C-2']);
});

test('what is counted is what the results say, each case once', () => {
  const result = (outcome: MoveResult['outcome'], back?: boolean): MoveResult => ({
    caseId: 'C-1',
    at: '2026-11-02',
    outcome,
    ...(back !== undefined && { undone: { at: '2026-11-03', back } }),
  });
  const all = [
    result('moved', true),
    result('same', false),
    result('needs-person'),
    result('chosen'),
    result('left'),
    result('failed'),
    result('already'),
  ];
  expect(countsOf(all, 9)).toEqual({
    total: 9,
    moved: 1,
    same: 1,
    already: 1,
    needsPerson: 2,
    left: 1,
    failed: 1,
    back: 1,
    kept: 1,
  });
});
