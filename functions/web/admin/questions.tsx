/** The question bank of a draft: found by words, by where a question is used and by what it lacks. One question is `question.tsx`. */
import type { Question } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { missingWords } from '../../../lib/pathway/missing-words.ts';
import { Select } from '../kit/choices.tsx';
import type { Html, Words } from '../kit/html.ts';
import { Pagination } from '../kit/pagination.tsx';
import { SearchForm } from '../kit/search-form.tsx';
import { Table } from '../kit/tables.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { show } from '../page.ts';
import { hasWords } from './bank-search.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { asked, counted, formsIn, formsWith, questionsIn } from './draft-things.ts';
import { Lines, LinkTo } from './forms.tsx';
import { gradeWords, lacksWords } from './wording.tsx';

const WHICH = [
  { value: '', text: 'Every question' },
  { value: 'asked', text: 'Asked in a form' },
  { value: 'never', text: 'Asked nowhere' },
  { value: 'missing', text: 'Words are missing' },
  { value: 'retired', text: 'Retired' },
];

type Row = { readonly question: Question; readonly forms: readonly string[]; readonly lacks: string };

const rowsIn = (visit: DraftVisit): Row[] => {
  const questions = questionsIn(visit);
  const gaps = new Map(missingWords(formsIn(visit), questions).questions.map(({ id, gaps: own }) => [id, own]));
  return questions.map((question) => ({
    question,
    forms: formsWith(visit, question.id).map(({ form }) => say(form.title)),
    lacks: lacksWords([...new Set((gaps.get(question.id) ?? []).flatMap(({ lacks }) => lacks))]),
  }));
};

const isWanted = ({ question, forms, lacks }: Row, which: string): boolean => {
  if (which === 'asked') return forms.length > 0;
  if (which === 'never') return forms.length === 0 && !question.retired;
  if (which === 'missing') return lacks !== '';
  return which === 'retired' ? question.retired === true : true;
};

const A_PAGE = 40;

const cellsOf = (visit: DraftVisit, { question, forms, lacks }: Row): Words[] => [
  <LinkTo href={draftHref(visit.view.draft, `/questions/${question.id}`)} text={say(question.ask)} />,
  question.id,
  question.retired ? 'Retired' : forms.length === 0 ? 'Nowhere' : <Lines lines={forms} />,
  <Lines lines={[gradeWords(say(question.ask)), lacks].filter(Boolean)} />,
];

export const QuestionsView = ({ visit }: { readonly visit: DraftVisit }): Html => {
  const [words, which] = [asked(visit, 'words').slice(0, 200), asked(visit, 'which')];
  const found = rowsIn(visit).filter((row) => hasWords(row.question, words.trim()) && isWanted(row, which));
  const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
  const page = Math.min(pages, Math.max(1, Number(asked(visit, 'page')) || 1));
  const href = draftHref(visit.view.draft, '/questions');
  const at = (to: number): string => `${href}?${new URLSearchParams({ words, which, page: String(to) })}`;
  return (
    <DraftFrame visit={visit} title="Question bank" part="Questions">
      <SearchForm action={href} submit="Find" label="Questions to show">
        <TextInput name="words" label="Words in the question" value={words} type="search" />
        <Select name="which" label="Which questions?" value={which} choices={WHICH} />
      </SearchForm>
      <Table
        caption={`${counted(found.length, 'question')}`}
        head={[{ text: 'Question' }, { text: 'Id' }, { text: 'Asked in' }, { text: 'Reading' }]}
        rowHeads
        rows={found.slice((page - 1) * A_PAGE, page * A_PAGE).map((row) => cellsOf(visit, row))}
        empty="No question is like that."
      />
      {pages > 1 ? <Pagination page={page} pages={pages} href={at} /> : null}
    </DraftFrame>
  );
};

export const questions = draftPage({ path: '/questions', get: async (visit) => show(QuestionsView({ visit })) });
