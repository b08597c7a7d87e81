/** "I want to stop": what it means, then one button. Once support is agreed a review is the way, so that nothing stops by accident. */

import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, casePage, goTo, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Link, Text } from './prose.tsx';
import { OnBehalfOf } from './story-frame.tsx';

const LONGEST = 4000;

const AgreedAlready = ({ visit }: { readonly visit: CaseVisit }) => {
  const { askForReview } = pathsOf(visit.case.id);
  return (
    <Page {...visit.frame} title="Your support is agreed, so we talk first" back={homeOf(visit)}>
      <Text>We do not want your support to end by mistake. So we look at it with you, and then you choose.</Text>
      {visit.case.state === 'supported' ? (
        <Text>
          <Link href={askForReview}>Ask for a review</Link>
        </Text>
      ) : (
        <Text>Call us on {visit.configuration.council.contact.phone} and tell us what you want.</Text>
      )}
    </Page>
  );
};

/** The page for a case that can still be stopped. */
export const stopPage = (visit: CaseVisit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state } = visit;
  const { stop } = pathsOf(state.id);
  const home = homeOf(visit);
  return (
    <Page {...frame} title="Do you want to stop?" back={home} errors={errors}>
      <OnBehalfOf visit={visit} />
      <Text>You can stop on any day. If you do:</Text>
      <Bullets
        items={[
          'we close this, and no one works on it any more',
          'we keep what you told us, so you do not have to say it all again to us',
          'you can start again on any day, and it does not count against you',
        ]}
      />
      <Form action={stop} csrf={csrf} request={request} submit={false}>
        <Textarea
          name="reasons"
          label="Why do you want to stop?"
          hint="You do not have to say. If something we did is the reason, it helps us to know."
          value={text(typed, 'reasons')}
          error={errors.reasons}
          limit={LONGEST}
        />
        <div class="govuk-button-group">
          <Button text="Stop now" kind="warning" />
          <Link href={home}>No, go on</Link>
        </div>
      </Form>
    </Page>
  );
};

const TOO_LONG = 'Use 4,000 letters or fewer.';

export const stop = casePage('withdraw', {
  path: '/cases/:caseId/stop',
  get: async (visit) => {
    const { case: state } = visit;
    if (state.state === 'closed') return goTo(homeOf(visit));
    return show(state.agreed ? <AgreedAlready visit={visit} /> : stopPage(visit));
  },
  post: async (visit, typed) => {
    const reasons = text(typed, 'reasons').replaceAll('\r\n', '\n').trim();
    if (reasons.length > LONGEST) return show(stopPage(visit, typed, { reasons: TOO_LONG }), 422);
    const again = (errors: FieldErrors): Html =>
      visit.case.agreed ? <AgreedAlready visit={visit} /> : stopPage(visit, typed, errors);
    return askCase(visit, { type: 'withdraw', reasons }, { to: homeOf(visit), again, typed });
  },
});
