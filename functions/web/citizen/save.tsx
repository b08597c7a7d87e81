/**
 * Saving to come back later: where shall the link go? Then where it went, how long it lasts, and the reference. The link itself is never
 * shown here: whoever reads this screen need not be who reads that mailbox.
 */
import { LINK_DAYS } from '../../../lib/app/access.ts';
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Contact } from '../../../lib/domain/circle.ts';
import { statementOf } from '../../../lib/domain/fact.ts';
import { canSend, giveWayIn, lastLink } from '../access.ts';
import { ForbiddenPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { type Answer, type CaseVisit, casePage, goTo, show, type Typed } from '../page.ts';
import { WhereMessagesAre } from '../public/return-code.tsx';
import { noPostPage } from '../public/return-lost.tsx';
import { ContactField, readContact } from './contact-field.tsx';
import { pathsOf } from './paths.ts';
import { Bullets, Link, Text } from './prose.tsx';

type Known = { readonly contact: Contact; readonly until: string } | undefined;

const isTheirOwn = ({ actor, case: { person, circle } }: CaseVisit): boolean =>
  actor.id === person.id || circle.some(({ id }) => id === actor.id);

const saidOf = ({ facts }: Case, question: string): string => {
  const value = statementOf(facts, question)?.value;
  return typeof value === 'string' ? value : '';
};

/** What to fill in before anything was typed: where the last link went, or for the person what they told us about themselves. */
const prefilled = ({ case: state, actor }: CaseVisit, last: Known): Typed => {
  if (last) return { by: last.contact.by, [last.contact.by === 'email' ? 'email' : 'phone']: last.contact.to };
  if (actor.id !== state.person.id) return {};
  const email = saidOf(state, 'comm.email');
  const phone = saidOf(state, 'comm.phone');
  return { by: email ? 'email' : phone ? 'text' : '', email, phone };
};

/** The page that asks where to send the link. */
export const savePage = (visit: CaseVisit, typed: Typed, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state } = visit;
  return (
    <Page {...frame} title="Save and come back later" back={pathsOf(state.id).story} errors={errors}>
      <Text>Your answers are saved as you go. We send you a link, so that you can get back to them. You need no password.</Text>
      <Form action={pathsOf(state.id).save} csrf={csrf} request={request} submit="Send me the link">
        <ContactField
          legend="How shall we send it?"
          hint="Choose one that only you can read."
          typed={typed}
          errors={errors}
          own
        />
      </Form>
      <Text>
        No email and no mobile? Write down your reference, <strong>{state.id}</strong>. Then call us on{' '}
        {visit.configuration.council.contact.phone} when you want to go on.
      </Text>
    </Page>
  );
};

/** The page after the link was sent. The whole address is shown, so that a slip can be seen and put right. */
export const savedPage = (visit: CaseVisit, { contact, until }: NonNullable<Known>): Html => {
  const { frame, case: state } = visit;
  const { story } = pathsOf(state.id);
  return (
    <Page {...frame} title="We sent you a link" back={story}>
      <SummaryList
        rows={[
          { key: 'Sent to', value: contact.to, change: { href: pathsOf(state.id).save, what: 'where the link goes' } },
          { key: 'It works until', value: `${formatDate(toIsoDate(new Date(until)))} (${LINK_DAYS} days)` },
          { key: 'Your reference', value: state.id },
        ]}
      />
      <WhereMessagesAre visit={visit} />
      <Text>You can close this page now. When you open the link, we send you a code. Then you go on from where you stopped.</Text>
      <Bullets
        items={[
          'Is the address wrong? Change it. Then the first link stops.',
          'Keep your reference. With it you can ask for a new link.',
          'Do others use this computer? Sign out before you leave.',
        ]}
      />
      <Text>
        <Link href={story}>Go on now</Link>
      </Text>
    </Page>
  );
};

const ENOUGH_SENT = 'We sent a lot of links there in the last hour. Look for them, or try again in an hour.';

/** A link lets whoever reads it in as that person, so nobody from the council sends one for them. */
const forStaff = ({ frame }: CaseVisit): Answer =>
  show(
    <ForbiddenPage
      frame={frame}
      sentence="Only the person, or somebody they asked to help, can have a link sent."
      help="Ask them to do this at their own screen, or give them their reference."
    />,
    403,
  );

export const save = casePage('answer-question', {
  path: '/cases/:caseId/save',
  get: async (visit) => {
    if (!isTheirOwn(visit)) return forStaff(visit);
    if (!canSend()) return show(noPostPage(visit));
    const last = await lastLink(visit.case.id, visit.actor.id);
    const saved = visit.c.req.query('sent') !== undefined;
    return show(saved && last ? savedPage(visit, last) : savePage(visit, prefilled(visit, last)));
  },
  post: async (visit, typed) => {
    if (!isTheirOwn(visit)) return forStaff(visit);
    const read = readContact(typed);
    if ('field' in read) return show(savePage(visit, typed, { [read.field]: read.message }), 422);
    const { contact } = read;
    const { actor, case: state } = visit;
    const given = state.circle.find(({ id }) => id === actor.id)?.contact;
    if (given && given.to !== contact.to) {
      const message = `We can send it only to where ${state.person.name} asked us to. Ask them to invite you again.`;
      return show(savePage(visit, typed, { [contact.by === 'email' ? 'email' : 'phone']: message }), 422);
    }
    const sent = await giveWayIn(visit, { actor, caseId: state.id, contact, kind: 'return' });
    if (sent === 'no-post') return show(noPostPage(visit));
    const field = contact.by === 'email' ? 'email' : 'phone';
    if (sent === 'too-many') return show(savePage(visit, typed, { [field]: ENOUGH_SENT }), 422);
    return goTo(`${pathsOf(state.id).save}?sent=yes`);
  },
});
