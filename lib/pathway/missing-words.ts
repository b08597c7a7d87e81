/**
 * Which words are missing from questions and forms: Welsh, Easy Read, and words for somebody answering about someone else. A report,
 * not a fault: the nearest words there are get shown (`say`). Whether the words are good is not known here.
 */
import { type Form, questionsOf } from '../domain/form.ts';
import type { Question } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import { type Missing, missingFrom, say, type Text } from '../domain/text.ts';

/** One piece of text, where it is, and what it lacks. */
export type Gap = { readonly text: string; readonly lacks: readonly Missing[] };
export type Gaps = { readonly id: string; readonly gaps: readonly Gap[] };

/** `wanted`: how many pieces of text should have these words; `missing`: how many of them do not. */
export type Count = { readonly wanted: number; readonly missing: number };
export type MissingWords = {
  readonly totals: Readonly<Record<Missing, Count>>;
  readonly questions: readonly Gaps[];
  readonly forms: readonly Gaps[];
};

type Piece = {
  readonly of: 'questions' | 'forms';
  readonly id: string;
  readonly text: string;
  readonly words: Text;
  readonly person: boolean;
};

/** Whether the words speak to the reader or as the reader, so that they are wrong about somebody else. */
const speaksToReader = (words: Text): boolean => /\b(I|me|my|mine|myself|you|your|yours|yourself)\b/i.test(say(words));

/** Staff read plain words about somebody else anyway; they, too, may work in Welsh. */
const wantedOf = ({ words, person }: Piece): Missing[] => {
  if (!person) return ['cy'];
  return speaksToReader(words) ? ['easy', 'about', 'cy'] : ['easy', 'cy'];
};

const piece =
  (of: Piece['of'], id: string, person: boolean) =>
  (text: string, words: Text | undefined): Piece[] =>
    words === undefined ? [] : [{ of, id, text, words, person }];

const piecesOfQuestion = (question: Question, person: boolean): Piece[] => {
  const at = piece('questions', question.id, person);
  const options = 'options' in question ? question.options : [];
  return [
    ...at('ask', question.ask),
    ...at('hint', question.hint),
    ...at('why/reason', question.why.reason),
    ...at('why/sees', question.why.sees),
    ...(question.type === 'group' ? at('itemName', question.itemName) : []),
    ...options.flatMap(({ id, text, hint }) => [...at(`options/${id}`, text), ...at(`options/${id}/hint`, hint)]),
  ];
};

const piecesOfForm = (form: Form): Piece[] => {
  const at = piece('forms', form.id, form.for === 'person');
  const sections = 'sections' in form ? form.sections : [];
  return [
    ...at('title', form.title),
    ...at('intro', form.intro),
    ...sections.flatMap(({ id, title, intro, pages }) => [
      ...at(id, title),
      ...at(`${id}/intro`, intro),
      ...pages.flatMap((page) => [
        ...at(`${id}/${page.id}`, page.title),
        ...page.items.flatMap((item) => ('show' in item ? at(`${id}/${page.id}/guidance`, item.text) : [])),
      ]),
    ]),
  ];
};

/** What a person can be asked; the fields of a group are asked with it. */
const askedOfPeople = (forms: readonly Form[], questions: readonly Question[]): Set<QuestionId> => {
  const asked = new Set(forms.filter((form) => form.for === 'person').flatMap(questionsOf));
  const fields = questions.flatMap((question) => (question.type === 'group' && asked.has(question.id) ? question.of : []));
  return new Set([...asked, ...fields]);
};

const grouped = (pieces: readonly Piece[], of: Piece['of']): Gaps[] => {
  const byId = new Map<string, Gap[]>();
  for (const each of pieces) {
    const lacks = each.of === of ? missingFrom(each.words, wantedOf(each)) : [];
    if (lacks.length > 0) byId.set(each.id, [...(byId.get(each.id) ?? []), { text: each.text, lacks }]);
  }
  return [...byId].map(([id, gaps]) => ({ id, gaps }));
};

/** Everything that lacks Welsh, Easy Read, or words about someone else where the plain ones say “you” or “I”. Retired questions do not count. */
export const missingWords = (forms: readonly Form[], questions: readonly Question[]): MissingWords => {
  const people = askedOfPeople(forms, questions);
  const live = questions.filter(({ retired }) => !retired);
  const pieces = [...live.flatMap((each) => piecesOfQuestion(each, people.has(each.id))), ...forms.flatMap(piecesOfForm)];
  const count = (register: Missing): Count => {
    const wanted = pieces.filter((each) => wantedOf(each).includes(register));
    return { wanted: wanted.length, missing: wanted.filter(({ words }) => missingFrom(words, [register]).length > 0).length };
  };
  return {
    totals: { easy: count('easy'), about: count('about'), cy: count('cy') },
    questions: grouped(pieces, 'questions'),
    forms: grouped(pieces, 'forms'),
  };
};
