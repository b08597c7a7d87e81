/** One question of the bank: its words in every register, what uses it, where it is asked. Every edit is a page of its own. */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { say, type Text } from '../../../lib/domain/text.ts';
import { missingWords } from '../../../lib/pathway/missing-words.ts';
import type { Html, Words } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Tag } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import { show } from '../page.ts';
import { notThere } from './deed-page.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage, faultsOf } from './draft-page.tsx';
import { bankIn, counted, formsIn, formsWith, part, questionsIn, stagesWith } from './draft-things.ts';
import { Lines, LinkTo } from './forms.tsx';
import { OwnFaults } from './own-faults.tsx';
import { usesInWords } from './uses-reading.ts';
import { GradeNote, gradeWords, lacksWords } from './wording.tsx';

export const toQuestion = (visit: DraftVisit): string => `/questions/${part(visit, 'question')}`;
export const findQuestion = (visit: DraftVisit): Question | undefined => bankIn(visit).get(part(visit, 'question'));

/** Where a change of it is felt, in one sentence. @example 'Used in 3 forms on 2 pathways.' */
export const impactOf = (visit: DraftVisit, question: Question): string => {
  const forms = formsWith(visit, question.id).map(({ form }) => form);
  const pathways = new Set(forms.flatMap((form) => stagesWith(visit, form.id).map(({ pathway }) => pathway)));
  if (forms.length === 0) return 'No form asks it.';
  return `Used in ${counted(forms.length, 'form')} on ${counted(pathways.size, 'pathway')}.`;
};

export type Piece = { readonly id: string; readonly text: string; readonly words: Text | undefined };

/** Every piece of wording of a question, with the name it has in an address. */
export const piecesOf = (question: Question): Piece[] => [
  { id: 'ask', text: 'The question', words: question.ask },
  { id: 'hint', text: 'The hint', words: question.hint },
  ...('options' in question
    ? question.options.map((option) => ({
        id: `option.${option.id}`,
        text: `The answer “${say(option.text)}”`,
        words: option.text,
      }))
    : []),
  ...(question.type === 'group' ? [{ id: 'item', text: 'What one of them is called', words: question.itemName }] : []),
  { id: 'reason', text: 'Why we ask', words: question.why.reason },
  { id: 'sees', text: 'Who can read the answer', words: question.why.sees },
];

/** The names `missing-words.ts` has for the same pieces. */
const gapName = (id: string): string =>
  id === 'reason' || id === 'sees' ? `why/${id}` : id === 'item' ? 'itemName' : id.replace('option.', 'options/');

const wordRows = (visit: DraftVisit, question: Question): Words[][] => {
  const gaps = missingWords(formsIn(visit), questionsIn(visit)).questions.find(({ id }) => id === question.id)?.gaps ?? [];
  const open = visit.view.draft.state === 'open';
  return piecesOf(question).map(({ id, text, words }) => {
    const lacks = gaps.find((gap) => gap.text === gapName(id))?.lacks ?? [];
    const easy = typeof words === 'object' ? words.en.easy : undefined;
    return [
      text,
      say(words) || 'None',
      easy ?? '',
      <Lines lines={words ? [gradeWords(say(words)), lacksWords(lacks)].filter(Boolean) : []} />,
      open ? (
        <LinkTo href={draftHref(visit.view.draft, `/questions/${question.id}/words/${id}`)} text="Change" what={text} />
      ) : (
        ''
      ),
    ];
  });
};

const TYPES: Readonly<Record<Question['type'], string>> = {
  text: 'One line of words',
  'long-text': 'Words at length',
  'choose-one': 'One answer from a list',
  'choose-many': 'Any answers from a list',
  'yes-no': 'Yes or no',
  date: 'A day',
  money: 'An amount of money',
  number: 'A number',
  address: 'An address',
  group: 'Several of the same, field by field',
  'life-area': 'An area of life',
  finding: 'Found on the page of the assessment',
};

/** @example freshWords('P1Y') // '1 year' */
export const freshWords = (fresh: Question['freshFor']): string => {
  if (fresh === 'forever') return 'For good';
  if (fresh === 'each-time') return 'Looked at again each time';
  const unit = { D: 'day', W: 'week', M: 'month', Y: 'year' }[fresh.slice(-1)] ?? 'day';
  return counted(Number(fresh.slice(1, -1)), unit);
};

const factsOf = (visit: DraftVisit, question: Question) => [
  { key: 'Kind of answer', value: TYPES[question.type] },
  { key: 'Must be answered', value: question.required ? 'Yes' : 'No' },
  { key: 'An answer stays good', value: freshWords(question.freshFor) },
  { key: 'The law it rests on', value: question.why.basis.join('; ') || 'None named' },
  { key: 'Bound to', value: question.statutoryId ?? 'No question of the national standard' },
  { key: 'Who answers for it', value: question.owner ?? 'Nobody yet' },
  { key: 'Looked at again', value: question.lookAgainOn ? formatDate(question.lookAgainOn) : 'No day is set' },
  { key: 'What uses the answer', value: <Lines lines={usesInWords(visit, question)} /> },
];

const Whereabouts = ({ visit, question }: { readonly visit: DraftVisit; readonly question: Question }) => (
  <Table
    caption="Where it is asked"
    head={[{ text: 'Form' }, { text: 'Filled in at' }, { text: 'How' }, { text: 'Do' }]}
    rowHeads
    rows={formsWith(visit, question.id).map(({ form, looks, within }) => [
      <LinkTo href={draftHref(visit.view.draft, `/forms/${form.id}`)} text={say(form.title)} />,
      <Lines lines={stagesWith(visit, form.id).map(({ pathway, stage }) => `${stage} (${pathway})`)} />,
      within ? `A field of “${say(within.ask)}”` : looks ? 'To look at again' : 'Asked',
      within || visit.view.draft.state !== 'open' ? (
        ''
      ) : (
        <LinkTo
          href={draftHref(visit.view.draft, `/forms/${form.id}/questions/${question.id}/take-out`)}
          text="Take it out"
          what={`of ${say(form.title)}`}
        />
      ),
    ])}
    empty="No form asks it."
  />
);

export const QuestionView = ({ visit, question }: { readonly visit: DraftVisit; readonly question: Question }): Html => {
  const href = (path: string): string => draftHref(visit.view.draft, `/questions/${question.id}/${path}`);
  const open = visit.view.draft.state === 'open';
  return (
    <DraftFrame visit={visit} title={say(question.ask)} part="Questions" back={draftHref(visit.view.draft, '/questions')}>
      <OwnFaults faults={faultsOf(visit)} file="questions" where={`questions/${question.id}/`} />
      <p class="govuk-body">
        Its id is {question.id}. {impactOf(visit, question)} {question.retired ? <Tag text="Retired" colour="grey" /> : null}
      </p>
      <Table
        caption="Its words"
        head={[{ text: 'What' }, { text: 'Plain English' }, { text: 'Easy Read' }, { text: 'Reading' }, { text: 'Do' }]}
        rowHeads
        rows={wordRows(visit, question)}
      />
      <GradeNote />
      <SummaryList rows={factsOf(visit, question)} />
      {open && !question.retired ? (
        <p class="govuk-body">
          <LinkTo href={href('change')} text="Change how it is used" />
          {' · '}
          <LinkTo href={href('retire')} text="Retire it" />
        </p>
      ) : null}
      <Whereabouts visit={visit} question={question} />
    </DraftFrame>
  );
};

export const question = draftPage({
  path: '/questions/:question',
  get: async (visit) => {
    const found = findQuestion(visit);
    return found ? show(QuestionView({ visit, question: found })) : notThere(visit);
  },
});
