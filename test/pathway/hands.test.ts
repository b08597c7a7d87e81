/** Through whose hands a case goes: hand-offs and approvals counted by hand on small pathways and on the national template. */
import { describe, expect, test } from 'vitest';
import { handsOf } from '../../lib/pathway/hands.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { pathway as madeUp } from './made-up-forms.ts';

type Row = readonly [id: string, who: 'person' | 'assessor' | 'approver' | 'nobody', leads: readonly string[]];

/** Stages that lead on to those named; `in` is support in place, `out` the end of it. The review leads to nothing but itself. */
const made = (rows: readonly Row[]): Pathway =>
  Pathway.parse({
    id: 'made',
    title: 'Made',
    jurisdiction: 'ENG',
    start: rows[0]?.[0],
    review: 'review',
    stages: [
      ...rows.map(([id, who, leads]) => {
        const to = (name: string) =>
          name === 'in' ? { end: 'support-in-place' } : name === 'out' ? { end: 'support-ended' } : { stage: name };
        const named = { id, title: id, forThePerson: id };
        const [first = 'in', second = first] = leads;
        if (who === 'nobody')
          return {
            kind: 'resource-allocation',
            ...named,
            outcomes: { allocated: to(first), 'needs-individual-costing': to(second) },
          };
        const outcomes = Object.fromEntries(leads.map((lead) => [`to-${lead}`, to(lead)]));
        return { kind: 'form', ...named, who, form: 'any', promise: { workingDays: 5 }, outcomes };
      }),
      {
        id: 'review',
        kind: 'review',
        title: 'Review',
        forThePerson: 'Review',
        who: 'assessor',
        promise: { workingDays: 5 },
        outcomes: { 'no-change': { end: 'support-in-place' } },
      },
    ],
  });

const same = (count: number) => ({ shortest: count, everything: count });

const ROWS: readonly (readonly [sentence: string, pathway: Pathway, handOffs: object, approvals: object])[] = [
  ['one stage is nobody else’s', made([['tell', 'person', ['in']]]), same(0), same(0)],
  [
    'from the person to the assessor is once',
    made([
      ['tell', 'person', ['plan']],
      ['plan', 'assessor', ['in']],
    ]),
    same(1),
    same(0),
  ],
  [
    'two stages of one actor are one pair of hands',
    made([
      ['tell', 'person', ['look']],
      ['look', 'assessor', ['plan']],
      ['plan', 'assessor', ['in']],
    ]),
    same(1),
    same(0),
  ],
  [
    'what is worked out at once is in nobody’s hands',
    made([
      ['look', 'assessor', ['figure']],
      ['figure', 'nobody', ['plan']],
      ['plan', 'assessor', ['in']],
    ]),
    same(0),
    same(0),
  ],
  [
    'there and back, with a check and a sign-off',
    made([
      ['plan', 'assessor', ['check']],
      ['check', 'approver', ['sign', 'plan']],
      ['sign', 'approver', ['arrange', 'plan']],
      ['arrange', 'assessor', ['in']],
    ]),
    same(2),
    same(2),
  ],
  [
    'a check that can be left out is on the way with everything only',
    made([
      ['plan', 'assessor', ['arrange', 'check']],
      ['check', 'approver', ['arrange']],
      ['arrange', 'assessor', ['in']],
    ]),
    { shortest: 0, everything: 2 },
    { shortest: 0, everything: 1 },
  ],
  [
    'of two ways of one length the one in fewer hands',
    made([
      ['plan', 'assessor', ['check', 'look']],
      ['check', 'approver', ['arrange']],
      ['look', 'assessor', ['arrange']],
      ['arrange', 'assessor', ['in']],
    ]),
    { shortest: 0, everything: 2 },
    { shortest: 0, everything: 1 },
  ],
  [
    'a stage that only leads out of support is on no way to it',
    made([
      ['tell', 'person', ['plan', 'close']],
      ['plan', 'assessor', ['in']],
      ['close', 'approver', ['out']],
    ]),
    same(1),
    same(0),
  ],
  ['where nothing leads to support there is nothing to count', made([['close', 'approver', ['out']]]), same(0), same(0)],
];

test.each(ROWS)('%s', (_sentence, pathway, handOffs, approvals) => {
  expect(handsOf(pathway)).toEqual({ handOffs, approvals });
});

describe('pathways of other tests', () => {
  test('person, assessor, approver: two hand-offs and one approval', () => {
    expect(handsOf(madeUp())).toEqual({ handOffs: same(2), approvals: same(1) });
  });

  test('a thousand stages are no trouble', () => {
    const rows = Array.from({ length: 999 }, (_, place): Row => {
      const last = place === 998;
      return [`s-${place}`, place % 2 ? 'person' : 'assessor', last ? ['in'] : [`s-${place + 1}`]];
    });
    expect(handsOf(made(rows)).handOffs).toEqual(same(998));
  });
});
