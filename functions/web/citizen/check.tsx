/** Checking the answers and sending them. Sending twice sends once: the form's id sees to it. */
import { leftToSend } from '../../../lib/domain/form-walk.ts';
import { say } from '../../../lib/domain/text.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type CaseVisit, casePage, goTo, show } from '../page.ts';
import { askCase } from '../settle.tsx';
import { HeldAnswers } from './held-answers.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Heading, Text } from './prose.tsx';
import { OnBehalfOf, storyNotOpen, WaysOut } from './story-frame.tsx';
import { isAnswerable, type Story, storyIsOpen, storyOf } from './story-walk.ts';

/** The page for a story with nothing required left. */
export const checkPage = (visit: CaseVisit, story: Story, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state, configuration, reader, actor } = visit;
  const paths = pathsOf(state.id);
  const sections = [...new Set(story.shown.map(({ section }) => section))];
  const around = { state, configuration, reader, actorId: actor.id };
  const skipped = story.shown.filter(({ standing }) => standing === 'ask').length;
  return (
    <Page {...frame} title="Check your answers" caption={`Reference ${state.id}`} back={paths.story} errors={errors}>
      <OnBehalfOf visit={visit} />
      {skipped > 0 ? (
        <InsetText>
          You left {skipped === 1 ? '1 question' : `${skipped} questions`} open. That is fine. We can talk about{' '}
          {skipped === 1 ? 'it' : 'them'}.
        </InsetText>
      ) : null}
      {sections.map((section) => {
        const rows = story.shown.filter((each) => each.section === section && isAnswerable(each));
        const at = new Map(rows.map(({ question, form, page }) => [question, `${paths.page(form.id, page.id)}?to=check`]));
        return (
          <>
            <Heading>{say(section.title, reader)}</Heading>
            <HeldAnswers {...around} questions={rows.map(({ question }) => question)} changeAt={(question) => at.get(question)} />
          </>
        );
      })}
      <Heading>Now send your answers</Heading>
      <Text>
        They go to the {configuration.council.contact.team}. Then we talk with you about them. Nothing is decided from this form
        on its own.
      </Text>
      <Text>Are your answers right, as far as you know? Then send them. You can still tell us more when we talk.</Text>
      <Form action={paths.check} csrf={csrf} request={request} submit="Send your answers" />
      <WaysOut visit={visit} />
    </Page>
  );
};

export const check = casePage('send-story', {
  path: '/cases/:caseId/story/check',
  get: async (visit) => {
    if (!storyIsOpen(visit.case, visit.configuration)) return goTo(homeOf(visit));
    const story = storyOf(visit);
    return leftToSend(story.shown).length === 0 ? show(checkPage(visit, story)) : goTo(pathsOf(visit.case.id).story);
  },
  post: async (visit) => {
    const { sent } = pathsOf(visit.case.id);
    const story = storyOf(visit);
    const again = (errors: FieldErrors): Html =>
      storyIsOpen(visit.case, visit.configuration) ? checkPage(visit, story, errors) : storyNotOpen(visit);
    return askCase(visit, { type: 'send-story' }, { to: sent, again });
  },
});
