/**
 * What is the same on every page of the story: who it is about, what changed since last time, where the ways out are, and the calm
 * page for when nothing is asked any more.
 */
import { openStory } from '../../../lib/domain/open-forms.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText, NotificationBanner, WarningText } from '../kit/messages.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Link, Quote, Text } from './prose.tsx';

/** For whoever fills in the story with somebody: whose words these are. */
export const OnBehalfOf = ({ visit: { actor, case: state } }: { readonly visit: CaseVisit }) =>
  actor.id === state.person.id ? null : (
    <InsetText>
      {isStaff(actor) ? 'You are filling this in with' : 'You are helping'} {state.person.name}. We keep a note that you wrote it
      down. Use their own words where you can.
    </InsetText>
  );

/** Somebody told us that it cannot wait, or that they are not safe: the number comes before any more questions. */
export const CannotWait = ({ visit: { actor, case: state, configuration } }: { readonly visit: CaseVisit }) =>
  // Never to anybody around the person: it may be them it is about.
  state.unanswered?.urgent && actor.id === state.person.id ? (
    <WarningText>
      You told us that you need help soon, or that you do not feel safe. Our team has been told. Do not wait for us to write: call{' '}
      {configuration.council.contact.phone} now. If you are in danger, call 999.
    </WarningText>
  ) : null;

/** In one sentence, what changed in the questions while this was being filled in. */
export const WhatChanged = ({ visit: { case: state } }: { readonly visit: CaseVisit }) =>
  state.changed ? <NotificationBanner>{state.changed.sentence}</NotificationBanner> : null;

/** The same ways out on every page of the story, in the same place. */
export const WaysOut = ({ visit }: { readonly visit: CaseVisit }) => {
  const { save } = pathsOf(visit.case.id);
  return (
    <Text>
      {isStaff(visit.actor) ? null : (
        <>
          <Link href={save}>Save and come back later</Link> or{' '}
        </>
      )}
      <Link href="/help">get help, or do this another way</Link>
    </Text>
  );
};

/** `typed`: what was sent too late. Its longer words are shown again, so that they can be copied or read out to us. */
export const storyNotOpen = (visit: CaseVisit, typed: Typed = {}): Html => {
  const { frame, configuration, case: state } = visit;
  const words = Object.keys(typed)
    .filter((field) => field.startsWith('a-'))
    .map((field) => text(typed, field).trim())
    .filter((each) => /\s/.test(each));
  const open = openStory(state, configuration) !== undefined;
  return (
    <Page {...frame} title={open ? 'We do not ask this now' : 'Your answers are with us already'} back={homeOf(visit)}>
      <Text>
        {open
          ? 'The questions have changed since you opened this page, or another answer means that this one is not needed.'
          : 'You do not need to do anything. You cannot change your answers here now, but you can still tell us more.'}
      </Text>
      <Text>
        <Link href={pathsOf(state.id).messages}>Send us a message</Link>, or call the {configuration.council.contact.team} on{' '}
        {configuration.council.contact.phone}.
      </Text>
      {words.length > 0 ? (
        <InsetText>
          <Text>You have just typed this. It is not saved yet:</Text>
          {words.map((each) => (
            <Quote words={each} />
          ))}
        </InsetText>
      ) : null}
      <Text>
        {open ? (
          <Link href={pathsOf(state.id).story}>Go on with the questions</Link>
        ) : (
          <Link href={homeOf(visit)}>Go to your page to see where it is</Link>
        )}
      </Text>
    </Page>
  );
};
