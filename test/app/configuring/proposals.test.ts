/** Seeded dead questions and approvals are proposed with the edit ready; nothing that is needed is, however seldom it is answered. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readWorkflowsFolder } from '../../../bin/workflows-folder.ts';
import type { Bundle } from '../../../lib/app/configuration.ts';
import { bundleOf } from '../../../lib/app/configuring/documents.ts';
import type { ApprovalEvidence, Evidence, QuestionEvidence } from '../../../lib/app/configuring/evidence.ts';
import type { Operation } from '../../../lib/app/configuring/operation.ts';
import { calledIn, proposals } from '../../../lib/app/configuring/proposals.ts';
import { usesOf } from '../../../lib/app/configuring/uses.ts';
import { Form } from '../../../lib/domain/form.ts';
import { Question } from '../../../lib/domain/question.ts';

const read = readWorkflowsFolder(fileURLToPath(new URL('../../../workflows', import.meta.url)));
if (!read.ok) throw new Error('the national template cannot be read');
const found = bundleOf(read.bundle, read.bundle.version, 'larkshire');
if (!found) throw new Error('there is no Larkshire');
const template: Bundle = found;

const NONE: Evidence = { cases: 0, questions: [], stages: [], approvals: [] };
const anything = () => true;
const proposed = (bundle: Bundle, evidence: Evidence, lawful: Parameters<typeof proposals>[0]['lawful'] = anything) =>
  proposals({ bundle, uses: usesOf(bundle, read.ok ? read.bundle.duties : []), evidence, lawful });

const seen = (question: string, change: Partial<QuestionEvidence> = {}): QuestionEvidence => {
  return { question, asked: 30, answered: 3, talked: 0, confirmedOnly: 0, changed: undefined, effect: 'not-known', ...change };
};

/** The template with one more question on the form “about-you”. */
const withDead = (ref: string): Bundle => {
  const question = Question.parse({
    type: 'yes-no',
    id: 'seeded.parking',
    ask: 'Do you have a parking permit?',
    why: { reason: 'For the panel.', sees: 'The panel.', usedBy: [{ kind: 'decision', ref }] },
    sensitivity: 'ordinary',
    freshFor: 'P1Y',
    retention: 'with-case',
  });
  const forms = template.forms.map((form) => {
    if (form.id !== 'about-you' || !('sections' in form)) return form;
    const page = { id: 'parking', items: [{ q: question.id }] };
    const more = { id: 'parking', title: 'Parking', pages: [page] };
    return Form.parse({ ...form, sections: [...form.sections, more] });
  });
  return { ...template, forms, questions: [...template.questions, question] };
};

describe('questions', () => {
  test('one that nothing uses is proposed before anybody was ever asked, with the edit ready', () => {
    expect(proposed(withDead('funding-panel'), NONE)).toEqual([
      {
        what: 'question',
        where: 'questions/seeded.parking',
        why: 'nothing-uses-it',
        words: 'Nothing uses the answer: it was asked for “funding-panel”, and nothing here is called that.',
        operations: [{ type: 'remove-question', form: 'about-you', question: 'seeded.parking' }],
      },
    ]);
  });

  const rows: [what: string, change: Partial<QuestionEvidence>, proposed: number][] = [
    ['3 of 30 answered it', {}, 1],
    ['4 of 30 answered it: more than a tenth', { answered: 4 }, 0],
    ['29 were asked: too few to say', { asked: 29, answered: 0 }, 0],
    ['nobody answered it', { answered: 0 }, 1],
    ['it changed something once', { changed: 1, effect: 'counted' }, 0],
    ['it never changed anything', { changed: 0, effect: 'counted' }, 1],
    ['the decision is made of it', { answered: 0, effect: 'decision' }, 0],
  ];
  test.each(rows)('one that is only read: %s', (_, change, count) => {
    expect(proposed(withDead('assessment'), { ...NONE, questions: [seen('seeded.parking', change)] })).toHaveLength(count);
  });

  test('what is not known is said to be not known', () => {
    const [one] = proposed(withDead('assessment'), { ...NONE, questions: [seen('seeded.parking')] });
    expect(one?.words).toBe(
      '3 of 30 people who were asked answered it. Somebody reads it; whether it ever changed a decision is not known.',
    );
    expect(one && calledIn(one, withDead('assessment'))).toBe('Do you have a parking permit?');
  });

  test('the template has none that nothing uses', () => {
    expect(proposed(template, NONE)).toEqual([]);
  });

  test('even if nobody ever answered anything, no question that something needs is proposed', () => {
    const never = template.questions.map(({ id }) => seen(id, { asked: 1000, answered: 0, changed: 0, effect: 'counted' }));
    const gone = proposed(template, { ...NONE, questions: never }).map(({ where }) => where.slice('questions/'.length));
    // By hand: those that a person reads when they decide, and that nothing else is said to need.
    expect(gone.sort()).toEqual([
      'assess.health-what',
      'caring.break',
      'caring.health',
      'caring.stop',
      'caring.what',
      'caring.work-wishes',
      'matters.good-day',
      'matters.strengths',
      'what-could-be-better',
      'what-works-well',
    ]);
  });

  test('a question of two forms is taken out of both', () => {
    const bundle = withDead('funding-panel');
    const again = { id: 'again', title: 'Again', pages: [{ id: 'again', items: [{ q: 'seeded.parking', confirmOnly: true }] }] };
    const forms = bundle.forms.map((form) =>
      form.id === 'needs-assessment' && 'sections' in form ? Form.parse({ ...form, sections: [...form.sections, again] }) : form,
    );
    const [one] = proposed({ ...bundle, forms }, NONE);
    expect(one?.operations).toEqual([
      { type: 'remove-question', form: 'about-you', question: 'seeded.parking' },
      { type: 'remove-question', form: 'needs-assessment', question: 'seeded.parking' },
    ]);
  });

  test('what may not be done lawfully is not proposed', () => {
    expect(proposed(withDead('funding-panel'), NONE, () => false)).toEqual([]);
  });
});

describe('approvals', () => {
  const looked = (change: Partial<ApprovalEvidence> = {}): ApprovalEvidence => ({
    pathway: 'adult-care',
    stage: 'quality-check',
    looked: 40,
    atOnce: 0,
    sentBack: 1,
    changed: 1,
    share: 1 / 40,
    medianDays: 4.5,
    morePence: 0,
    lessPence: 0,
    ...change,
  });
  const stage = (outcomes: Record<string, number>, id = 'quality-check') => {
    return { pathway: 'adult-care', stage: id, cases: 40, visits: 40, medianDays: 4.5, mostDays: 9, outcomes, otherwise: 0 };
  };
  const evidence = (
    approval: ApprovalEvidence,
    outcomes: Record<string, number> = { content: 39, 'changes-suggested': 1 },
  ): Evidence => {
    return { ...NONE, approvals: [approval], stages: [stage(outcomes, approval.stage)] };
  };

  test('one that changes nearly nothing is proposed, with where cases go instead and the days it costs', () => {
    expect(proposed(template, evidence(looked()))).toEqual([
      {
        what: 'stage',
        where: 'pathways/adult-care/stages/quality-check',
        why: 'changes-nothing',
        words:
          '1 of 40 plans (2.5%) were sent back or changed at “Quality check of the plan”. Without it, each gets on about 4.5 days sooner.',
        operations: [{ type: 'remove-stage', pathway: 'adult-care', stage: 'quality-check', onward: 'content' }],
        daysSaved: 4.5,
      },
    ]);
  });

  const rows: [what: string, change: Partial<ApprovalEvidence>][] = [
    ['19 plans are too few to say', { looked: 19, changed: 0, share: 0 }],
    ['4 in a hundred were changed', { looked: 100, changed: 4, share: 0.04 }],
    ['it is not in the pathway any more', { stage: 'old-panel' }],
    ['it is about one tier only', { tier: 'large-plans' }],
  ];
  test.each(rows)('none where %s', (_, change) => {
    expect(proposed(template, evidence(looked(change)))).toEqual([]);
  });

  test('3 in a hundred are still few enough, and so are none of twenty', () => {
    expect(proposed(template, evidence(looked({ looked: 100, changed: 3, share: 0.03 })))).toHaveLength(1);
    expect(proposed(template, evidence(looked({ looked: 20, changed: 0, share: 0 })))).toHaveLength(1);
  });

  test('the sign-off that the law asks for is not proposed, because taking it out is not lawful', () => {
    const approval = looked({ stage: 'plan-approval', changed: 0, share: 0 });
    const asked: unknown[] = [];
    const lawful = (operations: readonly Operation[]): boolean => {
      asked.push(...operations);
      return operations.every((operation) => !('stage' in operation) || operation.stage !== 'plan-approval');
    };
    expect(proposed(template, evidence(approval, { approved: 40 }), lawful)).toEqual([]);
    expect(asked).toEqual([{ type: 'remove-stage', pathway: 'adult-care', stage: 'plan-approval', onward: 'approved' }]);
  });
});
