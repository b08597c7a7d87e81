/** Pathways with more than one thing wrong at once: each is told, the law by its name. One duty at a time is `duties.test.ts`. */
import { describe, expect, test } from 'vitest';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { changed, ENGLAND, faultsOf, stageIn } from './adult-care.ts';

const outcome = (pathway: Pathway, stage: string, name: string, to: { stage: string } | { end: string }): void => {
  stageIn(pathway, stage).outcomes[name] = to;
};
const lawOf = (duty: string): string | undefined => ENGLAND.duties.find(({ id }) => id === duty)?.law;

describe('everything that is wrong is told', () => {
  test.each<[what: string, stage: string, who: string, duties: string[]]>([
    ['the person deciding their own assessment', 'assessment', 'person', ['needs-assessment', 'review-leads-to-reassessment']],
    ['an assessment held by the approver', 'assessment', 'approver', ['needs-assessment', 'review-leads-to-reassessment']],
    ['the person signing off their own plan', 'plan-approval', 'person', ['plan-sign-off']],
    ['a plan signed off by whoever writes plans', 'plan-approval', 'assessor', ['plan-sign-off']],
  ])('%s cannot be done, and discharges no duty', (_what, id, who, duties) => {
    const faults = faultsOf(changed((p) => Object.assign(stageIn(p, id), { who })));
    expect(faults.map(({ code, law }) => [code, law])).toEqual([
      ['who-cannot-do-this', undefined],
      ...duties.map((duty) => ['duty-missed', lawOf(duty)]),
    ]);
  });

  test.each<[what: string, stage: string, name: string, to: { stage: string } | { end: string }, duties: string[]]>([
    [
      'a returned plan that goes ahead',
      'plan-approval',
      'returned',
      { stage: 'arranging-support' },
      ['returned-plan-is-revised', 'plan-sign-off'],
    ],
    [
      'a returned plan that ends the case',
      'plan-approval',
      'returned',
      { end: 'support-ended' },
      ['support-ends-by-decision', 'returned-plan-is-revised'],
    ],
  ])('%s misses more than one', (_what, stage, name, to, duties) => {
    const faults = faultsOf(changed((p) => outcome(p, stage, name, to)));
    expect(faults.map(({ law }) => law).sort()).toEqual(duties.map(lawOf).sort());
  });

  test.each([['advice-given'], ['support-ended']])('a figure that ends in %s is no decision, and leaves a need unmet', (end) => {
    const faults = faultsOf(changed((p) => outcome(p, 'resource-allocation', 'needs-individual-costing', { end })));
    expect(faults.map(({ code, law }) => [code, law])).toEqual([
      ['ended-by-machine', undefined],
      ['duty-missed', lawOf('support-ends-by-decision')],
    ]);
  });
});
