/** The story's task list: every question with its state, about how long the rest takes, and the way to check and send. */
import type { RasQuestion } from '../../../lib/domain/ras-model.ts';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { TaskList } from '../kit/lists.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type CaseVisit, casePage, goTo, show } from '../page.ts';
import { OnBehalfOf } from './on-behalf.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';
import { answerTo, leftOpen, minutesLeft, type StoryForm, storyForm, storyIsOpen } from './story-form.ts';
import { questionTitle } from './your-answers.tsx';

const HowFar = ({ form, left }: { readonly form: StoryForm; readonly left: number }) => {
  const all = form.questions.length;
  if (left === 0) return <Text>You have answered all {String(all)} questions. Check them, then send them to us.</Text>;
  return (
    <Text>
      You have answered {String(all - left)} of {String(all)} questions. The rest takes about{' '}
      <strong>{minutesLeft(form, left)} minutes</strong>.
    </Text>
  );
};

/** The page for a case whose story is open. */
export const storyPage = (visit: CaseVisit, form: StoryForm): Html => {
  const { frame, case: state } = visit;
  const paths = pathsOf(state.id);
  const left = leftOpen(form.questions, state.story);
  const [first] = left;
  const task = (question: RasQuestion) => ({
    title: questionTitle(question),
    href: paths.question(question.id),
    status: answerTo(state.story, question.id) ? 'Done' : { tag: 'To\u00a0do' },
  });
  return (
    <Page {...frame} title={form.title} caption={`Reference ${state.id}`} back={homeOf(visit)}>
      <OnBehalfOf visit={visit} />
      {form.intro ? <Text>{form.intro}</Text> : null}
      <HowFar form={form} left={left.length} />
      <TaskList name="question" tasks={form.questions.map(task)} />
      <InsetText>We save each answer as you go. You can close this page and come back. Someone you trust can help you.</InsetText>
      {first ? (
        <Button text={left.length === form.questions.length ? 'Start' : 'Next question'} href={paths.question(first.id)} />
      ) : (
        <Button text="Check and send" href={paths.check} />
      )}
      <Text>
        <Link href="/help">Get help with this, or do it another way</Link>
      </Text>
    </Page>
  );
};

export const story = casePage('answer-question', {
  path: '/cases/:caseId/story',
  get: async (visit) => {
    const form = storyForm(visit.configuration);
    if (!form || !storyIsOpen(visit.case, visit.configuration)) return goTo(homeOf(visit));
    return show(storyPage(visit, form));
  },
});
