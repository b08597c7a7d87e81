/**
 * One question of the story on one page. Each answer is saved by itself, so that nothing typed is lost. What may be answered is the
 * domain's rule; the fields are `question-fields.tsx`.
 */
import { ADULT_OUTCOMES } from '../../../lib/domain/eligibility.ts';
import { type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Details } from '../kit/messages.tsx';
import { type Answer, type CaseVisit, casePage, goTo, show, type Typed } from '../page.ts';
import { askCase, readForm } from '../settle.tsx';
import { OnBehalfOf } from './on-behalf.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Text } from './prose.tsx';
import { answerForm, fieldsFrom, fieldsOf, QuestionFields } from './question-fields.tsx';
import { answerTo, givesFigure, nextAfter, type StoryForm, storyForm, storyIsOpen } from './story-form.ts';
import { storyNotOpen } from './story-not-open.tsx';
import { questionTitle } from './your-answers.tsx';

/** The same in the simplest words we have, for who wants them. */
const EasyWords = ({ question }: { readonly question: RasQuestion }) => (
  <Details summary="Read this in easy words">
    <p class="govuk-body-l">{wordsFor(question.text, 'easyRead', questionTitle(question))}</p>
    <Text>{wordsFor(question.help, 'easyRead', '')}</Text>
    <Bullets items={question.options.map(({ text, id }) => wordsFor(text, 'easyRead', id))} />
  </Details>
);

const FOR_THE_FIGURE =
  'to work out your up-front figure, once we have talked. More need means more points, and more points mean more money';

type WhyProps = { readonly question: RasQuestion; readonly figure: boolean };

/** Which decisions use the answer, and who reads it. */
const WhyWeAsk = ({ question, figure }: WhyProps) => {
  const about = ADULT_OUTCOMES.filter(({ code }) => question.outcomeCodes.includes(code));
  return (
    <Details summary="Why we ask this">
      <Text>We use your answer:</Text>
      <Bullets
        items={[
          about.length > 0
            ? 'to decide with you what help you need. The law asks us to look at this part of life'
            : 'to talk with you about what help you need',
          ...(figure ? [FOR_THE_FIGURE] : []),
        ]}
      />
      {about.length > 0 ? (
        <>
          <Text>In the law, this is about:</Text>
          <Bullets items={about.map(({ plain }) => plain)} />
        </>
      ) : null}
      <Text>The people who work on your case can read it. No one else can.</Text>
    </Details>
  );
};

type Drawn = { readonly typed: Typed; readonly errors?: FieldErrors | undefined };

/** The page of `question`, with what was typed or what was said before. */
export const questionPage = (visit: CaseVisit, form: StoryForm, question: RasQuestion, { typed, errors = {} }: Drawn): Html => {
  const { frame, csrf, request, case: state } = visit;
  const paths = pathsOf(state.id);
  const number = form.questions.indexOf(question) + 1;
  const place = `Question ${number} of ${form.questions.length}`;
  return (
    <Page {...frame} title={`${questionTitle(question)} – ${place}`} heading="own" back={paths.story} errors={errors}>
      <OnBehalfOf visit={visit} />
      <span class="govuk-caption-l">{place}</span>
      <Form action={paths.question(question.id)} csrf={csrf} request={request} submit="Save and continue">
        <QuestionFields question={question} shares={form.shares} typed={typed} errors={errors}>
          <EasyWords question={question} />
          <WhyWeAsk question={question} figure={givesFigure(visit.configuration)} />
        </QuestionFields>
      </Form>
    </Page>
  );
};

type Asked = { readonly form: StoryForm; readonly question: RasQuestion };

const asked = (visit: CaseVisit): Asked | undefined => {
  const form = storyForm(visit.configuration);
  const id = visit.c.req.param('question');
  const question = form?.questions.find((each) => each.id === id);
  return form && question ? { form, question } : undefined;
};

const save = async (visit: CaseVisit, typed: Typed, { form, question }: Asked): Promise<Answer> => {
  const read = readForm(answerForm(question, form.shares), fieldsOf(typed));
  // A story that was sent takes no answers, right or wrong; the calm page comes before any list of mistakes.
  if (!storyIsOpen(visit.case, visit.configuration)) return show(storyNotOpen(visit, typed), 409);
  if ('errors' in read) return show(questionPage(visit, form, question, { typed: fieldsOf(typed), errors: read.errors }), 422);
  const paths = pathsOf(visit.case.id);
  const next = nextAfter(form.questions, visit.case.story, question.id);
  return askCase(
    visit,
    { type: 'answer-question', question: question.id, answer: read.value },
    { to: next ? paths.question(next.id) : paths.check, again: () => storyNotOpen(visit, typed), typed },
  );
};

export const question = casePage('answer-question', {
  path: '/cases/:caseId/story/:question',
  get: async (visit) => {
    const found = asked(visit);
    if (!found) return show(<NotFoundPage frame={visit.frame} />, 404);
    if (!storyIsOpen(visit.case, visit.configuration)) return goTo(homeOf(visit));
    const typed = fieldsFrom(answerTo(visit.case.story, found.question.id));
    return show(questionPage(visit, found.form, found.question, { typed }));
  },
  post: async (visit, typed) => {
    const found = asked(visit);
    return found ? save(visit, typed, found) : show(<NotFoundPage frame={visit.frame} />, 404);
  },
});
