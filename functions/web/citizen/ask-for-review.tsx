/** Asking for a review, on any day: a right, so no reason has to be given. What somebody does say goes to the worker as it is. */

import { isHuman, stageOf } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, casePage, goTo, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Link, Text } from './prose.tsx';
import { OnBehalfOf } from './story-frame.tsx';

const LONGEST = 1000;

const soon = ({ configuration }: CaseVisit): string => {
  const def = stageOf(configuration.route, configuration.route.review);
  return def && isHuman(def) ? `within ${def.promise.workingDays} working days` : 'soon';
};

/** The page while support is in place. */
export const askForReviewPage = (visit: CaseVisit, errors: FieldErrors = {}, typed: Typed = {}): Html => {
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
      >
        <Textarea
          name="reasons"
          label="What has changed? You can leave this empty"
          value={text(typed, 'reasons')}
          error={errors.reasons}
          limit={LONGEST}
        />
      </Form>
    </Page>
  );
};

export const askForReview = casePage('ask-for-review', {
  path: '/cases/:caseId/ask-for-review',
  get: async (visit) => {
    if (visit.case.state !== 'supported') return goTo(homeOf(visit));
    return show(askForReviewPage(visit));
  },
  post: async (visit, typed) => {
    const reasons = text(typed, 'reasons').trim();
    const again = (errors: FieldErrors) => askForReviewPage(visit, errors, typed);
    if (reasons.length > LONGEST)
      return show(again({ reasons: 'Use 1,000 letters or fewer. You can tell us the rest when we talk.' }), 422);
    return askCase(visit, { type: 'ask-for-review', reasons }, { to: homeOf(visit), again, typed });
  },
});
