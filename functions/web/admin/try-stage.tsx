/**
 * The stage that a tried case stands at: what the person reads, who acts, what its forms ask of whoever is looking, and how it can end.
 * Answers that decide what else is asked can be chosen; all others are made up. Going on is a link, so nothing is ever sent.
 */
import type { ActingRole } from '../../../lib/domain/actor.ts';
import { isHuman } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { actorOf } from '../../../lib/pathway/burden-walk.ts';
import { choiceOf, choicesOf } from '../../../lib/pathway/made-up.ts';
import type { Taken } from '../../../lib/pathway/replay.ts';
import { ofRole, type Tried } from '../../../lib/pathway/trial.ts';
import { Select } from '../kit/choices.tsx';
import { govuk } from '../kit/govuk.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Table } from '../kit/tables.tsx';
import { draftHref } from './draft-page.tsx';
import { leadWords, outcomeWords, promiseWords, WHO, waysOf, whoWords } from './stage-words.ts';
import { answerField, fieldsOf, type Look, queryOf, type TryProps } from './try-state.ts';

/** What of this the one who looks is asked. */
const lookedAt = (taken: readonly Taken[], as: Look): readonly Taken[] => (as === 'everybody' ? taken : ofRole(taken, as));

/** Whoever reads: staff read about somebody else. */
const asks = ({ place, shown }: Taken): string => {
  const role: ActingRole = actorOf(place);
  return say(shown.question.ask, { about: role !== 'person' });
};

const STANDING = {
  ask: 'Asked',
  confirm: 'Looked at again: is it still right?',
  known: 'Known, and not asked',
  done: 'Answered a moment ago',
} as const;

const answerWords = ({ walked }: TryProps, { shown }: Taken): string => {
  const { question } = shown;
  const value = shown.said?.value ?? walked.answer(question.id);
  const choice = choiceOf(value);
  const words = choicesOf(question, walked.model).find(({ id }) => id === choice)?.words;
  if (words) return words;
  if (question.type === 'finding') return 'Found on the page of the assessment';
  return value === undefined ? 'No answer' : 'Made up';
};

const Asked = ({ props, taken }: { readonly props: TryProps; readonly taken: readonly Taken[] }) => (
  <Table
    caption="What is asked here"
    rowHeads
    head={[{ text: 'Question' }, { text: 'Of whom' }, { text: 'How' }, { text: 'Answer' }]}
    rows={taken.map((each) => [
      asks(each),
      WHO[actorOf(each.place)],
      each.again ? 'Asked again' : STANDING[each.shown.standing],
      answerWords(props, each),
    ])}
    empty="Nothing is asked here of whom you look as."
  />
);

/** The questions here that others hang on, each with its choices. A GET form: the address holds all of it. */
const Branching = ({ props, taken }: { readonly props: TryProps; readonly taken: readonly Taken[] }) => {
  const { visit, walked, branching } = props;
  const seen = new Set<string>();
  const open = taken.filter(({ shown: { question, standing } }) => {
    if (standing !== 'ask' || seen.has(question.id)) return false;
    seen.add(question.id);
    return branching.has(question.id) && choicesOf(question, walked.model).length > 0;
  });
  if (open.length === 0) return null;
  const here = new Set(open.map(({ shown }) => answerField(shown.question.id)));
  return (
    <form method="get" action={draftHref(visit.view.draft, '/try')} novalidate>
      <h3 class="govuk-heading-s">Answers that decide what else is asked</h3>
      {fieldsOf(walked.state)
        .filter(([name]) => !here.has(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      {open.map((each) => (
        <Select
          name={answerField(each.shown.question.id)}
          label={asks(each)}
          value={choiceOf(walked.answer(each.shown.question.id))}
          choices={choicesOf(each.shown.question, walked.model).map(({ id, words }) => ({ value: id, text: words }))}
        />
      ))}
      {govuk('button', { text: 'Use these answers', classes: 'govuk-button--secondary' })}
    </form>
  );
};

const Endings = ({ visit, walked, forms, figure, at }: TryProps & { readonly at: Tried }) => {
  const { state, trial } = walked;
  return (
    <>
      <h3 class="govuk-heading-s">How does it end?</h3>
      {at.stage.kind === 'resource-allocation' && figure ? <p class="govuk-body">{figure}</p> : null}
      <ul class="govuk-list">
        {waysOf(at.stage).map(({ outcome, to }) => (
          <li>
            <a
              class="govuk-link"
              href={draftHref(visit.view.draft, `/try${queryOf({ ...state, outcomes: [...state.outcomes, outcome] })}#now`)}
            >
              {outcomeWords(at.stage, outcome, forms)}
            </a>
            , on to {leadWords(to, trial.pathway)}
          </li>
        ))}
      </ul>
    </>
  );
};

export const StageNow = ({ props, at }: { readonly props: TryProps; readonly at: Tried }) => {
  const { walked } = props;
  const { as } = walked.state;
  const taken = lookedAt(at.taken, as);
  const waits = as !== 'everybody' && isHuman(at.stage) && at.stage.who !== as;
  return (
    <section aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        Now: {at.stage.title}
      </h2>
      <SummaryList
        rows={[
          { key: 'The person reads', value: at.stage.forThePerson },
          { key: 'Who acts', value: whoWords(at.stage) },
          { key: 'Promised within', value: promiseWords(at.stage) },
        ]}
      />
      {waits ? <p class="govuk-body">It is not your turn: you wait for somebody else here.</p> : null}
      <Endings {...props} at={at} />
      <Branching props={props} taken={taken} />
      {isHuman(at.stage) ? <Asked props={props} taken={taken} /> : null}
    </section>
  );
};
