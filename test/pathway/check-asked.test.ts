/** What the law wants asked, on every way through the stages and the forms on them: behind a condition is not asked, and a lawful condition is. */
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../lib/domain/condition.ts';
import type { AskingForm, FormPage } from '../../lib/domain/form.ts';
import { checkForms } from '../../lib/pathway/check-forms.ts';
import type { FormFault } from '../../lib/pathway/form-fault.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { ENGLAND, formStage, inShort, isTrue, stageIn } from './adult-care.ts';
import { own, template } from './national-template.ts';

const adults = (change: (pathway: Pathway) => void = () => undefined): Pathway => {
  const pathway = structuredClone(own);
  change(pathway);
  return pathway;
};

/** The template with one condition put on, or changed: of the page, or of the question alone. */
const shownIf = (form: string, q: string, showIf: Condition | undefined, on: 'page' | 'item' = 'item') => {
  const page = (each: FormPage): FormPage => {
    if (!each.items.some((item) => 'q' in item && item.q === q)) return each;
    if (on === 'page') return { ...each, showIf };
    return { ...each, items: each.items.map((item) => ('q' in item && item.q === q ? { ...item, showIf } : item)) };
  };
  return template.forms.map((each) =>
    each.id === form && 'sections' in each
      ? ({ ...each, sections: each.sections.map((of) => ({ ...of, pages: of.pages.map(page) })) } as AskingForm)
      : each,
  );
};

const faultsOf = (forms: typeof template.forms, pathway: Pathway = adults()): FormFault[] => {
  const others = template.pathways.filter(({ id }) => id !== pathway.id);
  return checkForms({ ...template, forms, pathways: [pathway, ...others], duties: ENGLAND });
};

test('the template, whose conditions are lawful', () => expect(faultsOf(template.forms)).toEqual([]));

describe('behind a condition', () => {
  const SAYS_YES: Condition = { q: 'assess.information-given', is: true };
  test.each<[what: string, form: string, q: string, showIf: Condition, on: 'page' | 'item', law: string]>([
    ['a question of everybody', 'needs-assessment', 'assess.advocate', SAYS_YES, 'item', 's.67(2)'],
    ['its page', 'needs-assessment', 'assess.wellbeing', SAYS_YES, 'page', 's.9(4)(a)'],
    [
      'one of those who are owed it',
      'about-you',
      'about.speak-up',
      { q: 'about.difficulty', in: ['understand', 'remember', 'weigh-up'] },
      'page',
      's.67(5)',
    ],
    ['the carer who says nothing', 'needs-assessment', 'assess.carer-offered', { q: 'about.carer', is: true }, 'item', 's.10(1)'],
  ])('%s is not asked, and the place is named', (_, form, q, showIf, on, law) => {
    const [fault, ...more] = faultsOf(shownIf(form, q, showIf, on));
    expect(more).toEqual([]);
    expect(fault?.law).toContain(law);
    expect(fault?.where).toMatch(new RegExp(`^forms/${form}/.*/${q}$`));
    expect(isTrue(adults(), fault?.path ?? [])).toBe(true);
  });

  test.each<[what: string, form: string, q: string, showIf: Condition | undefined]>([
    ['asked of more than are owed it', 'about-you', 'about.speak-up', undefined],
    ['asked of everybody, who is owed it or not', 'needs-assessment', 'assess.safeguarding-done', undefined],
    [
      'asked whatever the answer is',
      'needs-assessment',
      'assess.advocate',
      {
        any: [
          { q: 'assess.information-given', answered: true },
          { q: 'assess.information-given', answered: false },
        ],
      },
    ],
  ])('%s is asked', (_, form, q, showIf) => expect(faultsOf(shownIf(form, q, showIf, 'item'))).toEqual([]));
});

describe('on every way through the stages', () => {
  test('a way round the stage that asks is told', () => {
    const pathway = adults((p) => {
      p.start = 'front-door';
      p.stages.push(
        formStage(
          'front-door',
          { usual: { stage: 'self-assessment' }, visit: { stage: 'told-together' } },
          { form: 'quality-check' },
        ),
        formStage(
          'told-together',
          { submitted: { stage: 'assessment' } },
          { form: 'self-assessment', includes: ['how-we-talk'] },
        ),
      );
    });
    const faults = faultsOf(template.forms, pathway).filter(({ code }) => code === 'duty-missed');
    expect(faults.map(({ law }) => law)).toContain('Care Act 2014, s.67(4)');
    for (const { path = [] } of faults) {
      expect(inShort(pathway, path)).toBe('front-door (visit) → told-together → assessment');
      expect(isTrue(pathway, path)).toBe(true);
    }
  });

  test.each(['how-we-talk', 'about-you'])('“%s” may be merged into any stage up to the assessment', (form) => {
    const pathway = adults((p) => {
      const story = stageIn(p, 'self-assessment');
      story.includes = (story.includes as string[]).filter((each) => each !== form);
      const assessment = stageIn(p, 'assessment');
      assessment.includes = [form, ...(assessment.includes as string[])];
    });
    // Help with speaking up comes before the person's story, so only that may then be too late.
    expect(faultsOf(template.forms, pathway).filter(({ code }) => code !== 'speaking-up-late')).toEqual([]);
  });
});

test('the story is one that a councillor can follow', () => {
  const [fault] = faultsOf(shownIf('needs-assessment', 'assess.advocate', { q: 'assess.information-given', is: true }));
  expect(fault?.message).toContain('Somebody comes to “Your story”, then to “Working it out together”.');
  expect(fault?.message).toContain('although nobody has decided about an advocate.');
});
