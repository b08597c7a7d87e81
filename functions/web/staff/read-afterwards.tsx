/**
 * Reading a plan that was agreed at once and drawn by lot: the plan, what it was agreed on, and what the reader found. It changes nothing
 * about the support: a review does that.
 */
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { readableTime } from '../kit/readable-time.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { PlanView } from '../shared/plan-view.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { written } from './read-plainly.ts';

const PATH = '/read-afterwards';
const LONGEST = 4000;

type ReadProps = { readonly visit: CaseVisit; readonly typed?: Typed; readonly errors?: FieldErrors };

const Finding = ({ visit, typed = {}, errors = {} }: ReadProps) => (
  <Form action={caseHref(visit, PATH)} csrf={visit.csrf} request={visit.request} submit="I have read it">
    <Textarea
      name="finding"
      label="What did you find?"
      hint="What was good about it, and what we can learn. The support stays as it is; ask for a review if something should change."
      value={text(typed, 'finding')}
      error={errors.finding}
      limit={LONGEST}
    />
  </Form>
);

export const readAfterwardsPage = ({ visit, ...form }: ReadProps): Html => {
  const { case: state, configuration } = visit;
  const { audit, agreed, person } = state;
  const title = `Read ${person.name}’s plan afterwards`;
  if (!audit || !agreed)
    return (
      <CaseFrame visit={visit} title={title}>
        <p class="govuk-body">No plan of this case was drawn to be read.</p>
      </CaseFrame>
    );
  return (
    <CaseFrame visit={visit} title={title} {...(form.errors && { errors: form.errors })}>
      <p class="govuk-body">
        This plan was agreed at once on {readableTime(agreed.approvedAt, 'date')}, because all of this was so:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {(agreed.under?.atOnce?.criteria ?? []).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <PlanView plan={agreed.plan} configuration={configuration} />
      {audit.done ? (
        <p class="govuk-body ow-typed">
          {audit.done.name} read it on {readableTime(audit.done.at, 'date')}: {audit.done.finding}
        </p>
      ) : (
        <Finding visit={visit} {...form} />
      )}
    </CaseFrame>
  );
};

export const readAfterwards = staffPage('record-audit', {
  path: `/cases/:caseId${PATH}`,
  get: async (visit) => show(readAfterwardsPage({ visit })),
  post: async (visit, typed) => {
    const finding = written(typed, 'finding').trim();
    const again = (errors: FieldErrors): Html => readAfterwardsPage({ visit, typed, errors });
    if (finding === '') return show(again({ finding: 'Write down what you found.' }), 422);
    if (finding.length > LONGEST) return show(again({ finding: 'Make this shorter: at most 4000 characters.' }), 422);
    return askCase(visit, { type: 'record-audit', finding }, { to: caseHref(visit), again, field: 'finding', typed });
  },
});
