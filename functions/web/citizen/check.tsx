/** Checking the answers and sending them. Sending twice sends once: the form's id sees to it. */

import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { type CaseVisit, casePage, goTo, show } from '../page.ts';
import { askCase } from '../settle.tsx';
import { OnBehalfOf } from './on-behalf.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Heading, Text } from './prose.tsx';
import { leftOpen, type StoryForm, storyForm, storyIsOpen } from './story-form.ts';
import { storyNotOpen } from './story-not-open.tsx';
import { YourAnswers } from './your-answers.tsx';

/** The page for a story that is complete and not sent. */
export const checkPage = (visit: CaseVisit, form: StoryForm, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state, configuration } = visit;
  const paths = pathsOf(state.id);
  return (
    <Page {...frame} title="Check your answers" caption={`Reference ${state.id}`} back={paths.story} errors={errors}>
      <OnBehalfOf visit={visit} />
      <YourAnswers questions={form.questions} story={state.story} personId={state.person.id} changeAt={paths.question} />
      <Heading>Now send your answers</Heading>
      <Text>
        They go to the {configuration.council.contact.team}. Then we talk with you about them. Nothing is decided from this form
        on its own.
      </Text>
      <Text>Are your answers right, as far as you know? Then send them. You can still tell us more when we talk.</Text>
      <Form action={paths.check} csrf={csrf} request={request} submit="Send your answers" />
    </Page>
  );
};

const isComplete = (form: StoryForm, visit: CaseVisit): boolean => leftOpen(form.questions, visit.case.story).length === 0;

export const check = casePage('send-story', {
  path: '/cases/:caseId/story/check',
  get: async (visit) => {
    const form = storyForm(visit.configuration);
    const { story } = pathsOf(visit.case.id);
    if (!form || !storyIsOpen(visit.case, visit.configuration)) return goTo(homeOf(visit));
    return isComplete(form, visit) ? show(checkPage(visit, form)) : goTo(story);
  },
  post: async (visit) => {
    const form = storyForm(visit.configuration);
    const { sent } = pathsOf(visit.case.id);
    if (!form) return goTo(homeOf(visit));
    // Asked first, whatever the case looked like: a second click on the same button is answered like the first.
    const again = (errors: FieldErrors): Html =>
      storyIsOpen(visit.case, visit.configuration) ? checkPage(visit, form, errors) : storyNotOpen(visit);
    return askCase(visit, { type: 'send-story' }, { to: sent, again });
  },
});
