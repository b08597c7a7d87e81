/** Asking for a review, on any day: a right, so one button and no form to fill in. What has changed is said when we talk. */

import { isHuman, stageOf } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { type CaseVisit, casePage, goTo, show } from '../page.ts';
import { askCase } from './ask-case.ts';
import { OnBehalfOf } from './on-behalf.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Link, Text } from './prose.tsx';

const soon = ({ configuration }: CaseVisit): string => {
  const def = stageOf(configuration.route, configuration.route.review);
  return def && isHuman(def) ? `within ${def.promise.workingDays} working days` : 'soon';
};

/** The page while support is in place. */
export const askForReviewPage = (visit: CaseVisit, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state } = visit;
  const { askForReview } = pathsOf(state.id);
  const home = homeOf(visit);
  return (
    <Page {...frame} title="Ask for a review" back={home} errors={errors}>
      <OnBehalfOf visit={visit} />
      <Text>A review is a talk about how your plan works. You can ask for one on any day. You do not need a reason.</Text>
      <Bullets
        items={[
          'your support goes on while we look at it',
          `we talk with you ${soon(visit)}`,
          'you tell us what works, what does not, and what has changed',
          'your plan may stay the same, or we change it with you',
        ]}
      />
      <Text>If it cannot wait, call us on {visit.configuration.council.contact.phone}.</Text>
      <Form
        action={askForReview}
        csrf={csrf}
        request={request}
        submit="Ask for a review"
        extra={<Link href={home}>Not now</Link>}
      />
    </Page>
  );
};

export const askForReview = casePage('ask-for-review', {
  path: '/cases/:caseId/ask-for-review',
  get: async (visit) => {
    if (visit.case.state !== 'supported') return goTo(homeOf(visit));
    return show(askForReviewPage(visit));
  },
  post: async (visit) =>
    askCase(
      visit,
      { type: 'ask-for-review', reasons: '' },
      { to: homeOf(visit), again: (errors) => askForReviewPage(visit, errors) },
    ),
});
