/** The question bank of the national template: each fact once, each with a use, each option read by something or excused. */
import { describe, expect, test } from 'vitest';
import { ADULT_OUTCOMES } from '../../lib/domain/eligibility.ts';
import { type Question, QuestionFile, STATUTORY_IDS } from '../../lib/domain/question.ts';
import { RasModel, wordsFor } from '../../lib/domain/ras-model.ts';
import { say } from '../../lib/domain/text.ts';
import { askedIn, filesOf, formCalled, forms, optionsNamed, optionsOf, questionFiles, questions } from './national-template.ts';

const twice = <T>(all: readonly T[]): T[] => all.filter((each, place) => all.indexOf(each) !== place);
const asked = new Set(forms.flatMap(askedIn).map(({ id }) => id));

describe('each file', () => {
  test.each(filesOf('questions'))('$name is a file of the bank', ({ content }) =>
    expect(QuestionFile.safeParse(content).error?.issues).toBeUndefined(),
  );
  test('has the name of its file, and says which schema it keeps', () => {
    expect(questionFiles.filter(({ name, file }) => name !== `${file.id}.json`)).toEqual([]);
    expect(questionFiles.filter(({ file }) => file.$schema !== './questions.schema.json')).toEqual([]);
  });
});

describe('each question', () => {
  test('stands in one place', () => expect(twice(questions.map(({ id }) => id))).toEqual([]));
  test('is asked by some form: what nobody asks is taken out, or retired', () => {
    expect(questions.filter(({ id, retired }) => !asked.has(id) && !retired).map(({ id }) => id)).toEqual([]);
  });
  test('has options with different ids', () => {
    const wrong = questions.filter((question) => twice(optionsOf(question).map(({ id }) => id)).length > 0);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
  test('with a “none of these” says that it stands alone', () => {
    const none = questions.filter(({ type }) => type === 'choose-many').flatMap(optionsOf);
    expect(none.filter(({ id, alone }) => /^(none|nobody|keep)/.test(id) !== (alone === true)).map(({ id }) => id)).toEqual([]);
  });
  test('of a group is asked only in it', () => {
    const fields = questions.flatMap((question) => (question.type === 'group' ? question.of : []));
    const alone = forms.flatMap((form) => ('sections' in form ? form.sections : [])).flatMap(({ pages }) => pages);
    const items = alone.flatMap(({ items }) => items).flatMap((item) => ('q' in item ? [item.q] : []));
    expect(fields.filter((field) => items.includes(field))).toEqual([]);
  });
});

describe('each option', () => {
  const every = questions.flatMap((question) =>
    optionsOf(question).map((option) => ({ at: `${question.id}/${option.id}`, option })),
  );
  test('that no condition names says why it may stay', () => {
    expect(every.filter(({ at, option }) => !optionsNamed.has(at) && !option.unusedBecause).map(({ at }) => at)).toEqual([]);
  });
  test('that a condition names does not say that it is unused', () => {
    expect(every.filter(({ at, option }) => optionsNamed.has(at) && option.unusedBecause).map(({ at }) => at)).toEqual([]);
  });
});

describe('what uses the answers', () => {
  /** The stages of the pathway, and the decisions and sums that a case can meet beside them. */
  const DECISIONS = ['assessment', 'planning', 'plan-approval', 'review', 'carers-assessment', 'urgent-support'];
  const SUMS = ['resource-allocation', 'financial-assessment'];
  const uses = questions.flatMap((question) => question.why.usedBy.map((use) => ({ id: question.id, ...use })));

  test('is a decision or a sum that there is', () => {
    expect(uses.filter(({ kind, ref }) => kind === 'decision' && !DECISIONS.includes(ref))).toEqual([]);
    expect(uses.filter(({ kind, ref }) => kind === 'calculation' && !SUMS.includes(ref))).toEqual([]);
  });
  test('is named once in a question', () => {
    expect(twice(uses.map(({ id, kind, ref }) => `${id}: ${kind} ${ref}`))).toEqual([]);
  });
  test('is more than the returns, but for the one number only they need', () => {
    const only = questions.filter(({ why }) => why.usedBy.every(({ kind }) => kind === 'return'));
    expect(only.map(({ id }) => id)).toEqual(['about.nhs-number']);
  });
  test('decides how close it is kept: what keeps somebody safe is kept closest', () => {
    const close = questions.filter(({ why }) => why.usedBy.some(({ kind }) => kind === 'safeguarding'));
    expect(close.filter(({ sensitivity }) => sensitivity !== 'special').map(({ id }) => id)).toEqual([]);
  });
});

describe('the law', () => {
  const bound = (form: string): (string | undefined)[] => askedIn(formCalled(form)).map(({ statutoryId }) => statutoryId);

  test('binds each id of the national draft standard once, in the needs assessment', () => {
    expect(
      bound('needs-assessment')
        .filter((id) => id !== undefined)
        .sort(),
    ).toEqual([...STATUTORY_IDS].sort());
    expect(questions.filter(({ statutoryId }) => statutoryId)).toHaveLength(STATUTORY_IDS.length);
  });
  test('says each of the ten outcomes in its own words', () => {
    const findings = questions.filter(
      (question): question is Extract<Question, { type: 'finding' }> => question.type === 'finding',
    );
    const said = new Map(findings.map(({ finding, ask }) => [finding, say(ask).toLowerCase().replace('’', "'")]));
    expect(ADULT_OUTCOMES.filter(({ code, statutory }) => !said.get(code)?.startsWith(`${statutory.toLowerCase()}:`))).toEqual(
      [],
    );
  });
  test('asks carers about each of their eight outcomes once', () => {
    const codes = ['CHILD', 'OTHERS', 'HOME', 'NUTRITION', 'RELATIONSHIPS', 'WTEV', 'COMMUNITY', 'RECREATION'];
    const refs = askedIn(formCalled('carers-self-assessment')).flatMap(({ why }) => why.usedBy.map(({ ref }) => ref));
    expect(refs.filter((ref) => ref.startsWith('CARER-')).sort()).toEqual(codes.map((code) => `CARER-${code}`).sort());
  });
});

describe('the life areas', () => {
  const areas = questions.filter(
    (question): question is Extract<Question, { type: 'life-area' }> => question.type === 'life-area',
  );
  const models = filesOf('allocation').map(({ content }) => RasModel.parse(content));

  test.each(models)('are those of $id, in its order and words', (model) => {
    const ofModel = model.questions.map(({ id, text }) => ({
      id,
      area: id,
      plain: wordsFor(text, 'en', id),
      easy: wordsFor(text, 'easyRead', id),
    }));
    const ofBank = areas.map(({ id, area, ask }) => ({ id, area, plain: say(ask), easy: say(ask, { easy: true }) }));
    expect(ofBank).toEqual(ofModel);
  });
  test('must be answered, and looked at afresh each time', () => {
    expect(areas.filter(({ required, freshFor }) => !required || freshFor !== 'each-time').map(({ id }) => id)).toEqual([]);
  });
});
