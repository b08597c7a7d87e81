/** What the two forms about holding the money share: the page around them, what follows from saving, where they lead. No box of either. */
import type { ArrangementContent } from '../../../lib/domain/holding.ts';
import type { FundingRoute } from '../../../lib/domain/support-rules.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html, WithChildren } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { type Answer, type CaseVisit, show, type Typed } from '../page.ts';
import { askCase } from '../settle.tsx';
import { waysPathsOf } from '../shared/ways-paths.ts';
import { CaseFrame } from './case-frame.tsx';
import type { Read } from './read-plainly.ts';

/** What saving leads to, said before it is pressed (I-11). */
const WhatFollows = ({ visit, route }: { readonly visit: CaseVisit; readonly route: FundingRoute }) => {
  const { case: state } = visit;
  const runs = state.state === 'supported' && state.agreed.plan.items.some((item) => item.route === route);
  return (
    <InsetText>
      {runs
        ? 'Support runs on this money now. If something here is not so any more, saving opens a review. Payments and support go on meanwhile: nothing stops by itself.'
        : 'Write down what is so, and what is not. Where something is not so, it is kept with its reason, and the next page says which other ways are open.'}
    </InsetText>
  );
};

type FrameProps = WithChildren & {
  readonly visit: CaseVisit;
  readonly route: FundingRoute;
  readonly title: string;
  readonly action: string;
  readonly errors: FieldErrors;
  /** Words above the form. */
  readonly intro?: Html | undefined;
};

export const HoldingForm = ({ visit, route, title, action, errors, intro, children }: FrameProps) => {
  const { case: state, csrf, request } = visit;
  const back = (
    <a class="govuk-link" href={waysPathsOf(state.id).holding}>
      Back without saving
    </a>
  );
  return (
    <CaseFrame visit={visit} title={title} errors={errors}>
      {state.state === 'closed' ? (
        <p class="govuk-body">This case is closed, so there is no money to hold.</p>
      ) : (
        <>
          {intro}
          <WhatFollows visit={visit} route={route} />
          <Form action={action} csrf={csrf} request={request} submit="Save" extra={back}>
            {children}
          </Form>
        </>
      )}
    </CaseFrame>
  );
};

type Saving<T> = {
  readonly read: Read<T>;
  readonly content: (value: T) => ArrangementContent;
  readonly again: (errors: FieldErrors) => Html;
  readonly typed: Typed;
};

/** Keeps what was read, on to the page about holding the money; or the form again, with what is wrong. */
export const saveArrangement = <T,>(visit: CaseVisit, { read, content, again, typed }: Saving<T>): Answer | Promise<Answer> => {
  if (visit.case.state === 'closed') return show(again({}), 409);
  if ('errors' in read) return show(again(read.errors), 422);
  const to = waysPathsOf(visit.case.id).holding;
  return askCase(visit, { type: 'arrange-money', content: content(read.value) }, { to, again, typed });
};
