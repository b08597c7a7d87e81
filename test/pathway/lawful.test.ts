/** What `check` must let pass: stages stripped in every way a council may, and stages led somewhere else that the law does not mind. */
import { describe, expect, test } from 'vitest';
import { check } from '../../lib/pathway/check.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { adultCare, changed, ENGLAND, faultsOf, formStage, stageIn, strip } from './adult-care.ts';

const add = (pathway: Pathway, stage: object): void => void pathway.stages.push(stage as Pathway['stages'][number]);

describe('what is let pass', () => {
  test('the default pathway', () => {
    expect(check(adultCare(), { forms: undefined, duties: ENGLAND })).toEqual([]);
  });

  const STRIPS = [
    ['quality-check', 'content'],
    ['resource-allocation', 'allocated'],
    ['arranging-support', 'in-place'],
  ] as const;
  const ALL_STRIPS = Array.from({ length: 2 ** STRIPS.length }, (_, chosen) =>
    STRIPS.filter((_one, place) => chosen & (1 << place)),
  );

  const REWIRED: readonly (readonly [what: string, change: (pathway: Pathway) => void])[] = [
    ['nothing else', () => undefined],
    [
      'a figure above the ceiling that a person costs',
      (p) => {
        add(p, formStage('costing', { costed: { stage: 'planning' } }));
        for (const { id, kind } of p.stages) {
          if (kind !== 'resource-allocation') continue;
          stageIn(p, id).outcomes['needs-individual-costing'] = { stage: 'costing' };
        }
        // Where the figure is stripped nothing else leads there.
        if (!p.stages.some(({ kind }) => kind === 'resource-allocation')) {
          p.stages = p.stages.filter(({ id }) => id !== 'costing');
        }
      },
    ],
    [
      'a talk after a review that changed nothing',
      (p) => {
        stageIn(p, 'review').outcomes['no-change'] = { stage: 'thank-you' };
        add(p, formStage('thank-you', { said: { end: 'support-in-place' } }));
      },
    ],
    [
      'a review that can be held again before support stays or ends',
      (p) => {
        add(p, formStage('think-again', { 'look-again': { stage: 'review' }, end: { end: 'support-ended' } }));
        stageIn(p, 'review').outcomes['support-ends'] = { stage: 'think-again' };
      },
    ],
    [
      'a reassessment made together, with a stage of its own',
      (p) => {
        stageIn(p, 'review').outcomes['needs-changed'] = { stage: 'reassessment' };
        const together = { id: 'reassessment', includes: ['self-assessment'] };
        add(p, { ...structuredClone(stageIn(p, 'assessment')), ...together });
      },
    ],
    [
      'a reassessment that finds nobody eligible any more',
      (p) => {
        add(p, formStage('goodbye', { told: { end: 'advice-given' } }));
        stageIn(p, 'assessment').outcomes['not-eligible'] = { stage: 'goodbye' };
      },
    ],
    [
      'a plan sent back by way of a talk',
      (p) => {
        add(p, formStage('talk', { done: { stage: 'planning' } }));
        stageIn(p, 'plan-approval').outcomes.returned = { stage: 'talk' };
      },
    ],
    [
      'needs found anew while planning, which may then not be eligible',
      (p) => {
        const back = Object.keys(stageIn(p, 'planning').outcomes)[0] ?? '';
        const onward = stageIn(p, 'planning').outcomes[back];
        add(p, formStage('still-right', { yes: onward, 'look-again': { stage: 'assessment' } }));
        stageIn(p, 'planning').outcomes[back] = { stage: 'still-right' };
      },
    ],
  ];

  test.each(
    ALL_STRIPS.flatMap((strips) =>
      REWIRED.map(([what, change]) => ({ without: strips.map(([id]) => id).join(', ') || 'nothing', what, strips, change })),
    ),
  )('a council may strip $without, with $what', ({ strips, change }) => {
    const pathway = changed((p) => {
      for (const [id, outcome] of strips) strip(p, id, outcome);
      change(p);
    });
    expect(faultsOf(pathway)).toEqual([]);
  });

  test('a council may strip all three and is left with five stages', () => {
    const stripped = changed((p) => {
      for (const [id, outcome] of STRIPS) strip(p, id, outcome);
    });
    expect(stripped.stages.map(({ id }) => id)).toEqual(['self-assessment', 'assessment', 'planning', 'plan-approval', 'review']);
  });

  test('stages of its own, before and after the assessment and with loops', () => {
    const grown = changed((p) => {
      add(p, formStage('first-talk', { told: { stage: 'self-assessment' } }));
      p.start = 'first-talk';
      add(p, formStage('second-look', { changed: { stage: 'assessment' }, kept: { end: 'advice-given' } }));
      stageIn(p, 'assessment').outcomes['not-eligible'] = { stage: 'second-look' };
    });
    expect(faultsOf(grown)).toEqual([]);
  });

  test('a self-assessment merged into an assessment made together', () => {
    const merged = changed((p) => {
      strip(p, 'self-assessment', 'submitted');
      Object.assign(stageIn(p, 'assessment'), { includes: ['self-assessment'] });
    });
    expect(faultsOf(merged)).toEqual([]);
  });
});
