/** Whether the files of a bundle fit each other: each fault once, with its place, in words that say what to do. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Bundle, bundleFaults, configurationOf } from '../../lib/app/configuration.ts';
import { SupportRules } from '../../lib/domain/support-rules.ts';
import { findings, form } from '../pathway/made-up-forms.ts';
import { model, route, small } from '../support/small-council.ts';

/** What an assessment must find by the national standard, which the small council leaves out. */
const found = form(
  'found',
  findings.map(({ id }) => id),
  { for: 'staff' },
);
const stages = route.stages.map((stage) => (stage.kind === 'assessment' ? { ...stage, includes: ['found', 'record'] } : stage));

const bundle: Bundle = Bundle.parse({
  version: small.version,
  council: small.council,
  pathways: [{ ...route, stages, jurisdiction: 'ENG', title: 'Small' }],
  forms: [...small.forms, found],
  questions: [...small.questions, ...findings],
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
    'the council names a pathway for carers there is not',
    { ...bundle, council: { ...bundle.council, carerPathway: 'gone' } },
    'unknown-pathway',
    'councils/smallshire/carerPathway',
  ],
  [
    'the council sends carers where adults are assessed',
    { ...bundle, council: { ...bundle.council, carerPathway: 'small' } },
    'pathway-for-another',
    'councils/smallshire/carerPathway',
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
    'forms that cannot be asked as they are',
    { ...bundle, questions: bundle.questions.filter(({ id }) => id !== 'cat-name') },
    'unknown-question',
    'forms/about/you/cat/cat-name',
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

describe('the ways to hold the money', () => {
  const read = (name: string) => SupportRules.parse(JSON.parse(readFileSync(`workflows/support/${name}.json`, 'utf8')));
  const england = read('england');
  const blocked = {
    ...england,
    kinds: england.kinds.map((kind) =>
      kind.id === 'shared-lives-living' ? { ...kind, closedTo: [{ route: 'direct-payment' as const }] } : kind,
    ),
  };
  const faultsWith = (support: SupportRules[]) => bundleFaults({ ...bundle, support }).map(({ code, where }) => [code, where]);

  test('a support kind blocked by a payment route without a lawful reason stops the configuration', () => {
    expect(faultsWith([blocked])).toEqual([['blocked-without-reason', 'support/england/kinds[2].closedTo[0]']]);
    const [fault] = bundleFaults({ ...bundle, support: [blocked] });
    expect(fault).toMatchObject({ law: 'Care Act 2014, ss.26 and 31–33', message: expect.stringContaining('never refused') });
  });
  test('the national ones fit, and a case has those of its council’s nation', () => {
    const both = { ...bundle, support: [read('scotland'), england] };
    expect(bundleFaults(both)).toEqual([]);
    expect(configurationOf(both).support?.id).toBe('england');
    expect(configurationOf(bundle).support).toBeUndefined();
  });
  test('a council whose nation has none, where others have theirs, is told so', () => {
    expect(faultsWith([read('scotland')])).toEqual([['no-ways', 'councils/smallshire/jurisdiction']]);
    const scottish = { ...bundle, council: { ...bundle.council, jurisdiction: 'SCT' as const } };
    expect(bundleFaults({ ...scottish, support: [england] }).map(({ code }) => code)).toEqual(['no-ways']);
    expect(bundleFaults({ ...scottish, support: [read('scotland'), england] })).toEqual([]);
    expect(faultsWith([])).toEqual([]);
  });
  test('two files for one nation leave a doubt, and are told', () => {
    expect(faultsWith([england, { ...england, id: 'england-too' }])).toEqual([
      ['nation-twice', 'support/england-too/jurisdiction'],
    ]);
  });
});

describe('who agrees what', () => {
  const tiers = [{ id: 'all', title: 'manager', from: 0, to: null }];
  const withStaff = (approval: object, staff: object[]) =>
    bundleFaults(Bundle.parse({ ...bundle, council: { ...bundle.council, approval, demo: { staff, people: [] } } }));
  const manager = { id: 'S-MANAGER', name: 'A Manager', roles: ['approver'], limitPence: 1 };

  test('somebody may agree what begins each tier', () => {
    expect(withStaff({ tiers }, [manager])).toEqual([]);
    expect(withStaff({ tiers }, [{ ...manager, roles: ['assessor'] }])).toMatchObject([
      { code: 'tier-nobody-reaches', where: 'councils/smallshire/approval/tiers[0].from' },
    ]);
  });
  test('what is wrong with the scheme itself has its place in the bundle', () => {
    expect(withStaff({ tiers: [{ ...tiers[0], from: 1 }] }, [manager])).toMatchObject([
      { code: 'tiers-start-above-nothing', where: 'councils/smallshire/approval/tiers[0].from' },
    ]);
  });
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

test('a council that sends adults where carers are assessed is told so', () => {
  const pathways = bundle.pathways.map((pathway) => ({ ...pathway, for: 'carer' as const }));
  expect(bundleFaults({ ...bundle, pathways }).map(({ code, where }) => [code, where])).toContainEqual([
    'pathway-for-another',
    'councils/smallshire/pathway',
  ]);
});
