/** What a statement of the points model is worth, and its words. The figures that follow are `lib/domain/allocation.ts`. */
import { type RasOption, type RasQuestion, type Wording, wordsFor } from '../../../lib/domain/ras-model.ts';
import type { Html } from '../kit/html.ts';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { decidedPage, type Filled, valueIn, wrong } from './decided-page.tsx';
import { named } from './decided-reading.ts';
import type { DraftVisit } from './draft-page.tsx';
import { type OwnModel, ownModel, preview, toModel } from './points-reading.tsx';
import { figure, figureErrors, needed, numberIn } from './typed-figures.ts';

type OwnQuestion = OwnModel & { readonly question: RasQuestion };
type OwnOption = OwnQuestion & { readonly option: RasOption };

const findQuestion = (visit: DraftVisit): OwnQuestion | undefined => {
  const own = ownModel(visit);
  const question = own?.model.questions.find(({ id }) => id === named(visit, 'question'));
  return own && question && { ...own, question };
};

const findOption = (visit: DraftVisit): OwnOption | undefined => {
  const own = findQuestion(visit);
  const option = own?.question.options.find(({ id }) => id === named(visit, 'option'));
  return own && option && { ...own, option };
};

export const statementPoints = decidedPage<OwnOption>({
  path: '/points/:model/questions/:question/:option',
  part: 'Points',
  find: findOption,
  title: ({ option }) => `Points for “${wordsFor(option.text, 'en', option.id)}”`,
  fields: ({ option }, filled) => (
    <TextInput
      name="points"
      label="Points"
      hint={`Now ${option.points}. More need is more points.`}
      width={4}
      inputmode="decimal"
      value={valueIn(filled, 'points', String(option.points))}
      error={filled.errors.points}
    />
  ),
  submit: 'Change the points',
  field: 'points',
  read: ({ model, question, option }, typed) => {
    const read = needed(numberIn(typed, 'points'), 'Write how many points it is worth. None is 0.');
    const points = figure(read);
    if (points === undefined) return wrong(figureErrors({ points: read }));
    return { type: 'set-points', model: model.id, question: question.id, option: option.id, points };
  },
  back: toModel,
  preview,
});

const inEnglish = (wording: Wording | undefined): string => wordsFor(wording, 'en', '');
const inEasyRead = (wording: Wording | undefined): string =>
  typeof wording === 'object' && 'easyRead' in wording ? wordsFor(wording, 'easyRead', '') : '';

const WordFields = ({ wording, filled }: { readonly wording: Wording | undefined; readonly filled: Filled }): Html => (
  <>
    <Textarea name="en" label="Plain words" rows={2} value={valueIn(filled, 'en', inEnglish(wording))} error={filled.errors.en} />
    <Textarea
      name="easyRead"
      label="Easy Read"
      hint="Short words, one thought. Left empty, the plain words are used."
      rows={2}
      value={valueIn(filled, 'easyRead', inEasyRead(wording))}
      error={filled.errors.easyRead}
    />
  </>
);

/** The words as they are to be written down: what there is in other languages stays. */
const wordsTyped = (wording: Wording | undefined, typed: Typed): Record<string, string> | undefined => {
  const [en, easyRead] = [text(typed, 'en').trim(), text(typed, 'easyRead').trim()];
  if (en === '') return undefined;
  const others = typeof wording === 'object' ? Object.entries(wording).filter(([, each]) => typeof each === 'string') : [];
  const { easyRead: _, ...kept } = Object.fromEntries(others) as Record<string, string>;
  return { ...kept, en, ...(easyRead !== '' && { easyRead }) };
};
const NO_WORDS = { en: 'Write the words people read.' };

export const questionWords = decidedPage<OwnQuestion>({
  path: '/points/:model/questions/:question',
  part: 'Points',
  find: findQuestion,
  title: ({ question }) => `Words of “${wordsFor(question.text, 'en', question.id)}”`,
  fields: ({ question }, filled) => <WordFields wording={question.text} filled={filled} />,
  submit: 'Change the words',
  field: 'en',
  read: ({ model, question }, typed) => {
    const words = wordsTyped(question.text, typed);
    return words ? { type: 'reword-model', model: model.id, question: question.id, text: words } : wrong(NO_WORDS);
  },
  back: toModel,
});

export const statementWords = decidedPage<OwnOption>({
  path: '/points/:model/questions/:question/:option/words',
  part: 'Points',
  find: findOption,
  title: ({ option }) => `Words of “${wordsFor(option.text, 'en', option.id)}”`,
  fields: ({ option }, filled) => <WordFields wording={option.text} filled={filled} />,
  submit: 'Change the words',
  field: 'en',
  read: ({ model, question, option }, typed) => {
    const words = wordsTyped(option.text, typed);
    if (!words) return wrong(NO_WORDS);
    return { type: 'reword-model', model: model.id, question: question.id, option: option.id, text: words };
  },
  back: toModel,
});
