/** What keeps forms from being published: sound ones have no fault, and one change to them is one fault, with its place. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARER_OUTCOME_CODES } from '../../lib/domain/carer-outcome.ts';
import type { Condition } from '../../lib/domain/condition.ts';
import { type Question, STATUTORY_IDS } from '../../lib/domain/question.ts';
import { checkForms, type FormsToCheck } from '../../lib/pathway/check-forms.ts';
import { unusedOptionNotes } from '../../lib/pathway/check-questions.ts';
import { ENGLAND } from './adult-care.ts';
import { choose, findings, form, type Line, type Page, pathway, question, sound } from './made-up-forms.ts';

const faultsOf = (set: FormsToCheck): [string, string][] => checkForms(set).map(({ code, where }) => [code, where]);

/** The sound set with one form laid out anew, or one more. */
const laid = (id: string, lines: readonly (Line | Page)[], more: Record<string, unknown> = {}): FormsToCheck => {
  const before = sound.forms.find((each) => each.id === id);
  const kept = before && 'sections' in before ? { ...before, sections: undefined } : {};
  const { sections: _sections, ...rest } = kept as Record<string, unknown>;
  const made = form(id, lines, { ...rest, ...more });
  return { ...sound, forms: before ? sound.forms.map((each) => (each.id === id ? made : each)) : [...sound.forms, made] };
};
const banked = (set: FormsToCheck, ...more: readonly Question[]): FormsToCheck => ({
  ...set,
  questions: [...set.questions.filter(({ id }) => !more.some((each) => each.id === id)), ...more],
});
/** The review's own form asks `how-is-it`; here it asks something else on a condition. */
const asksIf = (showIf: Condition, q = 'how-is-it'): FormsToCheck => laid('after', [{ q, showIf }]);
const ABOUT_AGAIN = ['about.who', 'about.name', 'about.age', 'about.difficulty', 'about.speak-up', 'about.helpers'] as const;
const about = (...more: readonly (Line | Page)[]): FormsToCheck => laid('about', [...ABOUT_AGAIN, ...more]);
const AFTER = 'forms/after/after-part/how-is-it/how-is-it';

/** The duties that name a question by the national standard or by a carer's outcome, whatever its own id. */
const NAMED_BY_LAW = {
  ...ENGLAND,
  duties: ENGLAND.duties.filter((duty) => 'asks' in duty && duty.asks.every((mark) => !('q' in mark))),
};

test('sound forms have no fault', () => expect(checkForms(sound)).toEqual([]));

const ROWS: readonly (readonly [what: string, set: FormsToCheck, ...faults: (readonly [code: string, where: string])[]])[] = [
  ['a question there is not', about('gone'), ['unknown-question', 'forms/about/about-part/gone/gone']],
  ['a question that is retired', about('old'), ['retired-question', 'forms/about/about-part/old/old']],
  [
    'a question twice in one form',
    about({ id: 'again', items: ['about.age'] }),
    ['asked-twice-in-form', 'forms/about/about-part/again/about.age'],
  ],
  [
    'a question in two forms',
    laid('after', ['how-is-it', 'about.age']),
    ['asked-in-two-forms', 'forms/after/after-part/about-age/about.age'],
  ],
  [
    'something to confirm that is asked only later',
    about({ q: 'how-is-it', confirmOnly: true }),
    ['nothing-to-confirm', 'forms/about/about-part/how-is-it/how-is-it'],
  ],
  ['a condition on a question there is not', asksIf({ q: 'gone', answered: true }), ['unknown-question', AFTER]],
  ['a condition on a retired question', asksIf({ q: 'old', is: true }), ['retired-question', AFTER]],
  [
    'a condition on a question nothing asks before',
    laid('story', ['washing', { q: 'going-out', showIf: { q: 'money', is: 'mine' } }]),
    ['condition-on-unasked', 'forms/story/story-part/going-out/going-out'],
  ],
  ['a condition on a field of a group', asksIf({ q: 'helper.name', answered: true }), ['condition-on-unasked', AFTER]],
  ['a condition on the question itself', asksIf({ q: 'how-is-it', answered: true }), ['condition-looks-ahead', AFTER]],
  [
    'a condition on a later question of the form',
    laid('about', [{ q: 'about.who', showIf: { q: 'about.age', gte: 18 } }, ...ABOUT_AGAIN.slice(1)]),
    ['condition-looks-ahead', 'forms/about/about-part/about-who/about.who'],
  ],
  [
    'a page that depends on what is asked on it',
    banked(about({ id: 'loop', showIf: { q: 'extra', is: true }, items: ['extra'] }), question('extra')),
    ['condition-looks-ahead', 'forms/about/about-part/loop'],
  ],
  ['a condition on a finding', asksIf({ q: findings[0]?.id ?? '', answered: true }), ['condition-on-finding', AFTER]],
  ['a condition on an option there is not', asksIf({ q: 'about.who', is: 'nobody' }), ['unknown-option', AFTER]],
  ['one of several options there is not', asksIf({ not: { q: 'about.who', in: ['me', 'nobody'] } }), ['unknown-option', AFTER]],
  [
    'a condition on a statement the model does not have',
    asksIf({
      any: [
        { q: 'washing', is: 'p7' },
        { q: 'about.age', gte: 1 },
      ],
    }),
    ['unknown-option', AFTER],
  ],
  ['yes of a question with options', asksIf({ q: 'about.who', is: true }), ['condition-type', AFTER]],
  ['an option of yes or no', asksIf({ q: 'about.speak-up', is: 'yes' }), ['condition-type', AFTER]],
  ['more than a name', asksIf({ q: 'about.name', gte: 3 }), ['condition-type', AFTER]],
  ['a name that is something', asksIf({ q: 'about.name', in: ['Sam'] }), ['condition-type', AFTER]],
  [
    'two conditions that are never true together',
    asksIf({
      all: [
        { q: 'about.who', is: 'me' },
        { q: 'about.who', is: 'for-them' },
      ],
    }),
    ['never-shown', 'forms/after/after-part/how-is-it'],
  ],
  ['a number that cannot be so large', asksIf({ q: 'about.age', gte: 121 }), ['never-shown', 'forms/after/after-part/how-is-it']],
  [
    'a question no answers lead to, on a page they do',
    banked(
      laid('after', [
        {
          id: 'both',
          items: [
            'how-is-it',
            {
              q: 'more',
              showIf: {
                all: [
                  { q: 'about.age', lte: 3 },
                  { q: 'about.age', gte: 4 },
                ],
              },
            },
          ],
        },
      ]),
      question('more'),
    ),
    ['never-shown', 'forms/after/after-part/both/more'],
  ],
  [
    'a question that needs an answer nobody could give by then',
    asksIf({
      all: [
        { q: 'about.who', is: 'for-them' },
        { q: 'about.name', answered: true },
      ],
    }),
    ['never-shown', 'forms/after/after-part/how-is-it'],
  ],
  [
    'a page with nothing but words',
    laid('after', ['how-is-it', { id: 'words', items: [{ show: 'guidance', text: 'Hello.' }] }]),
    ['never-shown', 'forms/after/after-part/words'],
  ],
  [
    'a section called as another',
    laid('after', ['how-is-it'], {
      sections: [{ id: 'about-part', title: 'A', pages: [{ id: 'one', items: [{ q: 'how-is-it' }] }] }],
    }),
    ['duplicate-section', 'forms/after/about-part'],
  ],
  [
    'two pages of one name',
    laid('after', [
      { id: 'one', items: ['how-is-it'] },
      { id: 'one', items: ['more'] },
    ]),
    ['duplicate-page', 'forms/after/one'],
    ['unknown-question', 'forms/after/after-part/one/more'],
  ],
  ['a part called as a page of the story', laid('check', ['how-is-it']), ['reserved-form-id', 'forms/check']],
  [
    'a finding in a story',
    laid('after', [findings[0]?.id ?? '']),
    ['asked-in-two-forms', `forms/after/after-part/${findings[0]?.id.replaceAll('.', '-')}/${findings[0]?.id}`],
    ['finding-elsewhere', `forms/after/after-part/${findings[0]?.id.replaceAll('.', '-')}/${findings[0]?.id}`],
  ],
  [
    'the difficulties after the first area of life',
    {
      ...sound,
      forms: laid('about', ['about.who', 'about.name', 'about.age', 'about.helpers']).forms.map((each) =>
        each.id === 'after' ? form('after', ['about.difficulty', 'about.speak-up']) : each,
      ),
    },
    ['speaking-up-late', 'forms/after/after-part/about-difficulty/about.difficulty'],
    ['speaking-up-late', 'forms/after/after-part/about-speak-up/about.speak-up'],
  ],
];

test.each(ROWS.map(([what, set, ...faults]) => ({ what, set, faults })))('$what', ({ set, faults }) => {
  expect(faultsOf(set)).toEqual(faults);
  for (const { message } of checkForms(set)) expect(message).toMatch(/^[A-Z“].*[.]$/);
});

describe('what is let pass', () => {
  const alone = (set: FormsToCheck): FormsToCheck => ({
    ...set,
    forms: set.forms.map((each) =>
      each.id === 'found'
        ? form(
            'found',
            findings.map(({ id }) => id),
            { for: 'staff' },
          )
        : each,
    ),
  });
  test.each<[string, FormsToCheck]>([
    ['an answer that is looked at again', laid('after', ['how-is-it', { q: 'about.age', confirmOnly: true }])],
    ['a condition on another form', asksIf({ q: 'about.who', is: 'for-them' })],
    ['a condition on a form that is open at any time', asksIf({ q: 'comm.loud', is: true })],
    [
      'a condition on what stands above it on the page',
      banked(
        laid('after', [{ id: 'both', items: ['how-is-it', { q: 'more', showIf: { q: 'how-is-it', answered: true } }] }]),
        question('more'),
      ),
    ],
    ['a condition on a statement', asksIf({ q: 'washing', is: 'p6' })],
    ['a condition on a question that may be left out', asksIf({ q: 'about.age', answered: false })],
    [
      'a condition on a question that needs an answer, as it may be “I would rather talk”',
      alone(asksIf({ not: { q: 'washing', answered: true } })),
    ],
    [
      'a choice of several at once',
      asksIf({
        all: [
          { q: 'about.difficulty', is: 'understand' },
          { q: 'about.difficulty', is: 'remember' },
        ],
      }),
    ],
    [
      'a form on one page called check, which has no page in the story',
      banked(laid('check', ['more'], { page: 'questions', for: 'staff', outcomes: {} }), question('more')),
    ],
    [
      'a form no pathway comes to',
      banked(laid('spare', ['more', { q: 'most', showIf: { q: 'more', is: true } }]), question('more'), question('most')),
    ],
  ])('%s', (_what, set) => expect(checkForms(set)).toEqual([]));

  test('none of these, taken together with one of these, never is', () => {
    const options = [
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
      { id: 'none', text: 'None', alone: true },
    ];
    const set = banked(
      asksIf({
        all: [
          { q: 'about.difficulty', is: 'none' },
          { q: 'about.difficulty', is: 'b' },
        ],
      }),
      question('about.difficulty', { type: 'choose-many', options }),
    );
    const shown = { ...set, forms: set.forms.map((each) => (each.id === 'about' ? form('about', ABOUT_AGAIN) : each)) };
    expect(faultsOf(shown)).toEqual([['never-shown', 'forms/after/after-part/how-is-it']]);
  });
});

describe('the questions themselves', () => {
  const bare = (usedBy: readonly object[], ...options: readonly object[]): FormsToCheck =>
    banked(
      sound,
      choose('about.who', [], {
        options: [{ id: 'me', text: 'Me' }, { id: 'with-help', text: 'With' }, ...options],
        why: { reason: 'R', sees: 'S', usedBy },
      }),
    );
  const DUTY = { kind: 'duty', ref: 'Care Act 2014, s.67' };

  test('an option is used when a condition names it, when it is the only other one, or when the answer is read whole', () => {
    for (const set of [
      bare([DUTY]),
      bare([DUTY], { id: 'for-them', text: 'Them' }),
      bare([DUTY, { kind: 'letter', ref: 'every letter' }], { id: 'x', text: 'X' }, { id: 'y', text: 'Y' }),
    ])
      expect([...checkForms(set), ...unusedOptionNotes(set.questions, set.forms)]).toEqual([]);
  });

  test.each(['duty', 'decision', 'safeguarding'])(
    'of two that nothing names, each says why it is there, or it is noted and refuses nothing: a %s turns on some of them',
    (kind) => {
      const two = [
        { id: 'x', text: 'X' },
        { id: 'y', text: 'Y' },
      ];
      const idle = bare([{ kind, ref: 'R' }], ...two);
      expect(checkForms(idle)).toEqual([]);
      expect(unusedOptionNotes(idle.questions, idle.forms).map(({ code, where }) => [code, where])).toEqual([
        ['unused-option', 'questions/about.who/options/x'],
        ['unused-option', 'questions/about.who/options/y'],
      ]);
      const said = bare([{ kind, ref: 'R' }], ...two.map((each) => ({ ...each, unusedBecause: 'The worker reads it.' })));
      expect(unusedOptionNotes(said.questions, said.forms)).toEqual([]);
    },
  );

  const group = (of: readonly string[]) =>
    banked(
      sound,
      question('about.helpers', { type: 'group', of, itemName: 'Helper', most: 3 }),
      question('place', { type: 'address' }),
    );
  test.each<[string, FormsToCheck, string, string]>([
    [
      'two of one name',
      { ...sound, questions: [...sound.questions, question('money')] },
      'duplicate-question',
      'questions/money',
    ],
    [
      'two options of one name',
      banked(sound, choose('money', ['mine', 'ours', 'mine'])),
      'duplicate-option',
      'questions/money/options/mine',
    ],
    ['a group of what is not there', group(['gone']), 'group-field', 'questions/about.helpers/of/gone'],
    ['a group of what does not fit in a row', group(['place']), 'group-field', 'questions/about.helpers/of/place'],
    ['a group of groups', group(['about.helpers']), 'group-field', 'questions/about.helpers/of/about.helpers'],
    ['a field that is asked alone too', group(['about.name']), 'group-field-alone', 'questions/about.helpers/of/about.name'],
    [
      'an area the model does not have',
      banked(sound, question('washing', { type: 'life-area', area: 'dancing' })),
      'unknown-area',
      'questions/washing/area',
    ],
    [
      'an area under another name',
      banked(laid('story', ['washing', 'outside']), question('outside', { type: 'life-area', area: 'going-out' })),
      'area-name',
      'questions/outside/area',
    ],
  ])('%s', (_what, set, code, where) => expect(faultsOf(set)).toContainEqual([code, where]));

  test('an area of life is asked by one question', () => {
    const twice = banked(
      laid('story', ['washing', 'going-out', 'outside']),
      question('outside', { type: 'life-area', area: 'going-out' }),
    );
    expect(faultsOf(twice)).toContainEqual(['area-twice', 'questions/outside/area']);
  });

  test('without a model nobody could choose a statement', () => {
    expect(faultsOf({ ...sound, model: undefined })).toEqual([
      ['unknown-area', 'questions/washing/area'],
      ['unknown-area', 'questions/going-out/area'],
    ]);
  });

  test('where a figure is worked out, the person is heard on every area', () => {
    expect(faultsOf(laid('story', ['washing']))).toEqual([['area-not-asked', 'pathways/made-up']]);
    const without = pathway({ telling: ['about'], assessment: ['found'], review: ['after'] });
    const stages = without.stages.flatMap((stage) => (stage.kind === 'resource-allocation' ? [] : [stage]));
    const rewired = stages.map((stage) =>
      stage.kind === 'assessment' ? { ...stage, outcomes: { ...stage.outcomes, eligible: { stage: 'last' } } } : stage,
    );
    expect(checkForms({ ...laid('story', ['washing']), pathways: [{ ...without, stages: rewired }] })).toEqual([]);
  });
});

describe('the national standard', () => {
  const found = (ids: readonly string[]): FormsToCheck => laid('found', [{ q: 'about.name', confirmOnly: true }, ...ids]);
  const ids = findings.map(({ id }) => id);

  const LAWFUL = STATUTORY_IDS.filter((id) => id.startsWith('CA-') || id === 'STAT-HEALTH-01');
  const without = (id: string) => found(ids.filter((each) => each !== `finding.${id.toLowerCase()}`));

  test.each(LAWFUL)('an assessment that does not ask for %s cannot be published', (id) => {
    const faults = checkForms({ ...without(id), duties: NAMED_BY_LAW });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      code: 'statutory-id',
      where: 'pathways/made-up',
      law: expect.stringMatching(/s\.13|Eligibility Criteria/),
      path: [expect.objectContaining({ stage: 'telling' }), { stage: 'assessment' }],
    });
    expect(faults[0]?.message).toMatch(new RegExp(`cannot be published.*${id} \\([a-z].*“?`));
  });

  test.each(STATUTORY_IDS.filter((id) => !LAWFUL.includes(id)))('%s is in a draft standard and in no law', (id) => {
    expect(checkForms({ ...without(id), duties: NAMED_BY_LAW })).toEqual([]);
  });

  test('nor one that asks for it twice', () => {
    const again = question('again', { statutoryId: 'STAT-HOUSING-01' });
    const [fault, ...more] = checkForms(banked(found([...ids, 'again']), again));
    expect([fault?.code, more]).toEqual(['statutory-id', []]);
    expect(fault?.message).toContain('finding.stat-housing-01, again');
  });

  test('any form up to the end of the assessment counts, the person’s too; one after it comes too late', () => {
    const rest = ids.filter((id) => id !== 'finding.stat-health-01');
    const health = question('health', { statutoryId: 'STAT-HEALTH-01' });
    const asked = (where: 'about' | 'after') => {
      const set = found(rest);
      const lines = where === 'about' ? [...ABOUT_AGAIN, 'health'] : ['how-is-it', 'health'];
      const forms = set.forms.map((each) => (each.id === where ? form(where, lines) : each));
      return { ...banked({ ...set, forms }, health), duties: NAMED_BY_LAW };
    };
    expect(checkForms(asked('about'))).toEqual([]);
    expect(faultsOf(asked('after'))).toEqual([['statutory-id', 'pathways/made-up']]);
  });

  test('a pathway without an assessment needs none', () => {
    const rest = sound.forms.filter(({ id }) => id !== 'found' && id !== 'about');
    const story = form('story', ['washing', 'going-out'], { page: 'story' });
    const [own] = sound.pathways;
    const stages =
      own?.stages.flatMap((stage) =>
        stage.kind === 'assessment' || stage.kind === 'resource-allocation' ? [] : [{ ...stage, includes: undefined }],
      ) ?? [];
    const stages2 = stages.map((stage) => (stage.id === 'telling' ? { ...stage, outcomes: { sent: { stage: 'last' } } } : stage));
    const without = { ...pathway(), stages: stages2 } as (typeof sound.pathways)[number];
    expect(
      checkForms({ ...sound, pathways: [without], forms: rest.map((each) => (each.id === 'story' ? story : each)) }),
    ).toEqual([]);
  });
});

describe('a carer’s own assessment', () => {
  const own = CARER_OUTCOME_CODES.map((ref) =>
    question(ref.toLowerCase(), { why: { reason: 'R', sees: 'S', usedBy: [{ kind: 'duty', ref }] } }),
  );
  const carers = (asked: readonly Question[]): FormsToCheck => ({
    ...sound,
    pathways: sound.pathways.map((each) => ({ ...each, for: 'carer' as const })),
    questions: [...sound.questions, ...own],
    forms: [
      ...sound.forms.filter(({ id }) => id !== 'found' && id !== 'story'),
      form('found', [{ q: 'about.name', confirmOnly: true }], { for: 'staff' }),
      form(
        'story',
        asked.map(({ id }) => id),
        { page: 'story' },
      ),
    ],
  });

  test('asks about all eight outcomes, and for none of the adults’ ids', () =>
    expect(checkForms({ ...carers(own), duties: NAMED_BY_LAW })).toEqual([]));

  test.each(CARER_OUTCOME_CODES)('without %s it cannot be published', (code) => {
    const faults = checkForms({ ...carers(own.filter(({ id }) => id !== code.toLowerCase())), duties: NAMED_BY_LAW });
    expect(faults).toMatchObject([
      { code: 'carer-outcome', where: 'pathways/made-up', law: expect.stringContaining('SI 2015/313 reg 3') },
    ]);
    expect(faults[0]?.message).toContain(code);
  });
});

describe('laws', () => {
  test('more combinations than can be walked are a fault, not a wait', () => {
    // Every one of 20 answers matters to the end, so nothing can be gone through together: 4^20 ways.
    const ids = Array.from({ length: 20 }, (_, each) => `q${each}`);
    const last: Line = { q: 'how-is-it', showIf: { all: ids.map((q) => ({ q, is: 'a' })) } };
    const set = banked(laid('after', [...ids, last]), ...ids.map((id) => choose(id, ['a', 'b'])));
    expect(faultsOf(set).map(([code]) => code)).toEqual(['too-many-ways']);
    const many = Array.from({ length: 30 }, (_, each) => `o${each}`);
    const wide = banked(
      laid('after', ['wide', { q: 'how-is-it', showIf: { all: many.map((is) => ({ q: 'wide', is })) } }]),
      choose('wide', many, { type: 'choose-many' }),
    );
    expect(faultsOf(wide).map(([code]) => code)).toEqual(['too-many-ways']);
  });

  test('a fault is told once, however many pathways come to the form', () => {
    const { pathways } = sound;
    const twice = { ...about('gone'), pathways: [...pathways, ...pathways.map((each) => ({ ...each, id: 'other' }))] };
    expect(faultsOf(twice)).toHaveLength(1);
  });

  test('every form is what it is: checking is not changed by the order of questions in the bank', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sound.questions], { minLength: sound.questions.length }), (questions) => {
        expect(checkForms({ ...sound, questions })).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
