/** Whether the files of a bundle fit each other: each fault once, with its place, in words that say what to do. */
import { describe, expect, test } from 'vitest';
import { Bundle, bundleFaults, configurationOf } from '../../lib/app/configuration.ts';
import { model, route, small } from '../support/small-council.ts';

const bundle: Bundle = Bundle.parse({
  version: small.version,
  council: small.council,
  pathways: [{ ...route, jurisdiction: 'ENG', title: 'Small' }],
  forms: small.forms,
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
];

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
