/**
 * One page of the story: usually one question, with why we ask, and three ways on: save, skip for now, talk instead. What is typed is
 * saved as soon as it is right; what is wrong stays in its box. The boxes are `shared/question-field.tsx`.
 */
import { TALK, type Value } from '../../../lib/domain/answer.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { pagesOf } from '../../../lib/domain/form.ts';
import { minutesFor, type Shown, type ShownPage } from '../../../lib/domain/form-walk.ts';
import { bankOf } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type Answer, type CaseVisit, casePage, goTo, show, type Typed, text } from '../page.ts';
import { readerFromFacts, rememberReader } from '../reader.ts';
import { askCase } from '../settle.tsx';
import { sentence, whoSaid } from '../shared/answer-words.tsx';
import { typedFrom } from '../shared/held-fields.ts';
import { QuestionField } from '../shared/question-field.tsx';
import { fieldOf, readField, rowsTyped } from '../shared/read-field.ts';
import { said } from '../shared/said.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { CannotWait, OnBehalfOf, storyNotOpen, WaysOut, WhatChanged } from './story-frame.tsx';
import { broughtUpToDate, pageAfter, pageTitle, type Story, storyOf, storyOn } from './story-walk.ts';
import { WhyWeAsk } from './why-we-ask.tsx';

type Drawn = { readonly typed: Typed; readonly errors?: FieldErrors | undefined; readonly more?: string | undefined };

/** What we hold about a question already, and who said it. */
const AlreadyHeld = ({ visit, shown }: { readonly visit: CaseVisit; readonly shown: Shown }) => {
  const { said: before, standing, question: asked } = shown;
  if (!before || standing === 'done') return null;
  const { actor, case: state, configuration, reader } = visit;
  const whose = whoSaid({ said: before, actorId: actor.id, personId: state.person.id, personName: state.person.name });
  return (
    <InsetText>
      {whose}{' '}
      {standing === 'ask' ? (
        `It was: “${sentence(asked, before.value, { configuration, reader })}”. The choices have changed since. Please choose again.`
      ) : (
        <>
          <strong>Is this still right?</strong> If it is, just continue. If not, change it.
        </>
      )}
    </InsetText>
  );
};

const rowsOf = (shown: Shown, typed: Typed, more: string | undefined): number => {
  if (shown.question.type !== 'group') return 1;
  const rows = rowsTyped(shown.question, typed);
  return Math.min(Math.max(1, rows + (more === shown.question.id ? 1 : 0)), shown.question.most);
};

const Asked = ({ visit, shown, alone, typed, errors = {}, more }: Drawn & { visit: CaseVisit; shown: Shown; alone: boolean }) => {
  const { question } = shown;
  const rows = rowsOf(shown, typed, more);
  return (
    <>
      <AlreadyHeld visit={visit} shown={shown} />
      <QuestionField
        question={question}
        configuration={visit.configuration}
        reader={visit.reader}
        typed={typed}
        errors={errors}
        heading={alone}
        rows={rows}
      >
        <WhyWeAsk question={question} reader={visit.reader} />
      </QuestionField>
      {question.type === 'group' && rows < question.most ? (
        <Button text="Add another" kind="secondary" name="more" value={question.id} />
      ) : null}
    </>
  );
};

/** The page of `at`, with what was typed or what is held. */
export const questionPage = (visit: CaseVisit, story: Story, at: ShownPage, { typed, errors = {}, more }: Drawn): Html => {
  const { frame, csrf, request, case: state, reader } = visit;
  const paths = pathsOf(state.id);
  const alone = at.shown.length === 1 && !at.page.title;
  const minutes = minutesFor(story.shown);
  const section = say(at.section.title, reader);
  const caption = minutes === 0 ? section : `${section}. About ${minutes === 1 ? '1 minute' : `${minutes} minutes`} left`;
  return (
    <Page {...frame} title={pageTitle(at, reader)} heading="own" back={paths.story} errors={errors}>
      <CannotWait visit={visit} />
      <WhatChanged visit={visit} />
      <OnBehalfOf visit={visit} />
      <span class="govuk-caption-l">{caption}</span>
      {alone ? null : <h1 class="govuk-heading-l">{said(at.page.title ?? at.shown[0]?.question.ask, reader)}</h1>}
      <Form action={paths.page(at.form.id, at.page.id)} csrf={csrf} request={request} submit={false}>
        {at.page.items.map((item) => {
          if (!('q' in item)) return <p class="govuk-body">{said(item.text, reader)}</p>;
          const shown = at.shown.find(({ question }) => question.id === item.q);
          return shown ? <Asked visit={visit} shown={shown} alone={alone} typed={typed} errors={errors} more={more} /> : null;
        })}
        <div class="govuk-button-group">
          <Button text="Save and continue" name="way" value="save" />
          <Button text="Skip for now" kind="secondary" name="way" value="skip" />
          <Button text="I would rather talk about this" kind="secondary" name="way" value="talk" />
        </div>
      </Form>
      <WaysOut visit={visit} />
    </Page>
  );
};

const held = (at: ShownPage, visit: CaseVisit): Typed =>
  Object.assign({}, ...at.shown.map(({ question, said }) => typedFrom(question, said?.value, visit.configuration)));

const placeOf = (visit: CaseVisit, story: Story): ShownPage | undefined => {
  const [form, page] = [visit.c.req.param('form'), visit.c.req.param('page')];
  return story.pages.find((each) => each.form.id === form && each.page.id === page);
};

type Read = { readonly answers: Record<string, Value>; readonly same: readonly string[]; readonly errors: FieldErrors };

/** What was typed on the page: new answers, those that say the same as before, and what has to be put right. */
const readPage = (visit: CaseVisit, at: ShownPage, typed: Typed): Read => {
  const { configuration, now } = visit;
  const rules = { bank: bankOf(configuration.questions), model: configuration.model, today: toIsoDate(now) };
  const read = { answers: {} as Record<string, Value>, same: [] as string[], errors: {} as Record<string, string> };
  for (const { question, said: before } of at.shown) {
    const field = readField(question, typed, rules);
    if ('errors' in field) Object.assign(read.errors, field.errors);
    else if ('blank' in field) {
      if (question.required && !before)
        read.errors[question.type === 'life-area' ? `${fieldOf(question.id)}-option` : fieldOf(question.id)] = BLANK;
    } else if (before && JSON.stringify(before.value) === JSON.stringify(field.value)) read.same.push(question.id);
    else read.answers[question.id] = field.value;
  }
  return read;
};

const BLANK = 'Answer this, or press “Skip for now”. You can also press “I would rather talk about this”.';

/** Where to go once the page is saved: the same page while it shows something new, then the next, then the list or the check. */
const wayOn = (visit: CaseVisit, at: ShownPage, after: Case, skipping: boolean): string => {
  const story = storyOn(visit, after);
  const paths = pathsOf(after.id);
  const same = story.pages.find(({ form, page }) => form.id === at.form.id && page.id === at.page.id);
  const grew = same?.shown.some(
    ({ question, standing }) => standing === 'ask' && !at.shown.some((was) => was.question.id === question.id),
  );
  if (grew && !skipping) return paths.page(at.form.id, at.page.id);
  const next = pageAfter(story, same ?? at);
  return next ? paths.page(next.form.id, next.page.id) : paths.story;
};

const save = async (visit: CaseVisit, story: Story, at: ShownPage, typed: Typed): Promise<Answer> => {
  const way = text(typed, 'way') || 'save';
  const more = text(typed, 'more');
  const read = readPage(visit, at, typed);
  const talk = way === 'talk';
  const skipping = way === 'skip';
  if (more === '' && !talk && !skipping && Object.keys(read.errors).length > 0)
    return show(questionPage(visit, story, at, { typed, errors: read.errors }), 422);
  const unanswered = at.shown.filter(({ question, said }) => !said && !Object.hasOwn(read.answers, question.id));
  const answers = talk
    ? { ...read.answers, ...Object.fromEntries(unanswered.map(({ question }) => [question.id, TALK])) }
    : read.answers;
  const to = (after: Case): string => {
    rememberProfile(visit, after, Object.keys(answers));
    return wayOn(visit, at, after, skipping || talk);
  };
  const next = { to, again: () => storyNotOpen(visit, typed), typed };
  const confirming = skipping ? [] : read.same;
  if (confirming.length > 0) {
    const confirmed = await askCase(visit, { type: 'confirm-answers', questions: confirming }, next);
    if (!('goTo' in confirmed)) return confirmed;
  }
  if (more !== '') {
    if (Object.keys(answers).length > 0) {
      const saved = await askCase(visit, { type: 'answer-question', answers }, next);
      if (!('goTo' in saved)) return saved;
    }
    return show(
      questionPage(visit, story, at, { typed, errors: read.errors, more }),
      Object.keys(read.errors).length > 0 ? 422 : 200,
    );
  }
  return askCase(visit, { type: 'answer-question', answers }, next);
};

/** How the person wants to read is kept for this browser at once, so that the very next page is as they asked. */
const rememberProfile = (visit: CaseVisit, after: Case, answered: readonly string[]): void => {
  const asked = answered.some((question) => question.startsWith('comm.'));
  const reading = asked && visit.actor.id === after.person.id ? readerFromFacts(after.facts) : undefined;
  if (reading) rememberReader(visit.c, reading);
};

/** A page of some form of this council, asked now or not. */
const exists = ({ c, configuration }: CaseVisit): boolean =>
  configuration.forms.some(
    (form) => form.id === c.req.param('form') && pagesOf(form).some(({ id }) => id === c.req.param('page')),
  );

export const question = casePage('answer-question', {
  path: '/cases/:caseId/story/:form/:page',
  get: async (found): Promise<Answer> => {
    const visit = await broughtUpToDate(found);
    const story = storyOf(visit);
    const at = placeOf(visit, story);
    if (at) return show(questionPage(visit, story, at, { typed: held(at, visit) }));
    return exists(visit) ? goTo(homeOf(visit)) : show(<NotFoundPage frame={visit.frame} />, 404);
  },
  post: async (found, typed): Promise<Answer> => {
    const visit = await broughtUpToDate(found);
    const story = storyOf(visit);
    const at = placeOf(visit, story);
    if (at) return save(visit, story, at, typed);
    // A story that was sent takes no answers, right or wrong; what was typed is shown, so that it is not lost.
    return exists(visit) ? show(storyNotOpen(visit, typed), 409) : show(<NotFoundPage frame={visit.frame} />, 404);
  },
});
