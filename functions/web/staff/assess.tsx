/**
 * Confirming an assessment: the person's answers and words, what was agreed on each, what was found, the decision. Two steps
 * without scripts: "work out" shows what the findings lead to and keeps everything; "confirm" decides.
 */
import type { EligibilityProposal } from '../../../lib/domain/eligibility.ts';
import { lifeAreasOf } from '../../../lib/domain/fact.ts';
import { formsAt } from '../../../lib/domain/open-forms.ts';
import type { RasModel } from '../../../lib/domain/ras-model.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import { type CaseVisit, count, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { DecisionFields, FindingsFields, PROPOSAL, Proposal } from './assess-findings.tsx';
import { type AssessDraft, draftFrom, draftOf, readAssessment, readProposal } from './assess-form.ts';
import { AssessQuestion } from './assess-question.tsx';
import { Held } from './case-answers.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { drawWhenDue, ofKind, showWhenDue } from './due.tsx';

const WANTED = ofKind('assessment');

type AssessProps = {
  readonly visit: CaseVisit;
  readonly draft: AssessDraft;
  readonly errors?: FieldErrors;
  readonly proposal?: EligibilityProposal | undefined;
};

const Questions = ({ visit, draft, errors, model }: Required<Omit<AssessProps, 'proposal'>> & { readonly model: RasModel }) => {
  const { person, facts } = visit.case;
  const story = lifeAreasOf(facts);
  return (
    <>
      <h2 class="govuk-heading-m">Question by question</h2>
      <p class="govuk-body">
        The answers start as {person.name} gave them. Change one only where you talked about it and agreed something else. Their
        own words are kept as they are.
      </p>
      {model.questions.map((question, place) => (
        <AssessQuestion
          question={question}
          place={place}
          shares={model.informal.shares}
          given={story[question.id]}
          name={person.name}
          draft={draft.answers[place] ?? { option: '', share: '0', willing: '', note: '' }}
          errors={errors}
        />
      ))}
    </>
  );
};

/** What a carer said, as they said it: there are no points to agree, so their own account stands beside the findings. */
const CarersOwnAccount = ({ visit }: { readonly visit: CaseVisit }) => {
  const { configuration, case: state } = visit;
  const stories = configuration.route.stages.flatMap((stage) =>
    formsAt(configuration, stage).filter(({ page }) => page === 'story'),
  );
  return (
    <>
      <h2 class="govuk-heading-m">What {state.person.name} said</h2>
      <p class="govuk-body">
        This is the carer’s own record. Write about the carer only. What you know from the case of the person they look after
        stays there.
      </p>
      <Held visit={visit} forms={stories} />
    </>
  );
};

export const AssessView = ({ visit, draft, errors = {}, proposal }: AssessProps) => {
  const { csrf, request, configuration, case: state } = visit;
  const { model } = configuration;
  const kind = kindOf(configuration.route);
  const chosen = draft.decision === '' && proposal ? { ...draft, decision: proposal.result } : draft;
  return (
    <CaseFrame visit={visit} title={`Working it out with ${state.person.name}`} errors={errors}>
      <Form action={caseHref(visit, `/assess#${PROPOSAL}`)} csrf={csrf} request={request} submit={false}>
        <input type="hidden" name="arrival" value={String(state.arrivals)} />
        {kind === 'carer' ? <CarersOwnAccount visit={visit} /> : null}
        {kind === 'adult' && model ? <Questions visit={visit} draft={draft} errors={errors} model={model} /> : null}
        <FindingsFields draft={draft} errors={errors} kind={kind} />
        <Button text="Work out what this leads to" kind="secondary" name="action" value="propose" />
        {proposal ? <Proposal proposal={proposal} asked={Object.keys(errors).length === 0} /> : null}
        <DecisionFields draft={chosen} errors={errors} kind={kind} />
        <p class="govuk-body">
          Once it is confirmed an assessment is never changed. If something turns out differently, a new one is made.
        </p>
        <Button text="Confirm the assessment" name="action" value="confirm" />
      </Form>
    </CaseFrame>
  );
};

/** A carer is not assessed by points. */
const questionsOf = ({ configuration: { model, route } }: CaseVisit) =>
  kindOf(route) === 'carer' ? [] : (model?.questions ?? []);

export const assess = staffPage('confirm-assessment', {
  path: '/cases/:caseId/assess',
  get: async (visit) =>
    showWhenDue(visit, WANTED, () => <AssessView visit={visit} draft={draftOf(visit.case, questionsOf(visit))} />),
  post: async (visit, typed) => {
    const questions = questionsOf(visit);
    const draft = draftFrom(typed, questions);
    const kind = kindOf(visit.configuration.route);
    const found = readProposal(draft, kind);
    const proposal = 'value' in found ? found.value : undefined;
    const draw = (errors: FieldErrors = {}) => <AssessView visit={visit} draft={draft} errors={errors} proposal={proposal} />;
    if (text(typed, 'action') !== 'confirm') {
      const errors = 'errors' in found ? found.errors : {};
      return showWhenDue(visit, WANTED, () => draw(errors), proposal ? 200 : 422);
    }
    const read = readAssessment(draft, questions, lifeAreasOf(visit.case.facts), kind);
    if ('errors' in read) return showWhenDue(visit, WANTED, () => draw(read.errors), 422);
    const again = (errors: FieldErrors) => drawWhenDue(visit, WANTED, () => draw(errors));
    return askCase(
      visit,
      { type: 'confirm-assessment', content: read.value, arrival: count(typed, 'arrival') },
      { to: caseHref(visit), again, field: 'decision', typed },
    );
  },
});
