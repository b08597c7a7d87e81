/**
 * One page of the story: usually one question, with why we ask, and three ways on: save, skip for now, talk instead. What is typed is
 * saved as soon as it is right; what is wrong stays in its box. The boxes are `shared/question-field.tsx`.
 */
import { TALK } from '../../../lib/domain/answer.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { pagesOf } from '../../../lib/domain/form.ts';
import { minutesFor, type Shown, type ShownPage } from '../../../lib/domain/form-walk.ts';
import { say } from '../../../lib/domain/text.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type Answer, type CaseVisit, casePage, goTo, show, type Typed, text } from '../page.ts';
import { readingAfter, readingText, rememberReader } from '../reader.ts';
import { askCase } from '../settle.tsx';
import { sentence, whoSaid } from '../shared/answer-words.tsx';
import { typedFrom } from '../shared/held-fields.ts';
import { QuestionField } from '../shared/question-field.tsx';
import { rowsTyped } from '../shared/read-field.ts';
import { said } from '../shared/said.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { type ReadPage, readPage } from './read-page.ts';
import { CannotWait, OnBehalfOf, storyNotOpen, WaysOut, WhatChanged } from './story-frame.tsx';
import { broughtUpToDate, pageAfter, pageTitle, type Story, storyIsOpen, storyOf, storyOn } from './story-walk.ts';
import { WhyWeAsk } from './why-we-ask.tsx';

type Drawn = {
  readonly typed: Typed;
  readonly errors?: FieldErrors | undefined;
  readonly more?: string | undefined;
  /** The way on that was pressed while something typed cannot be saved yet. */
  readonly leaving?: string | undefined;
};

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

/** Pressed twice: what is typed and cannot be saved is left out on purpose. */
const LEAVE_OUT = '-anyway';

const WaysOn = ({ leaving }: Pick<Drawn, 'leaving'>) => {
  const way = (value: string, words: string, leave: string) => (
    <Button
      text={leaving === value ? leave : words}
      kind="secondary"
      name="way"
      value={leaving === value ? value + LEAVE_OUT : value}
    />
  );
  return (
    <div class="govuk-button-group">
      <Button text="Save and continue" name="way" value="save" />
      {way('skip', 'Skip for now', 'Leave it out and skip')}
      {way('talk', 'I would rather talk about this', 'Leave it out. I would rather talk')}
    </div>
  );
};

/** The page of `at`, with what was typed or what is held. */
export const questionPage = (
  visit: CaseVisit,
  story: Story,
  at: ShownPage,
  { typed, errors = {}, more, leaving }: Drawn,
): Html => {
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
      <Form action={paths.page(at.form.id, at.page.id) + toCheck(visit)} csrf={csrf} request={request} submit={false}>
        {at.page.items.map((item) => {
          if (!('q' in item)) return <p class="govuk-body">{said(item.text, reader)}</p>;
          const shown = at.shown.find(({ question }) => question.id === item.q);
          return shown ? <Asked visit={visit} shown={shown} alone={alone} typed={typed} errors={errors} more={more} /> : null;
        })}
        <WaysOn leaving={leaving} />
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

/** Whoever came from the check page to change one answer goes back there. */
const toCheck = ({ c }: CaseVisit): string => (c.req.query('to') === 'check' ? '?to=check' : '');

/** Where to go once the page is saved: the same page while it shows something new, then the next, then the list or the check. */
const wayOn = (visit: CaseVisit, at: ShownPage, after: Case, skipping: boolean): string => {
  const story = storyOn(visit, after);
  const paths = pathsOf(after.id);
  const same = story.pages.find(({ form, page }) => form.id === at.form.id && page.id === at.page.id);
  const grew = same?.shown.some(
    ({ question, standing }) => standing === 'ask' && !at.shown.some((was) => was.question.id === question.id),
  );
  if (grew && !skipping) return paths.page(at.form.id, at.page.id) + toCheck(visit);
  if (toCheck(visit) !== '') return paths.check;
  const next = pageAfter(story, same ?? at);
  return next ? paths.page(next.form.id, next.page.id) : paths.story;
};

const hasAny = (errors: FieldErrors): boolean => Object.keys(errors).length > 0;

/** What stands in the way of this way on; nothing when it can be saved as it is. */
const inTheWay = (way: string, more: string, { wrong, missing }: ReadPage): FieldErrors | undefined => {
  if (more !== '' || way.endsWith(LEAVE_OUT)) return undefined;
  const errors = way === 'save' ? { ...wrong, ...missing } : wrong;
  return hasAny(errors) ? errors : undefined;
};

const save = async (visit: CaseVisit, story: Story, at: ShownPage, typed: Typed): Promise<Answer> => {
  const [way, more] = [text(typed, 'way') || 'save', text(typed, 'more')];
  const read = readPage(visit, at, typed);
  const errors = inTheWay(way, more, read);
  if (errors) return show(questionPage(visit, story, at, { typed, errors, leaving: way === 'save' ? undefined : way }), 422);
  const talk = way.startsWith('talk');
  const rest = at.shown.filter(({ question }) => !Object.hasOwn(read.answers, question.id));
  const answers = talk
    ? { ...read.answers, ...Object.fromEntries(rest.map(({ question }) => [question.id, TALK])) }
    : read.answers;
  const to = (after: Case): string => {
    rememberProfile(visit, after, Object.keys(answers));
    return wayOn(visit, at, after, way !== 'save');
  };
  const again = (refused: FieldErrors): Html =>
    storyIsOpen(visit.case, visit.configuration)
      ? questionPage(visit, story, at, { typed, errors: refused })
      : storyNotOpen(visit, typed);
  const next = { to, again, typed };
  if (way === 'save' && read.same.length > 0) {
    const confirmed = await askCase(visit, { type: 'confirm-answers', questions: read.same }, next);
    if (!('goTo' in confirmed)) return confirmed;
  }
  const saved = await askCase(visit, { type: 'answer-question', answers }, next);
  if (more === '' || !('goTo' in saved)) return saved;
  return show(questionPage(visit, story, at, { typed, errors: read.wrong, more }), hasAny(read.wrong) ? 422 : 200);
};

/**
 * The page is not there any more: the questions changed, or an answer in another tab hid it. What still has a question is saved; the
 * rest is shown, so that it is not lost.
 */
const saveFromAnOldPage = async (visit: CaseVisit, typed: Typed): Promise<Answer> => {
  const { answers } = readPage(visit, undefined, typed);
  const again = () => storyNotOpen(visit, typed);
  if (Object.keys(answers).length === 0) return show(again(), 409);
  return askCase(visit, { type: 'answer-question', answers }, { to: pathsOf(visit.case.id).story, again, typed });
};

/** How the person wants to read is kept for this browser at once, so that the very next page is as they asked. */
const rememberProfile = (visit: CaseVisit, after: Case, answered: readonly string[]): void => {
  const reading = readingAfter(visit.reading, after.facts, answered);
  const changes = readingText(reading) !== readingText(visit.reading);
  if (changes && visit.actor.id === after.person.id) rememberReader(visit.c, reading);
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
    const typedHere = Object.keys(typed).some((name) => name.startsWith('a-'));
    return exists(visit) || typedHere ? saveFromAnOldPage(visit, typed) : show(<NotFoundPage frame={visit.frame} />, 404);
  },
});
