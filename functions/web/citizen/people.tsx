/**
 * Who can see what: everybody who is let in on a case, what they see and until when, and everybody who was. Taking somebody off the
 * list, sending a link again. Asking somebody to help is `invite.tsx`; who may see what is decided by the domain, at every read.
 */
import { randomUUID } from 'node:crypto';
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { type Grant, mayTakeBack, standingOf } from '../../../lib/domain/circle.ts';
import { isStaff, may, roleFor } from '../../../lib/domain/permission.ts';
import { giveWayIn } from '../access.ts';
import { ForbiddenPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { Details, InsetText, NotificationBanner } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type Answer, type CaseVisit, casePage, goTo, show, text } from '../page.ts';
import { askCase, WHOLE_PAGE } from '../settle.tsx';
import { PrivateFromEachOther } from './as-a-carer.tsx';
import { homeOf, MY, pathsOf } from './paths.ts';
import { AUTHORITY_WORDS, partsWords, RELATION_WORDS } from './people-words.tsx';
import { Bullets, Heading, Link, Text } from './prose.tsx';

type OfVisit = { readonly visit: CaseVisit };
type OfGrant = OfVisit & { readonly grant: Grant };

export const invitePath = (caseId: string): string => `${pathsOf(caseId).people}/invite`;

/** What came of sending somebody their link; nothing where it was sent with an earlier click. */
export type LinkSent = Awaited<ReturnType<typeof giveWayIn>>;
/** What was just done here, by whom it was done to. */
export type JustNow = {
  readonly invited?: string | undefined;
  readonly link?: string | undefined;
  readonly removed?: string | undefined;
};

/** Where somebody is led after inviting or sending a link. Only ids: names are read from the case. */
export const afterInviting = (caseId: string, id: string, link?: LinkSent): string =>
  `${pathsOf(caseId).people}?${new URLSearchParams({ invited: id, ...(link && { link }) }).toString()}`;

/** Gives an invited person their link. The message names the council and the person, and nothing of their life. */
export const sendLink = (visit: CaseVisit, { id, name, contact }: Pick<Grant, 'id' | 'name' | 'contact'>): Promise<LinkSent> => {
  const { case: state, configuration } = visit;
  const about = `${state.person.name} asks for your help with something at ${configuration.council.name}.`;
  return giveWayIn(visit, { actor: { id, name }, caseId: state.id, contact, kind: 'invitation', about });
};

const linkWords = (link: string | undefined): string => {
  if (link === 'sent') return 'We have sent them a link.';
  if (link === 'too-many') return 'We have sent as many links there as we may in an hour. Send it again later.';
  return link === 'no-post' ? 'We cannot send links from here yet. Please call us.' : '';
};

const News = ({ visit, now: { invited, link, removed } }: OfVisit & { readonly now: JustNow }) => {
  const nameOf = (id: string | undefined, ended: boolean) =>
    visit.case.circle.find((grant) => grant.id === id && (grant.ended !== undefined) === ended)?.name;
  const [came, went] = [nameOf(invited, false), nameOf(removed, true)];
  if (came)
    return (
      <NotificationBanner success>
        {came} is on the list. {linkWords(link)}
      </NotificationBanner>
    );
  return went ? <NotificationBanner success>{went} is off the list. They can see nothing from now on.</NotificationBanner> : null;
};

const WhatTheyAre = ({ grant: { as, authority } }: { readonly grant: Grant }) => (
  <>
    {RELATION_WORDS[as].person}
    {authority ? `. ${AUTHORITY_WORDS[authority].person}.` : ''}
  </>
);

const joined = ({ joinedAt, contact }: Grant): string =>
  joinedAt ? `Yes, on ${readableTime(joinedAt, 'date')}` : `Not yet. The link goes to ${contact.to}.`;

const rowsOf = (visit: CaseVisit, grant: Grant): SummaryRow[] => {
  const { configuration, reader, now } = visit;
  const { phone } = configuration.council.contact;
  const papers = standingOf(grant, toIsoDate(now)) === 'papers';
  const parts = partsWords(grant, configuration, reader);
  return [
    { key: 'They are', value: <WhatTheyAre grant={grant} /> },
    { key: 'They can see', value: papers ? `Nothing yet. We have to see their papers first. Call us on ${phone}.` : parts },
    ...(papers ? [{ key: 'Then they can see', value: parts }] : []),
    { key: 'Last day', value: formatDate(grant.until) },
    { key: 'Have they come?', value: joined(grant) },
    { key: 'Who asked them', value: `${grant.invitedBy.name}, on ${readableTime(grant.invitedAt, 'date')}` },
  ];
};

type DeedProps = OfGrant & { readonly path: string; readonly words: string; readonly kind?: 'secondary' | 'warning' };

/** One button with an id of its own, so that a second button on an old page is never taken for the first. */
const Deed = ({ visit, grant, path, words, kind = 'secondary' }: DeedProps) => (
  <Form action={`${pathsOf(visit.case.id).people}${path}`} csrf={visit.csrf} request={randomUUID()} submit={false}>
    <input type="hidden" name="id" value={grant.id} />
    <Button text={words} kind={kind} />
  </Form>
);

const mayTakeOff = ({ actor, subject }: CaseVisit, grant: Grant): boolean => {
  const role = roleFor(actor, 'remove-person', subject);
  return role !== undefined && mayTakeBack(role, actor.id, grant);
};

const InForce = ({ visit, grant }: OfGrant) => (
  <>
    <SummaryList card={grant.name} rows={rowsOf(visit, grant)} />
    {!grant.joinedAt && may(visit.actor, 'invite-person', visit.subject) ? (
      <Deed visit={visit} grant={grant} path="/send-again" words={`Send ${grant.name} the link again`} />
    ) : null}
    {mayTakeOff(visit, grant) ? (
      <Deed visit={visit} grant={grant} path="/remove" words={`Take ${grant.name} off the list`} />
    ) : null}
  </>
);

/** Who of the council has had the case in hand, as far as the case itself knows. */
const namesOf = ({ case: state }: CaseVisit): string[] => {
  const held = state.state === 'underway' ? state.at.takenBy : undefined;
  return [...new Set([held, state.assessment?.decidedBy, state.agreed?.approvedBy].flatMap((each) => (each ? [each.name] : [])))];
};

const OurTeam = ({ visit }: OfVisit) => {
  const { council } = visit.configuration;
  const names = namesOf(visit);
  return (
    <>
      <Heading>Our team</Heading>
      <Text>
        The {council.contact.team} works on this with you. Anyone there who works out, plans or agrees support can open all of it.
        {names.length > 0 ? ` So far that is ${names.join(', ')}.` : ''}{' '}
        <Link href={pathsOf(visit.case.id).whoLooked}>See who has looked</Link>
      </Text>
      <Text>Some answers go further. Next to each question, “Why we ask” says who else gets it.</Text>
    </>
  );
};

const endWords = ({ ended, until }: Grant): string =>
  ended ? `taken off by ${ended.by.name} on ${readableTime(ended.at, 'date')}` : `until ${formatDate(until)}`;

const Earlier = ({ visit, grants }: OfVisit & { readonly grants: readonly Grant[] }) =>
  grants.length === 0 ? null : (
    <Details summary="People who could see something before">
      <Bullets
        items={grants.map(
          (grant) =>
            `${grant.name}: ${partsWords(grant, visit.configuration, visit.reader).replace(/\.$/, '')}, ${endWords(grant)}`,
        )}
      />
    </Details>
  );

const WhoReads = ({ visit: { actor, case: state } }: OfVisit) =>
  actor.id === state.person.id ? null : (
    <InsetText>
      This is the page of {state.person.name}. “You” is {state.person.name}.
    </InsetText>
  );

/** The page for the person, whoever acts for them, and staff. */
export const peoplePage = (visit: CaseVisit, justNow: JustNow = {}, errors: FieldErrors = {}): Html => {
  const { frame, case: state, actor, subject, now } = visit;
  const today = toIsoDate(now);
  const over = state.circle.filter((grant) => standingOf(grant, today) === 'over');
  const here = state.circle.filter((grant) => standingOf(grant, today) !== 'over');
  const back = isStaff(actor) ? `/cases/${state.id}` : pathsOf(state.id).me;
  return (
    <Page
      {...frame}
      title="Who can see what"
      caption={`Reference ${state.id}`}
      back={actor.id === state.person.id ? homeOf(visit) : back}
      errors={errors}
    >
      <News visit={visit} now={justNow} />
      <WhoReads visit={visit} />
      <Text>You can see all that we keep about you here. The people on this page can see what it says here.</Text>
      <Heading>People you asked to help</Heading>
      {here.length === 0 ? <Text>No one yet. You can ask someone to help you with all of it, or with a part.</Text> : null}
      {here.map((grant) => (
        <InForce visit={visit} grant={grant} />
      ))}
      {state.state !== 'closed' && may(actor, 'invite-person', subject) ? (
        <Button text="Ask someone to help" href={invitePath(state.id)} />
      ) : null}
      <Earlier visit={visit} grants={over} />
      <OurTeam visit={visit} />
      <PrivateFromEachOther configuration={visit.configuration} />
    </Page>
  );
};

export const people = casePage('view-case', {
  path: '/cases/:caseId/people',
  get: async (visit) => {
    const { invited, link, removed } = visit.c.req.query();
    return show(peoplePage(visit, { invited, link, removed }));
  },
});

const THEIRS = 'You can only take yourself off the list.';

/** Whoever helps sees no list, so nothing here may show them one. */
export const removeFromList = casePage('remove-person', {
  path: '/cases/:caseId/people/remove',
  post: async (visit, typed): Promise<Answer> => {
    const { actor, subject, case: state, frame } = visit;
    const id = text(typed, 'id');
    const sees = may(actor, 'view-case', subject);
    const again = (errors: FieldErrors): Html =>
      sees ? peoplePage(visit, {}, errors) : <ForbiddenPage frame={frame} sentence={THEIRS} help="Call us if you need help." />;
    if (!sees && id !== actor.id) return show(again({}), 403);
    const to = id === actor.id ? MY : `${pathsOf(state.id).people}?${new URLSearchParams({ removed: id }).toString()}`;
    return askCase(visit, { type: 'remove-person', id }, { to, again });
  },
});

/** For a link that was lost, ran out or never got there. */
export const sendAgain = casePage('invite-person', {
  path: '/cases/:caseId/people/send-again',
  post: async (visit, typed): Promise<Answer> => {
    const { case: state, now } = visit;
    const grant = state.circle.find(({ id }) => id === text(typed, 'id'));
    if (grant && standingOf(grant, toIsoDate(now)) !== 'over')
      return goTo(afterInviting(state.id, grant.id, await sendLink(visit, grant)));
    return show(peoplePage(visit, {}, { [WHOLE_PAGE]: 'This person is not on the list any more. Look at the list below.' }), 409);
  },
});

/** For whoever helps: the way to stop helping, on a page of theirs. */
export const StopHelping = ({ visit }: OfVisit) => {
  const grant = visit.case.circle.find(({ id }) => id === visit.actor.id);
  return grant ? <Deed visit={visit} grant={grant} path="/remove" words="Stop helping" /> : null;
};
