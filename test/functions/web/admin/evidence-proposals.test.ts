/** What is proposed to go can be done: the real edits, on the real template, looked at by the real law. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../../../bin/workflows-folder.ts';
import { lawfulIn } from '../../../../functions/web/admin/evidence-reading.ts';
import { bundleOf, documentsFaults, readDocuments } from '../../../../lib/app/configuring/documents.ts';
import { type Draft, draftDocuments } from '../../../../lib/app/configuring/draft.ts';
import type { ApprovalEvidence, Evidence } from '../../../../lib/app/configuring/evidence.ts';
import { isCannot, Operation } from '../../../../lib/app/configuring/operation.ts';
import { type Proposal, proposals } from '../../../../lib/app/configuring/proposals.ts';
import { usesOf } from '../../../../lib/app/configuring/uses.ts';

const { documents } = loadFolder('workflows');
const template = readDocuments(documents);
if (!template.ok) throw new Error('the national template cannot be read');
const { read } = template;
const found = bundleOf(read, 'v', 'larkshire');
if (!found) throw new Error('there is no Larkshire');
const bundle = found;

/** Evidence of one approval: how many plans were looked at there, none of them changed, and how the stage ended. */
const seen = (pathway: string, stage: string, looked: number, outcomes: Readonly<Record<string, number>>, changed = 0) => {
  const approval: ApprovalEvidence = {
    ...{ pathway, stage, looked, atOnce: 0, sentBack: changed, changed, share: changed / looked },
    ...{ medianDays: 5, morePence: 0, lessPence: 0 },
  };
  const visits = { pathway, stage, cases: looked, visits: looked, medianDays: 5, mostDays: 9, outcomes, otherwise: 0 };
  const evidence: Evidence = { cases: looked, questions: [], stages: [visits], approvals: [approval] };
  return evidence;
};
const proposed = (evidence: Evidence): Proposal[] =>
  proposals({ bundle, uses: usesOf(bundle, read.duties), evidence, lawful: lawfulIn(documents) });
const draftOf = (operations: readonly Operation[]): Pick<Draft, 'changes'> => ({
  changes: operations.map((operation, place) => ({
    ...{ id: `N-${place}`, at: '2026-11-22T09:00:00Z', by: { id: 'S-WREN', name: 'Wren Okonkwo' }, reason: '' },
    // As a draft reads it again from where it is stored.
    operation: Operation.parse(JSON.parse(JSON.stringify(operation))),
  })),
});

describe('an approval that changes nothing', () => {
  test('is proposed, and a draft that does it can be published without the stage', () => {
    const [one, ...others] = proposed(seen('adult-care', 'quality-check', 20, { content: 20 }));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ what: 'stage', where: 'pathways/adult-care/stages/quality-check', daysSaved: 5 });
    const after = draftDocuments(documents, draftOf(one?.operations ?? []));
    if (isCannot(after)) throw new Error(after.cannot);
    expect(documentsFaults(after)).toEqual([]);
    expect(JSON.stringify(after['pathways/adult-care.json'])).not.toContain('quality-check');
  });

  test('leads cases where most of them went', () => {
    const [one] = proposed(seen('adult-care', 'quality-check', 40, { 'changes-suggested': 1, content: 39 }, 1));
    expect(one?.operations).toEqual([{ type: 'remove-stage', pathway: 'adult-care', stage: 'quality-check', onward: 'content' }]);
  });

  test('leads them by a way there still is, whatever they once ended as', () => {
    const [one] = proposed(seen('adult-care', 'quality-check', 40, { late: 30, 'long-gone': 9, constructor: 9, content: 1 }));
    expect(one?.operations).toMatchObject([{ onward: 'content' }]);
    expect(proposed(seen('adult-care', 'quality-check', 40, { 'long-gone': 40 }))).toEqual([]);
  });
});

// By hand: what is left can go without a legal duty being missed (`domain.md` §6.1), and whether it should is for people.
const MAY_GO = ['quality-check', 'arranging-support', 'resource-allocation'];
const ways = bundle.pathways.flatMap(({ id, stages }) =>
  stages
    .filter((stage) => !MAY_GO.includes(stage.id))
    .flatMap((stage) => Object.keys(stage.outcomes).map((outcome) => [id, stage.id, outcome] as const)),
);
test.each(ways)('what the law asks for is never proposed, however little it changed: %s, %s ended as %s', (...way) => {
  const [pathway, stage, outcome] = way;
  expect(proposed(seen(pathway, stage, 1000, { [outcome]: 1000 }))).toEqual([]);
});

test('the sign-off is among what is tried', () => {
  expect(ways.filter(([, stage]) => stage === 'plan-approval')).toHaveLength(4);
});
