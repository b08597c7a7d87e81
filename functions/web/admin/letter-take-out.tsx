/** Taking a paragraph or a whole letter out, with what the law says about it, and adding a paragraph. */
import type { Operation } from '../../../lib/app/configuring/operation.ts';
import type { LetterTemplate } from '../../../lib/domain/letter.ts';
import { canSay } from '../../../lib/domain/letter-event.ts';
import { BLOCKS } from '../../../lib/domain/letter-saying.ts';
import { say } from '../../../lib/domain/text.ts';
import { Checkboxes, Select } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { list, type Typed, text } from '../page.ts';
import { type Drawn, deedPage, type Reading } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { lettersIn } from './draft-things.ts';
import { findLetter, Placeholders, toLetter } from './letter.tsx';
import { findParagraph, type InLetter, nameOf, waysOf } from './letter-edit.tsx';
import { SENT_WHEN, SHOWS } from './letter-words.ts';
import { holdersOf, letterName } from './letters.tsx';
import { isAgainstLaw, takeOutWords, tried, WhatFollows } from './what-it-breaks.tsx';
import { readWords, WordingFields } from './wording.tsx';

const back = (visit: DraftVisit): string => draftHref(visit.view.draft, toLetter(visit));

type TakeOutProps = Pick<Drawn<unknown>, 'visit' | 'typed' | 'errors'> & {
  readonly title: string;
  readonly action: string;
  readonly operation: Operation;
  readonly about: Html;
};

const TakeOut = ({ visit, typed, errors, title, action, operation, about }: TakeOutProps): Html => {
  const result = tried(visit, operation);
  return (
    <DraftFrame visit={visit} title={title} part="Letters" errors={errors} back={back(visit)}>
      {about}
      <h2 class="govuk-heading-s">What follows</h2>
      <WhatFollows visit={visit} result={result} />
      {'cannot' in result ? null : (
        <ChangeForm
          visit={visit}
          action={action}
          submit={takeOutWords(isAgainstLaw(result))}
          errors={errors}
          reason={text(typed, 'reason')}
        />
      )}
    </DraftFrame>
  );
};

const paragraphGone = ({ template, at }: InLetter): Operation => ({
  type: 'remove-paragraph',
  letter: template.id,
  paragraph: at === 'title' ? 0 : at,
});

export const paragraphTakeOut = deedPage<InLetter>({
  path: '/letters/:letter/paragraphs/:at/take-out',
  find: findParagraph,
  draw: ({ thing, ...drawn }) =>
    TakeOut({
      ...drawn,
      title: `Take out ${nameOf(thing)}`,
      action: `${toLetter(drawn.visit)}/paragraphs/${thing.at}/take-out`,
      operation: paragraphGone(thing),
      about: <InsetText>{say(thing.words) || 'It has no words of its own.'}</InsetText>,
    }),
  read: (thing) => ({ operation: paragraphGone(thing) }),
  to: toLetter,
  field: 'reason',
});

const LetterGone = ({ visit, template }: { readonly visit: DraftVisit; readonly template: LetterTemplate }): Html => (
  <p class="govuk-body">
    {template.kind === 'letter'
      ? `Nobody would be written to when ${SENT_WHEN[template.event]}. Letters that were sent stay as they are.`
      : `It goes out of ${holdersOf(lettersIn(visit), template.id).length} letters. Letters that were sent stay as they are.`}
  </p>
);

export const letterTakeOut = deedPage<LetterTemplate>({
  path: '/letters/:letter/take-out',
  find: findLetter,
  draw: ({ thing, ...drawn }) =>
    TakeOut({
      ...drawn,
      title: `Take out “${letterName(thing)}”`,
      action: `${toLetter(drawn.visit)}/take-out`,
      operation: { type: 'remove-letter', letter: thing.id },
      about: <LetterGone visit={drawn.visit} template={thing} />,
    }),
  read: ({ id }) => ({ operation: { type: 'remove-letter', letter: id } }),
  to: () => '/letters',
  field: 'reason',
});

/** What a new paragraph can be: words, something the event holds with words before it, or a part. */
const KIND_WORDS = { value: 'words', text: 'Words' };
const kindsFor = (visit: DraftVisit, template: LetterTemplate) => {
  if (template.kind === 'part') return [KIND_WORDS];
  const parts = lettersIn(visit).filter(({ kind, id }) => kind === 'part' && id !== 'opening' && id !== 'closing');
  const shows = BLOCKS.filter((block) => canSay(template.event).blocks.includes(block));
  return [
    KIND_WORDS,
    ...shows.map((block) => ({ value: `show/${block}`, text: `${SHOWS[block]}, after words` })),
    ...parts.map((each) => ({ value: `part/${each.id}`, text: `The part “${letterName(each)}”` })),
  ];
};

const placesOf = (template: LetterTemplate) => [
  { value: '0', text: 'First' },
  ...template.paragraphs.map((_, at) => ({ value: String(at + 1), text: `After paragraph ${at + 1}` })),
];

const AddView = ({ visit, thing, typed, errors }: Drawn<LetterTemplate>): Html => (
  <DraftFrame visit={visit} title="Add a paragraph" part="Letters" errors={errors} back={back(visit)}>
    <p class="govuk-body">Every paragraph is one more to read. Say in the reason what somebody can do once they have read it.</p>
    <ChangeForm visit={visit} action={`${toLetter(visit)}/add`} submit="Add it" errors={errors} reason={text(typed, 'reason')}>
      <Select name="at" label="Where?" choices={placesOf(thing)} value={text(typed, 'at')} error={errors.at} />
      <Select
        name="kind"
        label="What stands there?"
        choices={kindsFor(visit, thing)}
        value={text(typed, 'kind')}
        error={errors.kind}
      />
      <WordingFields typed={typed} errors={errors} />
      {thing.kind === 'letter' ? (
        <Checkboxes
          name="when"
          legend="For which ways?"
          hint="Tick none, and it is always said."
          choices={waysOf(thing)}
          values={list(typed, 'when')}
        />
      ) : null}
    </ChangeForm>
    <Placeholders template={thing} />
  </DraftFrame>
);

const paragraphIn = (kind: string, words: unknown): Record<string, unknown> => {
  const [what, id] = kind.split('/');
  if (what === 'show') return { show: id, ...(words ? { intro: words } : {}) };
  return what === 'part' ? { part: id } : { text: words };
};

const readAdded = (template: LetterTemplate, typed: Typed, visit: DraftVisit): Reading => {
  const read = readWords(typed);
  if ('errors' in read) return read;
  const kind = kindsFor(visit, template).find(({ value }) => value === text(typed, 'kind'))?.value;
  if (!kind) return { errors: { kind: 'Choose what stands there.' } };
  if (kind === 'words' && read.text === null) return { errors: { 'words-plain': 'Write the words in plain English.' } };
  const place = placesOf(template).find(({ value }) => value === text(typed, 'at'))?.value;
  if (place === undefined) return { errors: { at: 'Choose where it goes.' } };
  const when = waysOf(template).flatMap(({ value }) => (list(typed, 'when').includes(value) ? [value] : []));
  const paragraph = { ...paragraphIn(kind, read.text), ...(when.length > 0 && { when }) };
  return { operation: { type: 'add-paragraph', letter: template.id, at: Number(place), paragraph } };
};

export const paragraphAdd = deedPage<LetterTemplate>({
  path: '/letters/:letter/add',
  find: findLetter,
  first: (template) => ({ at: String(template.paragraphs.length), kind: 'words' }),
  draw: AddView,
  read: readAdded,
  to: toLetter,
  field: 'words-plain',
});
