/** “Which decision uses this?” on the national template and on seeded questions; and no id that code reads is missing from the list. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readWorkflowsFolder } from '../../../bin/workflows-folder.ts';
import type { Bundle } from '../../../lib/app/configuration.ts';
import { bundleOf } from '../../../lib/app/configuring/documents.ts';
import { usesOf } from '../../../lib/app/configuring/uses.ts';
import { FIXED_USES } from '../../../lib/app/configuring/uses-fixed.ts';
import { Form } from '../../../lib/domain/form.ts';
import { Question } from '../../../lib/domain/question.ts';

const read = readWorkflowsFolder(fileURLToPath(new URL('../../../workflows', import.meta.url)));
if (!read.ok) throw new Error('the national template cannot be read');
const template = bundleOf(read.bundle, read.bundle.version, 'larkshire');
if (!template) throw new Error('there is no Larkshire');
const registers = read.bundle.duties;
const uses = usesOf(template, registers);
const usesOfQuestion = (id: string, from = uses) => from.questions.find(({ question }) => question === id);
const refs = (id: string) => usesOfQuestion(id)?.usedBy.map(({ how, ref }) => `${how} ${ref}`);

describe('questions of the national template', () => {
  test('a life area: the model, the letters that show the working, what it says of itself', () => {
    expect(refs('nights')).toEqual([
      'turns allocation/DEMO-2026-1',
      'takes letters/eligibility-decision',
      'takes letters/up-front-figure',
      'takes resource-allocation',
      'read assessment',
    ]);
  });

  test('a finding: the decision, the standard, the letter with the needs', () => {
    expect(refs('finding.hygiene')).toEqual([
      'turns assessment',
      'takes CA-HYGIENE-01',
      'takes letters/eligibility-decision',
      'takes Care Act 2014, s.13',
      'takes Assessments and Plans standard (draft): CA-HYGIENE-01',
      'read assessment',
    ]);
  });

  test('a condition is told with its place, in words', () => {
    const branch = usesOfQuestion('about.carer')?.usedBy.filter(({ kind }) => kind === 'branch');
    expect(branch?.map(({ ref }) => ref)).toContain('forms/about-you/carer-offer');
    expect(branch?.[0]?.words).toMatch(/^In the form “.+”, the page “.+” shows by this answer\.$/);
  });

  test('the name is in every letter, because it is in how every letter begins', () => {
    const letters = template.letters.filter(({ kind }) => kind === 'letter').map(({ id }) => `takes letters/${id}`);
    expect(letters.length).toBeGreaterThan(10);
    expect(refs('about.name')).toEqual(expect.arrayContaining(letters));
  });

  test('where a question is asked: form, stage, pathway; a field of a group where the group is; a second look as that', () => {
    expect(usesOfQuestion('what-works-well')?.askedAt).toEqual(
      template.pathways
        .filter(({ stages }) => stages.some((stage) => stage.kind === 'form' && stage.form === 'quality-check'))
        .map(({ id }) => ({ form: 'quality-check', pathway: id, stage: 'quality-check' })),
    );
    expect(usesOfQuestion('about.helper-name')?.askedAt).toEqual(usesOfQuestion('about.helpers')?.askedAt);
    expect(usesOfQuestion('about.difficulty')?.askedAt).toEqual(
      expect.arrayContaining([{ form: 'needs-assessment', pathway: 'adult-care', stage: 'assessment', looks: true }]),
    );
  });

  test('every question is used by something that is there', () => {
    const dead = uses.questions.filter(({ usedBy }) => usedBy.every(({ how }) => how === 'gone'));
    expect(dead).toEqual([]);
  });

  test('nothing a question says of itself leads nowhere', () => {
    const gone = uses.questions.flatMap(({ question, usedBy }) =>
      usedBy.filter(({ how }) => how === 'gone').map(({ ref }) => `${question} ${ref}`),
    );
    expect(gone).toEqual([]);
  });
});

describe('a question that names a reader the council does not have', () => {
  const seeded = (usedBy: object[]): Question =>
    Question.parse({
      type: 'yes-no',
      id: 'seeded.parking',
      ask: 'Do you have a parking permit?',
      why: { reason: 'For the panel.', sees: 'The panel.', usedBy },
      sensitivity: 'ordinary',
      freshFor: 'P1Y',
      retention: 'with-case',
    });
  const withQuestion = (question: Question, more: Partial<Bundle> = {}) =>
    usesOfQuestion('seeded.parking', usesOf({ ...template, ...more, questions: [...template.questions, question] }, registers));

  test('is used by nothing', () => {
    const found = withQuestion(seeded([{ kind: 'decision', ref: 'funding-panel' }]));
    expect(found?.usedBy).toEqual([
      {
        kind: 'decision',
        how: 'gone',
        ref: 'funding-panel',
        words: 'The question says that “funding-panel” uses it, and nothing here is called that.',
      },
    ]);
  });

  test.each([
    ['a stage', 'quality-check'],
    ['a kind of stage', 'plan-approval'],
    ['where plans are written', 'planning'],
    ['a decision of any time', 'urgent-support'],
  ])('but not where it names %s', (_, ref) => {
    expect(withQuestion(seeded([{ kind: 'decision', ref }]))?.usedBy.map(({ how }) => how)).toEqual(['read']);
  });

  test('nor where a note is shown by it', () => {
    const note = Form.parse({
      id: 'parking',
      page: 'part',
      for: 'person',
      title: 'Parking',
      sections: [
        {
          id: 'parking',
          title: 'Parking',
          pages: [
            {
              id: 'permit',
              items: [
                { q: 'seeded.parking' },
                { show: 'guidance', text: 'Bring it.', showIf: { not: { q: 'seeded.parking', is: false } } },
              ],
            },
          ],
        },
      ],
    });
    const found = withQuestion(seeded([{ kind: 'decision', ref: 'funding-panel' }]), { forms: [...template.forms, note] });
    expect(found?.usedBy.map(({ how, ref }) => `${how} ${ref}`)).toEqual([
      'turns forms/parking/permit/guidance',
      'gone funding-panel',
    ]);
    expect(found?.askedAt).toEqual([]);
  });
});

describe('stages, forms and letters', () => {
  const dutiesOf = (stage: string) =>
    uses.stages.find((each) => each.pathway === 'adult-care' && each.stage === stage)?.duties ?? [];

  test('a stage says which duties it discharges, and whether it alone does', () => {
    expect(dutiesOf('plan-approval').find(({ id }) => id === 'plan-sign-off')).toEqual({
      id: 'plan-sign-off',
      law: 'Care Act 2014, s.25 and s.26',
      alone: true,
    });
    expect(dutiesOf('quality-check')).toEqual([]);
    expect(dutiesOf('planning').map(({ id }) => id)).toContain('care-and-support-plan');
    expect(dutiesOf('planning').map(({ id }) => id)).not.toContain('carers-support-plan');
  });

  test('a form says at which stages it is filled in', () => {
    const stages = uses.forms
      .find(({ form }) => form === 'money-information')
      ?.askedAt.filter(({ pathway }) => pathway === 'adult-care');
    expect(stages?.map(({ stage }) => stage)).toEqual(['assessment', 'planning']);
  });

  test('a part says which letters have it, and those asked for by name say so', () => {
    const part = (id: string) => uses.letters.find(({ letter }) => letter === id);
    const letters = template.letters.filter(({ kind }) => kind === 'letter').map(({ id }) => id);
    expect(part('opening')).toEqual({ letter: 'opening', letters, named: true });
    expect(part('if-you-do-not-agree')?.letters).toContain('up-front-figure');
    expect(part('up-front-figure')).toEqual({ letter: 'up-front-figure', letters: [], named: false });
  });
});

describe('ids that code reads', () => {
  const sources = (folder: string): string[] =>
    readdirSync(new URL(`../../../${folder}`, import.meta.url), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
      .map((entry) => `${entry.parentPath}/${entry.name}`);
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  // Only ids with a dot are told apart from other words of code for certain.
  const dotted = template.questions.map(({ id }) => id).filter((id) => id.includes('.'));

  test('are all on the list', () => {
    const text = ['lib/domain', 'lib/pathway', 'lib/aws', 'functions']
      .flatMap(sources)
      .map((path) => withoutComments(readFileSync(path, 'utf8')))
      .join('\n');
    const named = dotted.filter((id) => text.includes(`'${id}'`));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((id) => !FIXED_USES.some(({ question }) => question === id))).toEqual([]);
  });

  test('and each line of the list is about a file that reads it', () => {
    const wrong = FIXED_USES.filter(
      ({ question, ref }) => !readFileSync(new URL(`../../../${ref}`, import.meta.url), 'utf8').includes(`'${question}'`),
    );
    expect(wrong).toEqual([]);
  });
});
