/** The pathway for carers: lawful as it is, held to the duties owed to carers and to no other, and never given a figure from points. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../lib/pathway/check.ts';
import { checkForms } from '../../lib/pathway/check-forms.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { adultCare, ENGLAND, faultsOf, formStage, inShort, isTrue, stageIn, strip } from './adult-care.ts';
import { template } from './national-template.ts';

const FILE = new URL('../../workflows/pathways/carer-support.json', import.meta.url);
const carerSupport = (): Pathway => Pathway.parse(JSON.parse(readFileSync(FILE, 'utf8')));
const changed = (change: (pathway: Pathway) => void): Pathway => {
  const pathway = carerSupport();
  change(pathway);
  return pathway;
};
type To = { stage: string } | { end: string };
const lead = (pathway: Pathway, stage: string, outcome: string, to: To): void => {
  stageIn(pathway, stage).outcomes[outcome] = to;
};
type Stage = Pathway['stages'][number];

const lawOf = (duty: string): string | undefined => ENGLAND.duties.find(({ id }) => id === duty)?.law;
const binding = (kind: 'adult' | 'carer') => ENGLAND.duties.filter(({ appliesTo }) => appliesTo?.includes(kind) ?? true);

test('it is sound and lawful, with every form it names', () => {
  const forms = template.forms.map(({ id }) => id);
  expect(check(carerSupport(), { forms, duties: ENGLAND })).toEqual([]);
});

test('a pathway that does not say whose it is is for adults, as all were', () => {
  expect(adultCare().for).toBe('adult');
  expect(carerSupport().for).toBe('carer');
});

const MISSED: readonly (readonly [duty: string, what: string, path: string, change: (pathway: Pathway) => void])[] = [
  [
    'carers-supported-self-assessment',
    'nobody asks the carer',
    'assessment',
    (p) => strip(p, 'carers-self-assessment', 'submitted'),
  ],
  [
    'carers-supported-self-assessment',
    'an adult’s form instead of a carer’s own',
    'carers-self-assessment → assessment',
    (p) => void Object.assign(stageIn(p, 'carers-self-assessment'), { form: 'self-assessment' }),
  ],
  [
    'carers-assessment',
    'a front door that can turn carers away',
    'front-door (turned-away) → end advice-given',
    (p) => {
      const outcomes = { 'turned-away': { end: 'advice-given' }, welcome: { stage: 'carers-self-assessment' } };
      p.stages.push(formStage('front-door', outcomes));
      p.start = 'front-door';
    },
  ],
  [
    'carers-eligibility-before-support',
    'support after “not eligible”',
    'carers-self-assessment → assessment (not-eligible) → planning → plan-approval (approved) → arranging-support → end support-in-place',
    (p) => lead(p, 'assessment', 'not-eligible', { stage: 'planning' }),
  ],
  [
    'carers-written-advice',
    '“not eligible” and nothing more',
    'assessment (not-eligible) → end support-ended',
    (p) => lead(p, 'assessment', 'not-eligible', { end: 'support-ended' }),
  ],
  [
    'carers-support-ends-by-decision',
    'eligible, and told where else to ask',
    'assessment (eligible) → ideas (enough) → end advice-given',
    (p) => {
      lead(p, 'assessment', 'eligible', { stage: 'ideas' });
      p.stages.push(formStage('ideas', { enough: { end: 'advice-given' }, 'more-help': { stage: 'planning' } }));
    },
  ],
  [
    'carers-support-plan',
    'a reassessment that leads to support without a new plan',
    'review (needs-changed) → reassessment (eligible) → arranging-support → end support-in-place',
    (p) => {
      lead(p, 'review', 'needs-changed', { stage: 'reassessment' });
      const outcomes = { eligible: { stage: 'arranging-support' }, 'not-eligible': { end: 'advice-given' } };
      const stage = {
        ...structuredClone(stageIn(p, 'assessment')),
        id: 'reassessment',
        includes: ['carers-self-assessment'],
        outcomes,
      };
      p.stages.push(stage as unknown as Stage);
    },
  ],
];

describe('a missed duty to a carer names the law and the path', () => {
  test.each(MISSED)('%s: %s', (duty, _what, path, change) => {
    const pathway = changed(change);
    const faults = faultsOf(pathway);
    expect(faults.map(({ code, law }) => ({ code, law }))).toEqual([{ code: 'duty-missed', law: lawOf(duty) }]);
    const told = faults[0]?.path ?? [];
    expect(inShort(pathway, told).endsWith(path), inShort(pathway, told)).toBe(true);
    expect(isTrue(pathway, told)).toBe(true);
    expect([pathway.start, pathway.review]).toContain((told[0] as { stage: string }).stage);
  });
  test('carers-review: a pathway without one', () => {
    const faults = faultsOf(changed((p) => strip(p, 'review', 'no-change')));
    expect(faults.map(({ law }) => law)).toEqual([undefined, lawOf('carers-review')]);
  });
  test('every duty about stages that is owed to carers alone has its pathway above', () => {
    const covered = new Set([...MISSED.map(([duty]) => duty), 'carers-review']);
    const alone = ENGLAND.duties.filter((duty) => 'requires' in duty && duty.appliesTo?.join() === 'carer');
    expect(alone.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});

describe('each kind is held to its own law', () => {
  test('no law for adults is asked of carers, and no law for carers of adults', () => {
    // Read as the other, each misses a duty that it does not owe as itself.
    const asCarer = faultsOf({ ...adultCare(), for: 'carer' }).map(({ law }) => law);
    expect(asCarer).toContain(lawOf('carers-supported-self-assessment'));
    const asAdult = faultsOf({ ...carerSupport(), for: 'adult' }).map(({ law }) => law);
    expect(asAdult).toEqual([lawOf('supported-self-assessment')]);
  });
  test('assessment, decision, advice, plan and review are owed to both, each by its own words', () => {
    for (const section of ['s.13', 's.24', 's.25', 's.27'])
      for (const kind of ['adult', 'carer'] as const)
        expect(
          binding(kind).some(({ law }) => law.includes(section)),
          section,
        ).toBe(true);
    expect(binding('carer').map(({ law }) => law)).toContain('Care Act 2014, s.10');
    expect(binding('adult').map(({ law }) => law)).toContain('Care Act 2014, s.9');
    expect(binding('carer').some(({ law }) => law.includes('s.20'))).toBe(true);
  });
  test('every duty of the register can be read at its source', () => {
    for (const { source } of ENGLAND.duties) expect(source).toMatch(/^https:\/\/www\.legislation\.gov\.uk\//);
  });
});

test('no figure is worked out for carers from points about an adult’s life', () => {
  const figure = structuredClone(stageIn(adultCare(), 'resource-allocation')) as unknown as Stage;
  const faults = faultsOf(
    changed((p) => {
      p.stages.push(figure);
      lead(p, 'assessment', 'eligible', { stage: 'resource-allocation' });
    }),
  );
  expect(faults.map(({ code, where }) => [code, where])).toEqual([['figure-for-carers', 'stages/resource-allocation']]);
});

test('asks what is hard in taking part before the first question about the carer’s life (V05)', () => {
  const late = template.forms.map((form) => {
    if (form.id !== 'carers-self-assessment' || form.page !== 'story') return form;
    const page = { id: 'difficulty', items: [{ q: 'about.difficulty' }] };
    return { ...form, sections: [...form.sections, { id: 'late', title: 'Late', pages: [page] }] };
  });
  const early = late.map((form) => {
    if (form.id !== 'about-the-carer' || form.page !== 'part') return form;
    const pages = (of: (typeof form.sections)[number]) => of.pages.filter(({ id }) => id !== 'difficulty' && id !== 'speak-up');
    return { ...form, sections: form.sections.map((section) => ({ ...section, pages: pages(section) })) };
  });
  const codes = checkForms({ ...template, forms: early }).map(({ code }) => code);
  expect(codes).toContain('speaking-up-late');
});
