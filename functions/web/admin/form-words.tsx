/** The words of a form itself: its heading, its parts, its pages and the notes on them. The words of a question are the bank's. */
import type { OperationOf } from '../../../lib/app/configuring/operation.ts';
import { type Form, pagesOf, sectionsOf } from '../../../lib/domain/form.ts';
import { say, type Text } from '../../../lib/domain/text.ts';
import type { Html } from '../kit/html.ts';
import { text } from '../page.ts';
import { type Drawn, deedPage } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { draftHref } from './draft-page.tsx';
import { formIn, part } from './draft-things.ts';
import { toForm } from './form-take-out.tsx';
import { readWords, typedWords, WordingFields } from './wording.tsx';

type Where = OperationOf<'reword-form'>['where'];
type Piece = {
  readonly form: Form;
  readonly named: string;
  readonly where: Where;
  readonly words: Text;
  readonly title: string;
  /** It may be left out altogether. */
  readonly optional: boolean;
};

/** What an address names: `title`, `section.you.intro`, `page.name.title`, `page.name.note.0`. */
const pieceOf = (form: Form, named: string): Omit<Piece, 'form' | 'named'> | undefined => {
  const [kind, id = '', which = '', place = ''] = named.split('.');
  if (kind === 'title') return { where: 'title', words: form.title, title: 'the heading of the form', optional: false };
  if (kind === 'intro')
    return form.intro === undefined
      ? undefined
      : { where: 'intro', words: form.intro, title: 'the words at the start', optional: true };
  const section = kind === 'section' ? sectionsOf(form).find((each) => each.id === id) : undefined;
  if (section && which === 'title')
    return { where: { section: id, part: 'title' }, words: section.title, title: 'the heading of a part', optional: false };
  if (section?.intro && which === 'intro')
    return { where: { section: id, part: 'intro' }, words: section.intro, title: 'the words under a heading', optional: true };
  const page = kind === 'page' ? pagesOf(form).find((each) => each.id === id) : undefined;
  if (page?.title && which === 'title')
    return { where: { page: id, part: 'title' }, words: page.title, title: 'the heading of a page', optional: true };
  const guidance = /^\d{1,3}$/.test(place) ? Number(place) : -1;
  const note = which === 'note' ? page?.items.filter((item) => 'show' in item)[guidance] : undefined;
  return note && { where: { page: id, guidance }, words: note.text, title: 'a note', optional: true };
};

const WordsView = ({ visit, thing, typed, errors }: Drawn<Piece>): Html => (
  <DraftFrame
    visit={visit}
    title={`Change ${thing.title}`}
    part="Forms"
    errors={errors}
    back={draftHref(visit.view.draft, toForm(visit))}
  >
    <p class="govuk-body">
      In “{say(thing.form.title)}”. {thing.optional ? 'Clear every box to leave these words out.' : ''}
    </p>
    <ChangeForm
      visit={visit}
      action={`${toForm(visit)}/words/${thing.named}`}
      submit="Change the words"
      errors={errors}
      reason={text(typed, 'reason')}
    >
      <WordingFields typed={typed} errors={errors} />
    </ChangeForm>
  </DraftFrame>
);

export const formWords = deedPage<Piece>({
  path: '/forms/:form/words/:words',
  find: (visit) => {
    const form = formIn(visit, part(visit, 'form'));
    const named = part(visit, 'words');
    const piece = form && pieceOf(form, named);
    return form && piece && { form, named, ...piece };
  },
  first: ({ words }) => typedWords(words),
  draw: WordsView,
  read: ({ form, where, words, optional }, typed) => {
    const read = readWords(typed, words);
    if ('errors' in read) return read;
    if (read.text === null && !optional) return { errors: { 'words-plain': 'Write the words in plain English.' } };
    return { operation: { type: 'reword-form', form: form.id, where, text: read.text } };
  },
  to: toForm,
  field: 'words-plain',
});
