/**
 * The story's task list: every part with its pages and their state, about how long the rest takes, what we know already, and the way
 * to check and send. Somebody who helps sees only their part.
 */

import type { Section } from '../../../lib/domain/form.ts';
import { leftToDo, leftToSend, minutesFor, type Shown, type ShownPage } from '../../../lib/domain/form-walk.ts';
import { may } from '../../../lib/domain/permission.ts';
import { say } from '../../../lib/domain/text.ts';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { type Task, TaskList } from '../kit/lists.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import { type Answer, type CaseVisit, casePage, goTo, show } from '../page.ts';
import { askCase } from '../settle.tsx';
import { said } from '../shared/said.tsx';
import { HeldAnswers } from './held-answers.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { StopHelping } from './people.tsx';
import { Heading, Link, Text } from './prose.tsx';
import { CannotWait, OnBehalfOf, WaysOut, WhatChanged } from './story-frame.tsx';
import { broughtUpToDate, isAnswerable, pageTitle, type Story, storyOf } from './story-walk.ts';

const statusOf = ({ shown }: ShownPage): Task['status'] => {
  if (shown.some(({ standing }) => standing === 'ask')) return { tag: 'To\u00a0do' };
  if (shown.some(({ standing }) => standing === 'confirm')) return { tag: 'Still right?', colour: 'yellow' };
  return shown.every(({ standing }) => standing === 'known') ? 'We know this' : 'Done';
};

type PartProps = { readonly visit: CaseVisit; readonly section: Section; readonly pages: readonly ShownPage[] };

const Part = ({ visit, section, pages }: PartProps) => {
  const { reader, case: state } = visit;
  const paths = pathsOf(state.id);
  return (
    <>
      <Heading>{said(section.title, reader)}</Heading>
      {section.intro ? <Text>{said(section.intro, reader)}</Text> : null}
      <TaskList
        name={section.id}
        tasks={pages.map((page) => ({
          title: pageTitle(page, reader),
          href: paths.page(page.form.id, page.page.id),
          status: statusOf(page),
        }))}
      />
    </>
  );
};

const HowFar = ({ story }: { readonly story: Story }) => {
  const left = leftToDo(story.shown).length;
  if (left === 0)
    return <Text>Nothing is left to do here{story.sendable ? '. Check your answers, then send them to us' : ''}.</Text>;
  const minutes = minutesFor(story.shown);
  return (
    <Text>
      {left === 1 ? 'There is 1 question left.' : `There are ${left} questions left.`} That takes about{' '}
      <strong>{minutes === 1 ? '1 minute' : `${minutes} minutes`}</strong>. You can skip what you do not want to answer.
    </Text>
  );
};

/** What we hold and want looked at again, with one button for all of it. */
const StillRight = ({ visit, shown }: { readonly visit: CaseVisit; readonly shown: readonly Shown[] }) => {
  const { case: state, configuration, reader, actor, csrf, request } = visit;
  const stale = shown.filter(({ standing }) => standing === 'confirm');
  if (stale.length === 0) return null;
  const around = { state, configuration, reader, actorId: actor.id };
  const at = new Map(stale.map(({ question, form, page }) => [question, pathsOf(state.id).page(form.id, page.id)]));
  return (
    <Details summary={`You told us ${stale.length === 1 ? 'this' : `these ${stale.length} things`} before. Still right?`}>
      <HeldAnswers {...around} questions={stale.map(({ question }) => question)} changeAt={(question) => at.get(question)} />
      <Form action={pathsOf(state.id).story} csrf={csrf} request={request} submit="All of this is still right" />
    </Details>
  );
};

const sectionsIn = ({ pages }: Story): PartProps['section'][] => [...new Set(pages.map(({ section }) => section))];

const TheWayOn = ({ visit, story }: { readonly visit: CaseVisit; readonly story: Story }) => {
  const paths = pathsOf(visit.case.id);
  const first = story.pages.find(({ left }) => left > 0);
  const ready = story.sendable && leftToSend(story.shown).length === 0;
  const begun = story.shown.some(({ standing }) => standing === 'done');
  return (
    <div class="govuk-button-group">
      {first ? (
        <Button
          text={begun ? 'Go on' : 'Start'}
          href={paths.page(first.form.id, first.page.id)}
          kind={ready ? 'secondary' : undefined}
        />
      ) : null}
      {ready ? <Button text="Check and send" href={paths.check} /> : null}
    </div>
  );
};

/** The page for a case on which something can be answered. */
export const storyPage = (visit: CaseVisit, story: Story): Html => {
  const { frame, case: state, configuration, reader } = visit;
  const main = story.forms.find(({ page }) => page === 'story') ?? story.forms[0];
  return (
    <Page
      {...frame}
      title={main ? say(main.title, reader) : configuration.council.service}
      caption={`Reference ${state.id}`}
      back={homeOf(visit)}
    >
      <OnBehalfOf visit={visit} />
      <CannotWait visit={visit} />
      <WhatChanged visit={visit} />
      {main?.intro ? <Text>{said(main.intro, reader)}</Text> : null}
      <HowFar story={story} />
      <TheWayOn visit={visit} story={story} />
      <StillRight visit={visit} shown={story.shown} />
      {sectionsIn(story).map((section) => (
        <Part visit={visit} section={section} pages={story.pages.filter((page) => page.section === section)} />
      ))}
      <InsetText>
        We save each answer as you go. You can close this page and come back.{' '}
        {may(visit.actor, 'view-case', visit.subject) ? (
          <>
            Someone you trust can help you:{' '}
            <Link href={pathsOf(state.id).people}>see who can see what, or ask someone to help</Link>.
          </>
        ) : null}
      </InsetText>
      <StopHelping visit={visit} />
      <WaysOut visit={visit} />
    </Page>
  );
};

export const story = casePage('answer-question', {
  path: '/cases/:caseId/story',
  get: async (found): Promise<Answer> => {
    const visit = await broughtUpToDate(found);
    const told = storyOf(visit);
    return told.pages.length > 0 ? show(storyPage(visit, told)) : goTo(homeOf(visit));
  },
  /** “All of this is still right”: what is held and stale is confirmed in one go. */
  post: async (visit): Promise<Answer> => {
    const told = storyOf(visit);
    const questions = told.shown
      .filter((each) => each.standing === 'confirm' && isAnswerable(each))
      .map(({ question }) => question.id);
    const to = pathsOf(visit.case.id).story;
    return askCase(visit, { type: 'confirm-answers', questions }, { to, again: () => storyPage(visit, told) });
  },
});
