/** The difference in plain words: rows worked out by hand on the national template, laws on random edits, and files nobody can read. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../../bin/workflows-folder.ts';
import { type Difference, differenceOf } from '../../../lib/app/configuring/difference.ts';
import type { Documents } from '../../../lib/app/configuring/documents.ts';
import type { EditKind } from '../../../lib/app/configuring/kind-of-place.ts';

const { documents: base } = loadFolder('workflows');
type Json = Record<string, never>;

const ADULT = 'pathways/adult-care.json';
const MODEL = 'allocation/demo-2026-1.json';
const COUNCIL = 'councils/larkshire.json';
const SEEN = 'forms/quality-check.json';
const FIGURES = { casesAYear: { 'adult-care': 1240, 'carer-support': 1 } };

/** The documents with one of them changed in place. */
const edited = (path: string, change: (json: never) => void, from: Documents = base): Documents => {
  const json = structuredClone(from[path]) as Json;
  change(json as never);
  return { ...from, [path]: json };
};
const without = (path: string, from: Documents = base): Documents => {
  const { [path]: _gone, ...rest } = from;
  return rest;
};
const difference = (after: Documents, figures?: typeof FIGURES): Difference => differenceOf(base, after, 'larkshire', figures);

type Stages = { title: string; stages: { id: string; title: string; promise?: object; outcomes: Record<string, object> }[] };
const stripped = edited(ADULT, (json: Stages) => {
  json.stages = json.stages.filter(({ id }) => id !== 'quality-check');
  const planning = json.stages.find(({ id }) => id === 'planning');
  if (planning) planning.outcomes = { ready: { stage: 'plan-approval' } };
});

type Asks = { title: unknown; sections: { pages: { items: object[] }[] }[]; outcomes: Record<string, { text: string }> };
type Bank = {
  questions: { id: string; ask: unknown; required?: boolean; freshFor: string; options?: { id: string; text: unknown }[] }[];
};
type Model = {
  title: string;
  contingencyPercent: number;
  questions: { id: string; options: { id: string; points: number }[] }[];
};
type Council = {
  name: string;
  urgentLookAgainDays: number;
  pathway: string;
  approval: { tiers: { to: number | null }[]; atOnce: { upTo: number } };
  demo: { people: object[] };
};
type Letter = { title: unknown; paragraphs: object[] };

const oneQuestion = (form: string, section: number, page: number) =>
  edited(form, (json: Asks) => void json.sections[section]?.pages[page]?.items.pop());

describe('in a sentence', () => {
  const ROWS: readonly (readonly [sentence: string, kind: EditKind, after: Documents, figures?: typeof FIGURES])[] = [
    ['Nothing changes.', 'none', base],
    // Two boxes of 90 seconds, three minutes; of two approvals one is left, and the hands stay the same.
    [
      '−2 questions, −1 approval, about 3 minutes less for each of 1,240 people a year; the stage “Quality check of the plan” goes.',
      'structural',
      stripped,
      FIGURES,
    ],
    [
      '−2 questions, −1 approval, about 3 minutes less for each person; the stage “Quality check of the plan” goes.',
      'structural',
      stripped,
    ],
    // One box of 90 seconds fewer: three minutes become two.
    ['−1 question, about 1 minute less for each person.', 'structural', oneQuestion(SEEN, 0, 0)],
    [
      '−1 question, about 1 minute less for each person; two letters change.',
      'structural',
      edited(
        'letters/closing.json',
        (json: Letter) => void json.paragraphs.pop(),
        edited('letters/plan-agreed.json', (json: Letter) => void json.paragraphs.pop(), oneQuestion(SEEN, 0, 0)),
      ),
    ],
    // The three questions at the review are on both pathways: a box of 90 seconds less on each, and minutes are rounded up.
    [
      'On “Self-directed support for adults” −1 question, about 1 minute less for each of 1,240 people a year; on “Support for carers” −1 question, about 2 minutes less for one person a year.',
      'structural',
      edited('forms/three-questions.json', (json: Asks) => void json.sections[0]?.pages.pop()),
      FIGURES,
    ],
    [
      'The way through “Self-directed support for adults” changes.',
      'structural',
      edited(ADULT, (json: Stages) => {
        const approval = json.stages.find(({ id }) => id === 'plan-approval');
        if (approval) approval.outcomes.returned = { stage: 'assessment' };
      }),
    ],
    [
      'Some words change.',
      'cosmetic',
      edited(ADULT, (json: Stages) => {
        json.title = 'Support for adults';
      }),
    ],
    [
      'Some words change.',
      'cosmetic',
      edited(SEEN, (json: Asks) => {
        json.title = 'Fresh eyes';
      }),
    ],
    [
      'One limit changes.',
      'meaning',
      edited(ADULT, (json: Stages) => {
        for (const stage of json.stages) if (stage.id === 'assessment') stage.promise = { workingDays: 15 };
      }),
    ],
    [
      'One question is reworded.',
      'cosmetic',
      edited('questions/review.json', (json: Bank) => {
        for (const question of json.questions.slice(0, 1)) question.ask = 'What goes well?';
      }),
    ],
    [
      'One question changes in more than its words.',
      'meaning',
      edited('questions/review.json', (json: Bank) => {
        for (const question of json.questions.slice(0, 1)) question.freshFor = 'P1Y';
      }),
    ],
    [
      'Two figures change.',
      'meaning',
      edited(MODEL, (json: Model) => {
        json.contingencyPercent = 12;
        const option = json.questions[0]?.options[1];
        if (option) option.points += 1;
      }),
    ],
    [
      'Two limits change.',
      'meaning',
      edited(COUNCIL, (json: Council) => {
        json.urgentLookAgainDays = 7;
        json.approval.atOnce.upTo = 10000;
      }),
    ],
    ['Some words change.', 'cosmetic', edited(COUNCIL, (json: Council) => void json.demo.people.pop())],
    [
      'One other document changes.',
      'structural',
      edited(COUNCIL, (json: Council) => {
        json.pathway = 'carer-support';
      }),
    ],
    ['One letter goes.', 'meaning', without('letters/review-done.json')],
    ['22 letters go.', 'meaning', Object.fromEntries(Object.entries(base).filter(([path]) => !path.startsWith('letters/')))],
    [
      'One letter changes.',
      'cosmetic',
      edited('letters/review-done.json', (json: Letter) => {
        json.title = 'Done';
      }),
    ],
    ['One scenario changes.', 'cosmetic', without('scenarios/not-eligible.json')],
    [
      'One other document changes.',
      'meaning',
      edited('duties/england.json', (json: { duties: object[] }) => void json.duties.pop()),
    ],
  ];
  const rows = ROWS.map(([sentence, kind, after, figures]) => [sentence, kind, after, figures] as const);
  test.each(rows)('%s', (sentence, kind, after, figures) => {
    const found = difference(after, figures);
    expect([found.sentence, found.kind]).toEqual([sentence, kind]);
  });

  test('a pathway that is new, or goes', () => {
    const id = 'pathways/carer-support.json';
    const going = difference(without(id));
    expect(going.sentence).toMatch(
      /^The pathway “Support for carers” goes: −44 questions, −1 approval, −3 hand-offs, about 24 minutes less for each person/,
    );
    const coming = differenceOf(without(id), base, 'larkshire');
    expect(coming.sentence).toMatch(
      /^The pathway “Support for carers” is new: \+44 questions, \+1 approval, \+3 hand-offs, about 24 minutes more/,
    );
  });
});

describe('item by item', () => {
  test('what a stripped stage takes with it', () => {
    const found = difference(stripped, FIGURES);
    expect(found.pathways).toEqual([
      {
        id: 'adult-care',
        title: 'Self-directed support for adults',
        how: 'changed',
        kind: 'structural',
        questions: -2,
        approvals: -1,
        handOffs: 0,
        minutesLess: 3,
        casesAYear: 1240,
      },
    ]);
    expect(found.stagesRemoved).toEqual([{ pathway: 'adult-care', id: 'quality-check', title: 'Quality check of the plan' }]);
    expect(found.questionsRemoved.map(({ id }) => id)).toEqual(['what-works-well', 'what-could-be-better']);
    expect([found.stagesAdded, found.questionsAdded, found.letters, found.others]).toEqual([[], [], [], []]);
  });

  test('a figure with its place, before and after', () => {
    const after = edited(MODEL, (json: Model) => {
      json.contingencyPercent = 12;
    });
    expect(difference(after).figures).toEqual([{ which: 'DEMO-2026-1: contingencyPercent', from: 10, to: 12 }]);
  });

  test('a limit with its place, by the name of the tier', () => {
    const after = edited(COUNCIL, (json: Council) => {
      for (const tier of json.approval.tiers.slice(0, 1)) tier.to = 20000;
    });
    expect(difference(after).limits).toEqual([
      { which: 'larkshire: approval › tiers › team-manager › to', from: 30000, to: 20000 },
    ]);
  });

  test('a question that moves to another file, a file of another name and fields in another order are no difference', () => {
    type File = { questions: object[] };
    const [review, plan] = ['questions/review.json', 'questions/plan-stages.json'];
    const moved = structuredClone((base[review] as File).questions.at(-1)) as object;
    const there = edited(
      plan,
      (json: File) => void json.questions.push(moved),
      edited(review, (json: File) => void json.questions.pop()),
    );
    // Only where it stands among the others.
    expect(difference(there).kind).toMatch(/none|cosmetic/);
    expect(difference(there)).toMatchObject({ questionsAdded: [], questionsRemoved: [], questionsReworded: [], pathways: [] });
    const renamed = {
      ...without(SEEN),
      'forms/second-look.json': Object.fromEntries(Object.entries(base[SEEN] as object).reverse()),
    };
    expect(difference(renamed).sentence).toBe('Nothing changes.');
  });

  test('another council’s file is none of ours', () => {
    const other = { ...base, 'councils/elsewhere.json': { ...(base[COUNCIL] as object), id: 'elsewhere', name: 'Elsewhere' } };
    expect(difference(other).sentence).toBe('Nothing changes.');
  });
});

describe('what cannot be read', () => {
  const broken = edited(SEEN, (json: { page?: string }) => void delete json.page, stripped);

  test('is named, and the rest is told without any number', () => {
    const found = difference(broken);
    expect(found).toMatchObject({ kind: 'structural', pathways: [], unreadable: [SEEN] });
    expect([found.questionsAdded, found.questionsRemoved]).toEqual([[], []]);
    expect(found.documents.map(({ path, how }) => [path, how])).toEqual([
      [ADULT, 'changed'],
      [SEEN, 'changed'],
    ]);
    expect(found.sentence).toMatch(
      /^The stage “Quality check of the plan” goes; .*two documents change in all; what people are asked cannot be counted until the faults are mended\.$/,
    );
  });

  test('nothing at all, on either side', () => {
    expect(differenceOf({}, {}, 'larkshire').sentence).toBe('Nothing changes.');
    expect(differenceOf({}, base, 'larkshire').documents.every(({ how }) => how === 'added')).toBe(true);
    expect(differenceOf(base, {}, 'larkshire').documents.every(({ how }) => how === 'removed')).toBe(true);
  });

  test('is never thrown, whatever stands in a file', () => {
    let deep: unknown = 'x';
    for (let each = 0; each < 20_000; each++) deep = { not: deep };
    const files = Object.keys(base);
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.constant(deep),
      fc.constant(JSON.parse('{"id":"adult-care","__proto__":{"id":"x"},"stages":[null,{"id":"a"},{"id":"a"}]}')),
      fc.record({
        id: fc.constantFrom('adult-care', 'constructor'),
        stages: fc.array(fc.jsonValue()),
        questions: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...files), hostile, (path, json) => {
        for (const [one, other] of [
          [base, { ...base, [path]: json }],
          [{ ...base, [path]: json }, base],
        ] as const)
          expect(differenceOf(one, other, 'larkshire').sentence).toMatch(/^[\p{Lu}\p{N}−+].*\.$/su);
      }),
      { numRuns: 15 },
    );
  });
});

describe('laws', () => {
  const EDITS: readonly ((from: Documents) => Documents)[] = [
    (from) => edited(SEEN, (json: Asks) => void json.sections[0]?.pages[0]?.items.pop(), from),
    (from) => edited('forms/three-questions.json', (json: Asks) => void json.sections[0]?.pages.pop(), from),
    (from) =>
      edited(
        MODEL,
        (json: Model) => {
          json.contingencyPercent += 1;
        },
        from,
      ),
    (from) =>
      edited(
        COUNCIL,
        (json: Council) => {
          json.urgentLookAgainDays -= 1;
        },
        from,
      ),
    (from) => edited('letters/plan-agreed.json', (json: Letter) => void json.paragraphs.pop(), from),
    (from) =>
      edited(
        ADULT,
        (json: Stages) => {
          json.title = `${json.title}!`;
        },
        from,
      ),
    (from) => ({ ...from, [ADULT]: stripped[ADULT] }),
    (from) => without('pathways/carer-support.json', from),
  ];
  const bundles = fc
    .subarray(EDITS.map((_, index) => index))
    .map((chosen) => chosen.reduce<Documents>((from, index) => EDITS[index]?.(from) ?? from, base));

  test('of anything with itself there is none', () => {
    fc.assert(
      fc.property(bundles, (one) => {
        const found = differenceOf(one, structuredClone(one), 'larkshire', FIGURES);
        expect([found.kind, found.sentence, found.documents]).toEqual(['none', 'Nothing changes.', []]);
      }),
      { numRuns: 6 },
    );
  });

  test('there and back have the same kind, turned signs, and what comes in place of what goes', () => {
    fc.assert(
      fc.property(bundles, bundles, (one, other) => {
        const [there, back] = [differenceOf(one, other, 'larkshire'), differenceOf(other, one, 'larkshire')];
        expect(back.kind).toBe(there.kind);
        const numbers = ({ pathways }: Difference, sign: 1 | -1) =>
          // Adding nothing turns a −0 into a 0.
          pathways.map(({ id, questions, approvals, handOffs, minutesLess }) => [
            id,
            ...[questions, approvals, handOffs, minutesLess].map((each) => each * sign + 0),
          ]);
        expect(numbers(back, 1)).toEqual(numbers(there, -1));
        expect(back.stagesAdded).toEqual(there.stagesRemoved);
        expect(back.stagesRemoved).toEqual(there.stagesAdded);
        const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
        expect(ids(back.questionsAdded)).toEqual(ids(there.questionsRemoved));
        expect(back.letters).toEqual(there.letters);
        const turned = there.figures.map(({ which, from, to }) => ({ which, from: to, to: from }));
        expect(back.figures).toEqual(turned);
      }),
      { numRuns: 8 },
    );
  });
});
