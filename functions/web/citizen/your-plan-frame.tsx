/**
 * What is the same on every page that writes a part of the plan: whose plan it is, the notice when somebody saved it meanwhile, the form
 * with the version it was drawn on. No words of any one part.
 */
import { isStaff } from '../../../lib/domain/permission.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html, WithChildren } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import type { CaseVisit, Typed } from '../page.ts';
import { pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';
import { isOld } from './your-plan-visit.ts';

/** For anybody but the person: whose plan this is, and who “you” is. */
export const WhosePlan = ({ visit: { actor, case: state } }: { readonly visit: CaseVisit }) =>
  actor.id === state.person.id ? null : (
    <InsetText>
      This is {state.person.name}’s plan. On this page “you” is {state.person.name}.{' '}
      {isStaff(actor) ? 'Write it with them, in their own words.' : 'We keep a note of what you write for them.'}
    </InsetText>
  );

/** Somebody saved the plan after this form was drawn. What was typed is still in the form. */
export const SavedMeanwhile = ({ visit, typed }: { readonly visit: CaseVisit; readonly typed: Typed }) => {
  const { plan, id } = visit.case;
  if (!plan || !isOld(visit, typed)) return null;
  return (
    <InsetText>
      <Text>
        {plan.writtenBy.name} saved the plan on {readableTime(plan.writtenAt)}, after you opened this page. What you typed is
        here, but it is not saved yet.
      </Text>
      <Text>
        <Link href={pathsOf(id).yourPlan}>Read the plan as it is now</Link>. Then come back and save yours, if it still fits.
      </Text>
    </InsetText>
  );
};

type PartProps = WithChildren & {
  readonly visit: CaseVisit;
  readonly title: string;
  readonly action: string;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** Words above the form. */
  readonly intro?: Html | undefined;
  /** The form brings its own buttons. */
  readonly ownButtons?: boolean | undefined;
};

/** A page with one form for one part of the plan. */
export const PlanPart = ({ visit, title, action, typed, errors, intro, ownButtons, children }: PartProps) => {
  const { frame, csrf, request, case: state } = visit;
  const { yourPlan } = pathsOf(state.id);
  return (
    <Page {...frame} title={title} back={yourPlan} errors={errors}>
      <WhosePlan visit={visit} />
      <SavedMeanwhile visit={visit} typed={typed} />
      {intro}
      <Form
        action={action}
        csrf={csrf}
        request={request}
        submit={ownButtons ? false : 'Save'}
        extra={ownButtons ? undefined : <Link href={yourPlan}>Not now</Link>}
      >
        <input type="hidden" name="basedOn" value={String(state.plan?.version ?? 0)} />
        {children}
      </Form>
    </Page>
  );
};
