/** Whether the files of a bundle fit each other: each fault once, with its place, in words that say what to do. */
import { describe, expect, test } from 'vitest';
import { Bundle, bundleFaults, configurationOf } from '../../lib/app/configuration.ts';
import { model, route, small } from '../support/small-council.ts';

const bundle: Bundle = Bundle.parse({
  version: small.version,
  council: small.council,
  pathways: [{ ...route, jurisdiction: 'ENG', title: 'Small' }],
  forms: small.forms,
  questions: small.questions,
  allocation: [model],
});
const { allocation: _named, ...unnamed } = bundle.council;
const withStage = (id: string, change: object): Bundle =>
  Bundle.parse({
    ...bundle,
    pathways: bundle.pathways.map((pathway) => ({
      ...pathway,
      stages: pathway.stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)),
    })),
  });

const withQuestion = (id: string): Bundle => ({
  ...bundle,
  allocation: [{ ...model, questions: model.questions.map((question, place) => (place === 0 ? { ...question, id } : question)) }],
});

test('files that fit have no faults', () => expect(bundleFaults(bundle)).toEqual([]));

const ROWS: [string, Bundle, string, string][] = [
  [
    'the council names a pathway there is not',
    { ...bundle, council: { ...bundle.council, pathway: 'gone' } },
    'unknown-pathway',
    'councils/smallshire/pathway',
  ],
  [
    'a stage names a form there is not',
    { ...bundle, forms: bundle.forms.filter(({ id }) => id !== 'check') },
    'unknown-form',
    'pathways/small/stages/check',
  ],
  [
    'a stage ends in a way its form has no words for',
    withStage('check', {
      outcomes: { fine: { stage: 'approval' }, changes: { stage: 'planning' }, shrug: { stage: 'planning' } },
    }),
    'unworded-outcome',
    'pathways/small/stages/check/outcomes/shrug',
  ],
  [
    'a plan that ends in two ways',
    withStage('planning', { outcomes: { ready: { stage: 'check' }, other: { stage: 'check' } } }),
    'one-outcome-only',
    'pathways/small/stages/planning',
  ],
  ['the council names a model there is not', { ...bundle, allocation: [] }, 'unknown-model', 'councils/smallshire/allocation'],
  [
    'a stage needs a model and the council names none',
    { ...bundle, council: unnamed },
    'unknown-model',
    'pathways/small/stages/figure',
  ],
  [
    'a plan written by the person, which only an assessor can save',
    withStage('planning', { who: 'person' }),
    'who-cannot-do-this',
    'pathways/small/stages/planning/who',
  ],
  [
    'a plan written by the approver',
    withStage('planning', { who: 'approver' }),
    'who-cannot-do-this',
    'pathways/small/stages/planning/who',
  ],
  [
    'a story told by the approver',
    withStage('story', { who: 'approver' }),
    'who-cannot-do-this',
    'pathways/small/stages/story/who',
  ],
  [
    'a form that ends a case without asking why',
    withStage('check', { outcomes: { fine: { end: 'support-ended' }, changes: { stage: 'planning' } } }),
    'reasons-not-asked',
    'pathways/small/stages/check/outcomes/fine',
  ],
  [
    'a plan that ends a case',
    withStage('planning', { outcomes: { ready: { end: 'advice-given' } } }),
    'reasons-not-asked',
    'pathways/small/stages/planning/outcomes/ready',
  ],
  [
    'a question called as the page where answers are checked',
    withQuestion('check'),
    'reserved-question-id',
    'allocation/SMALL/questions/check',
  ],
  [
    'a question called as the page after sending',
    withQuestion('sent'),
    'reserved-question-id',
    'allocation/SMALL/questions/sent',
  ],
];

test.each<[string, Bundle]>([
  ['a story told with an assessor', withStage('story', { who: 'assessor' })],
  ['a council’s own form filled in by the person', withStage('check', { who: 'person' })],
  ['by an assessor', withStage('check', { who: 'assessor' })],
  [
    'a form that ends a case and asks why',
    withStage('check', { outcomes: { fine: { stage: 'approval' }, changes: { end: 'advice-given' } } }),
  ],
  [
    'a form that puts support in place, for which nobody needs a reason',
    withStage('check', { outcomes: { fine: { end: 'support-in-place' } } }),
  ],
])('%s is let pass', (_, sound) => expect(bundleFaults(sound)).toEqual([]));

test.each(ROWS)('%s', (_, faulty, code, where) => {
  const faults = bundleFaults(faulty);
  expect(faults.map((fault) => [fault.code, fault.where])).toEqual([[code, where]]);
  for (const { message } of faults) expect(message).toMatch(/^[A-Z].*\.$/);
});

describe('the part a case needs', () => {
  test('is of its own pathway, else the council’s', () => {
    const other = { ...route, id: 'other', jurisdiction: 'ENG' as const, title: 'Other' };
    const two = { ...bundle, pathways: [...bundle.pathways, other] };
    expect(configurationOf(two).route.id).toBe('small');
    expect(configurationOf(two, 'other').route.id).toBe('other');
    expect(configurationOf(two).model?.id).toBe('SMALL');
  });

  test('a pathway the bundle does not have is a fault, not a guess', () => {
    expect(() => configurationOf(bundle, 'gone')).toThrow(/no pathway gone/);
  });
});
