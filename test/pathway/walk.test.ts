/** Walking the default pathway: how far it comes, where it ends, and what it will not take. */
import { describe, expect, test } from 'vitest';
import { walk } from '../../lib/pathway/walk.ts';
import { adultCare } from './adult-care.ts';

const TO_ALLOCATION = ['self-assessment', 'assessment', 'resource-allocation'];

describe('walks that come to an end or wait', () => {
  test.each([
    ['no', 'submitted,not-eligible', ['self-assessment', 'assessment'], 'advice-given'],
    [
      'yes',
      'submitted,eligible,allocated,ready,content,approved,in-place',
      [...TO_ALLOCATION, 'planning', 'quality-check', 'plan-approval', 'arranging-support'],
      'support-in-place',
    ],
    [
      'returned once',
      'submitted,eligible,needs-individual-costing,ready,content,returned,ready,content,approved,in-place',
      [
        ...TO_ALLOCATION,
        'planning',
        'quality-check',
        'plan-approval',
        'planning',
        'quality-check',
        'plan-approval',
        'arranging-support',
      ],
      'support-in-place',
    ],
    [
      'late twice',
      'late,late,submitted,not-eligible',
      ['self-assessment', 'self-assessment', 'self-assessment', 'assessment'],
      'advice-given',
    ],
  ])('%s', (_name, outcomes, visited, end) => {
    expect(walk(adultCare(), outcomes.split(','))).toEqual({ visited, end });
  });

  test('nothing done yet: the case waits at the start', () => {
    expect(walk(adultCare(), [])).toEqual({ visited: ['self-assessment'], end: null, waitingAt: 'self-assessment' });
  });

  test('from a review', () => {
    expect(walk(adultCare(), ['support-ends'], 'review')).toEqual({ visited: ['review'], end: 'support-ended' });
  });
});

describe('walks that cannot be', () => {
  test.each([
    ['an outcome of another stage', 'eligible', '“self-assessment” cannot end as “eligible”. It can end as “submitted”, “late”.'],
    [
      'a word every object knows',
      'constructor',
      '“self-assessment” cannot end as “constructor”. It can end as “submitted”, “late”.',
    ],
    ['a late automatic stage', 'submitted,eligible,late', '“resource-allocation” is worked out at once and is never late.'],
    [
      'one outcome too many',
      'submitted,not-eligible,ready',
      'The case ended at “advice-given”, but there is more to come: “ready”.',
    ],
  ])('%s', (_name, outcomes, fault) => {
    expect(walk(adultCare(), outcomes.split(',')).fault).toBe(fault);
  });

  test('a stage that is not there', () => {
    expect(walk(adultCare(), [], 'moon').fault).toBe('There is no stage “moon” on this pathway.');
  });
});
