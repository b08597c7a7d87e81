/** Changing a letter a paragraph at a time: its words, when it is said. Taking it out and adding one is `letter-take-out.tsx`. */

import type { LetterTemplate } from '../../../lib/domain/letter.ts';
import { canSay } from '../../../lib/domain/letter-event.ts';
import { say, type Text } from '../../../lib/domain/text.ts';
import { Checkboxes } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { list, text } from '../page.ts';
import { type Drawn, deedPage, type Reading } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { lettersIn, part } from './draft-things.ts';
import { findLetter, Placeholders, toLetter, wordsOfParagraph } from './letter.tsx';
import { wayWords } from './letter-words.ts';
import { holdersOf, letterName } from './letters.tsx';
import { readWords, typedWords, WordingFields } from './wording.tsx';

const back = (visit: DraftVisit): string => draftHref(visit.view.draft, toLetter(visit));

/** A paragraph in its letter, or the title of it. `optional`: it may stand without words of its own. */
export type InLetter = {
  readonly template: LetterTemplate;
  readonly at: number | 'title';
  readonly words: Text | undefined;
  readonly when?: readonly string[] | undefined;
  readonly optional: boolean;
};

const placeOf = (visit: DraftVisit): number => (/^\d{1,3}$/.test(part(visit, 'at')) ? Number(part(visit, 'at')) : -1);

export const findParagraph = (visit: DraftVisit): InLetter | undefined => {
  const template = findLetter(visit);
  const at = placeOf(visit);
  if (template?.kind === 'part') {
    const words = template.paragraphs[at];
    return words === undefined ? undefined : { template, at, words, optional: false };
  }
  const paragraph = template?.paragraphs[at];
  if (!template || !paragraph) return undefined;
  return { template, at, words: wordsOfParagraph(paragraph), when: paragraph.when, optional: 'show' in paragraph };
};

export const nameOf = ({ at }: InLetter): string => (at === 'title' ? 'the title' : `paragraph ${at + 1}`);
const actionOf = (visit: DraftVisit, { at }: InLetter, deed: string): string =>
  `${toLetter(visit)}/${at === 'title' ? 'title' : `paragraphs/${at}`}/${deed}`;

/** A part stands in many letters: who changes it sees how many. */
const Reach = ({ visit, template }: { readonly visit: DraftVisit; readonly template: LetterTemplate }) => (
  <p class="govuk-body">
    {template.kind === 'part'
      ? `It stands in ${holdersOf(lettersIn(visit), template.id).length} letters, and changes in all of them.`
      : `In “${letterName(template)}”.`}
  </p>
);

const WordsView = ({ visit, thing, typed, errors }: Drawn<InLetter>): Html => (
  <DraftFrame visit={visit} title={`Change ${nameOf(thing)}`} part="Letters" errors={errors} back={back(visit)}>
    <Reach visit={visit} template={thing.template} />
    {thing.optional ? <p class="govuk-body">Clear every box to leave out the words before what is shown.</p> : null}
    <ChangeForm
      visit={visit}
      action={actionOf(visit, thing, 'words')}
      submit="Change the words"
      errors={errors}
      reason={text(typed, 'reason')}
    >
      <WordingFields typed={typed} errors={errors} />
    </ChangeForm>
    <Placeholders template={thing.template} />
  </DraftFrame>
);

const readReworded = ({ template, at, words, optional }: InLetter, read: ReturnType<typeof readWords>): Reading => {
  if ('errors' in read) return read;
  if (read.text === null && !(optional && words !== undefined))
    return { errors: { 'words-plain': 'Write the words in plain English.' } };
  return { operation: { type: 'reword-letter', letter: template.id, paragraph: at, text: read.text } };
};

const wordsDeed = (path: string, find: (visit: DraftVisit) => InLetter | undefined) =>
  deedPage<InLetter>({
    path,
    find,
    first: ({ words }) => typedWords(words),
    draw: WordsView,
    read: (thing, typed) => readReworded(thing, readWords(typed, thing.words)),
    to: toLetter,
    field: 'words-plain',
  });

export const paragraphWords = wordsDeed('/letters/:letter/paragraphs/:at/words', (visit) => {
  const found = findParagraph(visit);
  // The words of a part are changed where the part is.
  return found && (found.words !== undefined || found.optional) ? found : undefined;
});
export const titleWords = wordsDeed('/letters/:letter/title/words', (visit) => {
  const template = findLetter(visit);
  return template?.kind === 'letter' ? { template, at: 'title', words: template.title, optional: false } : undefined;
});

export const waysOf = (template: LetterTemplate) =>
  template.kind === 'letter' ? canSay(template.event).variants.map((value) => ({ value, text: wayWords(value) })) : [];

const WhenView = ({ visit, thing, typed, errors }: Drawn<InLetter>): Html => (
  <DraftFrame visit={visit} title={`When ${nameOf(thing)} is said`} part="Letters" errors={errors} back={back(visit)}>
    <InsetText>{say(thing.words) || letterName(thing.template)}</InsetText>
    <ChangeForm
      visit={visit}
      action={actionOf(visit, thing, 'when')}
      submit="Say it then"
      errors={errors}
      reason={text(typed, 'reason')}
    >
      <Checkboxes
        name="when"
        legend="For which ways?"
        hint="Tick none, and it is always said."
        choices={waysOf(thing.template)}
        values={list(typed, 'when')}
        error={errors.when}
      />
    </ChangeForm>
  </DraftFrame>
);

export const paragraphWhen = deedPage<InLetter>({
  path: '/letters/:letter/paragraphs/:at/when',
  find: (visit) => {
    const found = findParagraph(visit);
    return found?.template.kind === 'letter' ? found : undefined;
  },
  first: ({ when = [] }) => ({ when: [...when] }),
  draw: WhenView,
  read: ({ template, at }, typed): Reading => {
    const known = waysOf(template).map(({ value }) => value);
    const when = known.filter((way) => list(typed, 'when').includes(way));
    if (at === 'title') return { errors: { when: 'A title is always said.' } };
    const all = when.length === 0 || when.length === known.length;
    return { operation: { type: 'set-when', letter: template.id, paragraph: at, when: all ? null : when } };
  },
  to: toLetter,
  field: 'when',
});
