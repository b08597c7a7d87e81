/** What a tried case went through: each stage with how it ended and a way back to it, and what was asked of whom. */
import { ActingRole } from '../../../lib/domain/actor.ts';
import { secondsOf } from '../../../lib/domain/form-walk.ts';
import { End } from '../../../lib/domain/stage.ts';
import { minutes } from '../../../lib/pathway/burden.ts';
import { REVIEW } from '../../../lib/pathway/trial.ts';
import { Table } from '../kit/tables.tsx';
import { draftHref } from './draft-page.tsx';
import { ENDS, outcomeWords, WHO, whoWords } from './stage-words.ts';
import { queryOf, type TryProps } from './try-state.ts';

export const GoneThrough = ({ visit, walked, forms }: TryProps) => {
  const { state, out } = walked;
  return (
    <Table
      caption="What was gone through"
      head={[
        { text: 'Stage' },
        { text: 'Who acted' },
        { text: 'How it ended' },
        { text: 'Questions', numeric: true },
        { text: 'Minutes', numeric: true },
      ]}
      rowHeads
      rows={out.visits
        .filter(({ outcome }) => outcome !== undefined)
        .map(({ stage, outcome = '', taken, step }) => [
          <a
            class="govuk-link"
            href={draftHref(visit.view.draft, `/try${queryOf({ ...state, outcomes: state.outcomes.slice(0, step) })}#now`)}
          >
            {stage.title}
            <span class="govuk-visually-hidden">: go back to it</span>
          </a>,
          whoWords(stage),
          outcomeWords(stage, outcome, forms),
          String(taken.filter(({ shown }) => shown.standing === 'ask').length),
          String(minutes(taken.reduce((sum, { shown }) => sum + secondsOf(shown), 0))),
        ])}
      empty="Nothing yet: this is where a case begins."
    />
  );
};

export const AskedOfWhom = ({ walked: { out } }: TryProps) => (
  <Table
    caption="What was asked of whom so far"
    head={[{ text: 'Who' }, { text: 'Questions', numeric: true }, { text: 'Minutes', numeric: true }]}
    rowHeads
    rows={[...ActingRole.options, 'everybody' as const].map((role) => [
      role === 'everybody' ? 'Everybody together' : WHO[role],
      String(out.asked[role].questions),
      String(out.asked[role].minutes),
    ])}
  />
);

type EndedProps = TryProps & { readonly end: End };

/** The end, and on from it: a review falls due only where support is in place. */
export const Ended = ({ visit, walked, end }: EndedProps) => {
  const { state } = walked;
  const href = (path: string, outcomes = state.outcomes): string =>
    draftHref(visit.view.draft, `${path}${queryOf({ ...state, outcomes })}`);
  return (
    <section aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        The case comes to {ENDS[end]}
      </h2>
      <ul class="govuk-list">
        {end === End.enum['support-in-place'] ? (
          <li>
            <a class="govuk-link" href={`${href('/try', [...state.outcomes, REVIEW])}#now`}>
              Go on: a review falls due
            </a>
          </li>
        ) : null}
        {visit.view.draft.state === 'open' ? (
          <li>
            <a class="govuk-link" href={href('/try/save')}>
              Save this as a scenario
            </a>
            : it is tried again whenever something is to be published
          </li>
        ) : null}
        <li>
          <a class="govuk-link" href={href('/try', [])}>
            Begin again
          </a>
        </li>
      </ul>
    </section>
  );
};
