/** Changing a question of the bank: a piece of its words, how it is used, or retiring it. What it is asked in is `form*.tsx`. */
import type { OperationOf } from '../../../lib/app/configuring/operation.ts';
import { FreshFor, type Question } from '../../../lib/domain/question.ts';
import { say, type Text } from '../../../lib/domain/text.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { dayText, readDay } from '../shared/one-line-date.ts';
import { YES_NO } from '../shared/plain-field.tsx';
import { type Drawn, deedPage, type Reading } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { part } from './draft-things.ts';
import { findQuestion, impactOf, type Piece, piecesOf, toQuestion } from './question.tsx';
import { isAgainstLaw, takeOutWords, tried, WhatFollows } from './what-it-breaks.tsx';
import { readWords, typedWords, WordingFields } from './wording.tsx';

const back = (visit: DraftVisit): string => draftHref(visit.view.draft, toQuestion(visit));

type Wording = { readonly question: Question; readonly piece: Piece };

const WordsView = ({ visit, thing: { question, piece }, typed, errors }: Drawn<Wording>): Html => (
  <DraftFrame visit={visit} title={`${piece.text}: change the words`} part="Questions" errors={errors} back={back(visit)}>
    <InsetText>
      {say(question.ask)} <span class="ow-working__detail">{impactOf(visit, question)} What it means stays as it is.</span>
    </InsetText>
    {piece.id === 'hint' ? <p class="govuk-body">Clear every box to leave the hint out.</p> : null}
    <ChangeForm
      visit={visit}
      action={`${toQuestion(visit)}/words/${piece.id}`}
      submit="Change the words"
      errors={errors}
      reason={text(typed, 'reason')}
    >
      <WordingFields typed={typed} errors={errors} />
    </ChangeForm>
  </DraftFrame>
);

type Set = OperationOf<'reword-question'>['set'];

const setOf = (id: string, words: Text): Set => {
  if (id === 'ask') return { ask: words };
  if (id === 'item') return { itemName: words };
  if (id === 'reason' || id === 'sees') return { why: { [id]: words } };
  return id === 'hint' ? { hint: words } : { options: { [id.replace('option.', '')]: words } };
};

export const questionWords = deedPage<Wording>({
  path: '/questions/:question/words/:words',
  find: (visit) => {
    const question = findQuestion(visit);
    const piece = question && piecesOf(question).find(({ id }) => id === part(visit, 'words'));
    return question && piece && { question, piece };
  },
  first: ({ piece }) => typedWords(piece.words),
  draw: WordsView,
  read: ({ question, piece }, typed): Reading => {
    const read = readWords(typed, piece.words);
    if ('errors' in read) return read;
    const reword = { type: 'reword-question', question: question.id } as const;
    if (read.text !== null) return { operation: { ...reword, set: setOf(piece.id, read.text) } };
    if (piece.id === 'hint') return { operation: { ...reword, set: { hint: null } } };
    return { errors: { 'words-plain': 'Write the words in plain English.' } };
  },
  to: toQuestion,
  field: 'words-plain',
});

const FRESH = [
  { value: 'forever', text: 'For good' },
  { value: 'each-time', text: 'Until next time: it is looked at again in every new cycle' },
  { value: 'for', text: 'For as long as is written below' },
];

const isSpan = ({ freshFor }: Question): boolean => freshFor !== 'forever' && freshFor !== 'each-time';

const firstChange = (question: Question): Typed => ({
  required: question.required ? 'yes' : 'no',
  fresh: isSpan(question) ? 'for' : question.freshFor,
  span: isSpan(question) ? question.freshFor.slice(1) : '',
  owner: question.owner ?? '',
  'look-again': dayText(question.lookAgainOn),
});

const ChangeView = ({ visit, thing, typed, errors }: Drawn<Question>): Html => {
  const at = (name: string) => ({ name, value: text(typed, name), error: errors[name] });
  return (
    <DraftFrame
      visit={visit}
      title={`Change how “${say(thing.ask)}” is used`}
      part="Questions"
      errors={errors}
      back={back(visit)}
    >
      <InsetText>{impactOf(visit, thing)}</InsetText>
      <ChangeForm
        visit={visit}
        action={`${toQuestion(visit)}/change`}
        submit="Change it"
        errors={errors}
        reason={text(typed, 'reason')}
      >
        <Radios
          {...at('required')}
          legend="Must it be answered before the form can be sent?"
          hint="“I would rather talk about this” is an answer."
          choices={YES_NO}
          inline
        />
        <Radios {...at('fresh')} legend="How long does an answer stay good?" choices={FRESH} />
        <TextInput
          {...at('span')}
          label="How long?"
          hint="A number with D for days, W for weeks, M for months or Y for years, such as 6M."
          width={5}
        />
        <TextInput {...at('owner')} label="Who answers for it?" hint="A team or a post, such as “Quality team”." />
        <TextInput {...at('look-again')} label="When is it looked at again?" hint="A day, such as 30 11 2027." width={20} />
      </ChangeForm>
    </DraftFrame>
  );
};

type Meaning = OperationOf<'change-question'>['set'];
type ReadMeaning = { readonly set: Meaning } | { readonly errors: FieldErrors };

const freshIn = (typed: Typed): string => {
  const fresh = text(typed, 'fresh');
  return fresh === 'for' ? `P${text(typed, 'span').trim().toUpperCase()}` : fresh;
};

/** Only what differs, so that the list of changes names only that. What an owner and a day are cannot be taken away again. */
const readMeaning = (question: Question, typed: Typed): ReadMeaning => {
  const fresh = FreshFor.safeParse(freshIn(typed));
  const owner = text(typed, 'owner').trim();
  const day = readDay(text(typed, 'look-again'));
  const errors: FieldErrors = {
    ...(fresh.success ? {} : { [text(typed, 'fresh') === 'for' ? 'span' : 'fresh']: 'Write how long, such as 30D, 6M or 1Y.' }),
    ...(owner.length > 80 ? { owner: 'Use at most 80 characters.' } : {}),
    ...(day && 'message' in day ? { 'look-again': day.message } : {}),
  };
  if (!fresh.success || Object.keys(errors).length > 0) return { errors };
  const required = text(typed, 'required') === 'yes';
  const lookAgainOn = day && 'date' in day ? day.date : undefined;
  return {
    set: {
      ...(required !== question.required && { required }),
      ...(fresh.data !== question.freshFor && { freshFor: fresh.data }),
      ...(owner && owner !== question.owner && { owner }),
      ...(lookAgainOn && lookAgainOn !== question.lookAgainOn && { lookAgainOn }),
    },
  };
};

export const questionChange = deedPage<Question>({
  path: '/questions/:question/change',
  find: findQuestion,
  first: firstChange,
  draw: ChangeView,
  read: (question, typed): Reading => {
    const read = readMeaning(question, typed);
    return 'errors' in read ? read : { operation: { type: 'change-question', question: question.id, set: read.set } };
  },
  to: toQuestion,
  field: 'required',
});

const RetireView = ({ visit, thing, typed, errors }: Drawn<Question>): Html => {
  const result = tried(visit, { type: 'retire-question', question: thing.id });
  return (
    <DraftFrame visit={visit} title={`Retire “${say(thing.ask)}”`} part="Questions" errors={errors} back={back(visit)}>
      <InsetText>{impactOf(visit, thing)}</InsetText>
      <p class="govuk-body">It can be asked no more. Its id stays taken, and answers to it stay readable.</p>
      <WhatFollows visit={visit} result={result} />
      {'cannot' in result ? null : (
        <ChangeForm
          visit={visit}
          action={`${toQuestion(visit)}/retire`}
          submit={takeOutWords(isAgainstLaw(result), 'Retire it')}
          errors={errors}
          reason={text(typed, 'reason')}
        />
      )}
    </DraftFrame>
  );
};

export const questionRetire = deedPage<Question>({
  path: '/questions/:question/retire',
  find: findQuestion,
  draw: RetireView,
  read: ({ id }) => ({ operation: { type: 'retire-question', question: id } }),
  to: toQuestion,
  field: 'reason',
});
