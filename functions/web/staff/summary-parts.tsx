/** The parts of a case's first page: what it says of itself, in the person's words first. Drawn by `case-summary.tsx` only. */
import { isLifeArea } from '../../../lib/domain/answer.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import { ELIGIBILITY_RESULT_NAMES } from '../../../lib/domain/eligibility.ts';
import type { FilledForm } from '../../../lib/domain/form.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { planWeeklyPence } from '../../../lib/domain/plan-cost.ts';
import { stageOf } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { AnswerText } from '../shared/answer-words.tsx';
import { outcomeWords } from '../shared/outcome-words.ts';
import { stageAt } from './case-words.ts';

type Props = { readonly state: Case; readonly configuration: Configuration };

const Typed = ({ words }: { readonly words: string }) => <span class="ow-typed">{words}</span>;

/** What the person wrote, question by question, before anybody else's words. */
export const OwnWords = ({ state, configuration }: Props) => {
  const rows = configuration.questions.flatMap((question): SummaryRow[] => {
    const said = state.facts[question.id]?.person?.value;
    const words = question.type === 'long-text' && typeof said === 'string' ? said : isLifeArea(said) ? said.ownWords : '';
    return words ? [{ key: say(question.ask), value: <Typed words={words} /> }] : [];
  });
  return (
    <>
      <h2 class="govuk-heading-m">In {state.person.name}’s own words</h2>
      {rows.length > 0 ? (
        <SummaryList rows={rows} />
      ) : (
        <p class="govuk-body">{state.person.name} has not written anything in their own words yet.</p>
      )}
    </>
  );
};

type SentBack = { readonly by: string; readonly at: string; readonly reasons: string };

const ofForm = (filled: FilledForm | undefined): SentBack | undefined =>
  filled?.reasons ? { by: filled.by.name, at: filled.at, reasons: filled.reasons } : undefined;

/** Why the plan came back, where it is being written again: from the approver, or from whoever looked at it last. */
const sentBack = ({ state, configuration }: Props): SentBack | undefined => {
  const def = stageAt(state, configuration);
  if (def?.kind !== 'form' || formOf(configuration, def.form)?.page !== 'plan') return undefined;
  const { returned } = state;
  const approver = returned && { by: returned.by.name, at: returned.at, reasons: returned.reasons };
  const found = [approver, ofForm(state.forms.at(-1))].flatMap((each) => (each ? [each] : []));
  return found.filter(({ at }) => at > (state.agreed?.approvedAt ?? '')).sort((a, b) => b.at.localeCompare(a.at))[0];
};

export const SentBackNotice = (props: Props) => {
  const back = sentBack(props);
  return back ? (
    <InsetText>
      <p class="govuk-body">
        <strong>
          The plan came back from {back.by} on {readableTime(back.at, 'date')}
        </strong>
      </p>
      <p class="govuk-body ow-typed">{back.reasons}</p>
    </InsetText>
  ) : null;
};

/** What has been decided so far, each with its date. */
export const Decided = ({ state }: Props) => {
  const { assessment, allocation, plan, agreed } = state;
  const rows: SummaryRow[] = [
    { key: 'Reference', value: state.id },
    { key: 'Started', value: readableTime(state.openedAt, 'date') },
  ];
  if (assessment) {
    const who = `${assessment.decidedBy.name} on ${readableTime(assessment.decidedAt, 'date')}`;
    rows.push({ key: 'Eligibility', value: `${ELIGIBILITY_RESULT_NAMES[assessment.decision]}: ${who}` });
  }
  if (allocation) {
    const { weeklyPence } = allocation;
    rows.push({
      key: 'Up-front figure',
      value: weeklyPence === null ? 'None: the support is costed individually' : `${formatPence(weeklyPence)} a week`,
    });
  }
  if (plan) {
    const written = `version ${plan.version}, ${plan.writtenBy.name} on ${readableTime(plan.writtenAt, 'date')}`;
    rows.push({ key: 'Plan', value: `${formatPence(planWeeklyPence(plan))} a week (${written})` });
  }
  if (agreed) {
    rows.push({
      key: 'Agreed budget',
      value: `${formatPence(agreed.budget.totalPence)} a week: ${agreed.approvedBy.name} on ${readableTime(agreed.approvedAt, 'date')}`,
    });
    rows.push({ key: 'Next review', value: `On or before ${formatDate(agreed.reviewDueOn)}` });
  }
  return (
    <>
      <h2 class="govuk-heading-m">So far</h2>
      <SummaryList rows={rows} />
    </>
  );
};

const filledRows = (filled: FilledForm, configuration: Configuration): SummaryRow[] => {
  const answers = configuration.questions.flatMap((question): SummaryRow[] => {
    const answer = filled.answers[question.id];
    if (answer === undefined) return [];
    return [{ key: say(question.ask), value: <AnswerText question={question} value={answer} configuration={configuration} /> }];
  });
  const outcome = outcomeWords(configuration, filled.stage, filled.outcome);
  return [
    ...answers,
    ...(outcome ? [{ key: 'How it ended', value: outcome }] : []),
    ...(filled.reasons ? [{ key: 'Reasons', value: <Typed words={filled.reasons} /> }] : []),
  ];
};

/** The council's own forms, as they were filled in, newest first. */
export const FilledForms = ({ state, configuration }: Props) =>
  state.forms.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Forms filled in</h2>
      {state.forms.toReversed().map((filled) => (
        <Details
          summary={`${stageOf(configuration.route, filled.stage)?.title ?? filled.stage}: ${filled.by.name}, ${readableTime(filled.at, 'date')}`}
        >
          <SummaryList rows={filledRows(filled, configuration)} />
        </Details>
      ))}
    </>
  );
