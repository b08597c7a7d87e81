/**
 * Adding a question to a form begins with “Which decision uses this?”, and goes on with what the bank asks already, so that nothing is
 * asked twice. Where it goes is `form-add-place.tsx`; writing a new one is `form-add-new.tsx`. Nothing is changed here.
 */
import { Use } from '../../../lib/domain/question.ts';
import { isHuman } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { Radios, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { SearchForm } from '../kit/search-form.tsx';
import { Table } from '../kit/tables.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { show } from '../page.ts';
import { similarTo } from './bank-search.ts';
import { notThere } from './deed-page.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { pathwaysOf } from './draft-reading.ts';
import { asked, formIn, formsWith, part, questionsIn } from './draft-things.ts';
import { toForm } from './form-take-out.tsx';
import { LinkTo } from './forms.tsx';
import { USE_KINDS, useInWords } from './uses-reading.ts';

const KINDS = Object.entries(USE_KINDS).map(([value, { choice }]) => ({ value, text: choice }));
/** Made at a stage, so its name is chosen; every other is written. */
const AT_A_STAGE: readonly string[] = ['decision', 'calculation', 'payment'];

/** What an address says of the use; errors say what it lacks. */
export const useAsked = (visit: DraftVisit): { readonly use: Use } | { readonly errors: FieldErrors } => {
  const kind = asked(visit, 'kind');
  const atStage = AT_A_STAGE.includes(kind);
  const ref = (atStage ? asked(visit, 'stage') : asked(visit, 'ref')).trim();
  if (!KINDS.some(({ value }) => value === kind))
    return { errors: { kind: 'Choose what uses the answer. If nothing does, it is not asked.' } };
  if (ref === '') return { errors: atStage ? { stage: 'Choose the stage.' } : { ref: 'Name it.' } };
  const read = Use.safeParse({ kind, ref });
  return read.success ? { use: read.data } : { errors: { ref: 'Use at most 120 characters.' } };
};

/** The use in an address of the next step. */
export const useQuery = ({ kind, ref }: Use, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ kind, [AT_A_STAGE.includes(kind) ? 'stage' : 'ref']: ref, ...more }).toString();

const stageChoices = (visit: DraftVisit) => {
  const stages = pathwaysOf(visit).flatMap(({ stages: own }) =>
    own.filter((stage) => isHuman(stage) || stage.kind === 'resource-allocation'),
  );
  const byId = new Map(stages.map(({ id, title }) => [id, title]));
  return [{ value: '', text: 'None of these' }, ...[...byId].map(([value, text]) => ({ value, text }))];
};

type AddProps = { readonly visit: DraftVisit; readonly errors?: FieldErrors };

export const AddView = ({ visit, errors = {} }: AddProps): Html => (
  <DraftFrame
    visit={visit}
    title="Which decision uses this?"
    part="Forms"
    errors={errors}
    back={draftHref(visit.view.draft, toForm(visit))}
  >
    <p class="govuk-body">Every question costs people time. So it begins with what the answer is for.</p>
    <SearchForm action={draftHref(visit.view.draft, `${toForm(visit)}/add/which`)} submit="Continue" label="What uses the answer">
      <Radios name="kind" legend="What uses the answer?" choices={KINDS} value={asked(visit, 'kind')} error={errors.kind} />
      <Select
        name="stage"
        label="For a decision, a sum or a payment: at which stage?"
        choices={stageChoices(visit)}
        value={asked(visit, 'stage')}
        error={errors.stage}
      />
      <TextInput
        name="ref"
        label="For anything else: its name"
        hint="The letter, the field of the return, or the section of the Act, such as “Care Act 2014, s.9”."
        value={asked(visit, 'ref')}
        error={errors.ref}
      />
    </SearchForm>
  </DraftFrame>
);

const Found = ({ visit, use, words }: { readonly visit: DraftVisit; readonly use: Use; readonly words: string }) => {
  const href = (path: string, more: Readonly<Record<string, string>>) =>
    draftHref(visit.view.draft, `${toForm(visit)}/add/${path}?${useQuery(use, more)}`);
  const found = similarTo(questionsIn(visit), words);
  return (
    <>
      <Table
        caption="The bank has these already, the nearest first"
        head={[{ text: 'Question' }, { text: 'Asked in' }, { text: 'Do' }]}
        rowHeads
        rows={found.map((question) => [
          say(question.ask),
          formsWith(visit, question.id)
            .map(({ form }) => say(form.title))
            .join(', ') || 'No form',
          <LinkTo href={href('place', { question: question.id })} text="Use this one" what={say(question.ask)} />,
        ])}
        empty="The bank asks nothing like it."
      />
      <p class="govuk-body">
        <LinkTo href={href('new', { words })} text="None of these: write a new question" />
      </p>
    </>
  );
};

export const WhichView = ({ visit, use }: { readonly visit: DraftVisit; readonly use: Use }): Html => {
  const words = asked(visit, 'words').slice(0, 200);
  return (
    <DraftFrame
      visit={visit}
      title="Is it asked already?"
      part="Forms"
      back={draftHref(visit.view.draft, `${toForm(visit)}/add?${useQuery(use)}`)}
    >
      <InsetText>{useInWords(visit, use)}</InsetText>
      <SearchForm action={draftHref(visit.view.draft, `${toForm(visit)}/add/which`)} submit="Look in the bank" label="The bank">
        {[...new URLSearchParams(useQuery(use))].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextInput name="words" label="What do you want to know?" hint="In the words you would ask it in." value={words} />
      </SearchForm>
      {words.trim() ? <Found visit={visit} use={use} words={words} /> : null}
    </DraftFrame>
  );
};

export const formAdd = draftPage({
  path: '/forms/:form/add',
  get: async (visit) => (formIn(visit, part(visit, 'form')) ? show(AddView({ visit })) : notThere(visit)),
});

export const formAddWhich = draftPage({
  path: '/forms/:form/add/which',
  get: async (visit) => {
    if (!formIn(visit, part(visit, 'form'))) return notThere(visit);
    const found = useAsked(visit);
    return 'use' in found ? show(WhichView({ visit, use: found.use })) : show(AddView({ visit, errors: found.errors }), 422);
  },
});
