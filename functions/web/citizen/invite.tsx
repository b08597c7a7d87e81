/**
 * Asking somebody to help: who, as what, with which parts, until when, and where the link goes. On success they are on the list and get
 * a link. Reading what was typed is `read-invitation.ts`; the list is `people.tsx`.
 */
import { act } from '../../../lib/app/act.ts';
import { addDays, toIsoDate } from '../../../lib/domain/calendar.ts';
import { Authority, USUAL_INVITATION_DAYS } from '../../../lib/domain/circle.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import { say } from '../../../lib/domain/text.ts';
import { actPorts } from '../../ports.ts';
import { Checkboxes, type Choice, Radios } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, casePage, goTo, list, show, type Typed, text } from '../page.ts';
import { settle } from '../settle.tsx';
import { ContactField } from './contact-field.tsx';
import { pathsOf } from './paths.ts';
import { afterInviting, invitePath, sendLink } from './people.tsx';
import { AUTHORITY_WORDS, openParts, RELATION_WORDS } from './people-words.tsx';
import { Bullets, Link, Text } from './prose.tsx';
import { ALL_PARTS, readInvitation, relationsFor } from './read-invitation.ts';

const authorities = (typed: Typed, errors: FieldErrors): Html => (
  <Radios
    name="authority"
    legend="What lets them act for you?"
    hint="For all but the first, we have to see the papers. They can do nothing here before that."
    choices={Authority.options.map((value) => ({ value, text: AUTHORITY_WORDS[value].person }))}
    value={text(typed, 'authority')}
    error={errors.authority}
  />
);

const relationChoices = (visit: CaseVisit, typed: Typed, errors: FieldErrors): Choice[] =>
  relationsFor(visit).map((value) => {
    const { person, hint } = RELATION_WORDS[value];
    return { value, text: person, hint, ...(value === 'representative' && { reveal: authorities(typed, errors) }) };
  });

const partChoices = (visit: CaseVisit): Choice[] => {
  const parts = openParts(visit.case, visit.configuration).map(({ id, title }) => ({
    value: id,
    text: say(title, visit.reader),
  }));
  return parts.length === 0
    ? [{ value: ALL_PARTS, text: 'All of it' }]
    : [...parts, { divider: 'or' }, { value: ALL_PARTS, text: 'All of it' }];
};

type FieldsProps = { readonly visit: CaseVisit; readonly typed: Typed; readonly errors: FieldErrors };

const Fields = ({ visit, typed, errors }: FieldsProps) => {
  const usual = dateParts(addDays(toIsoDate(visit.now), USUAL_INVITATION_DAYS));
  const drawnAgain = typed['until-day'] !== undefined;
  const until = drawnAgain
    ? { day: text(typed, 'until-day'), month: text(typed, 'until-month'), year: text(typed, 'until-year') }
    : usual;
  return (
    <>
      <TextInput name="name" label="What is their name?" value={text(typed, 'name')} error={errors.name} spellcheck={false} />
      <Radios
        name="as"
        legend="What are they to you?"
        choices={relationChoices(visit, typed, errors)}
        value={text(typed, 'as')}
        error={errors.as}
      />
      <Checkboxes
        name="sections"
        legend="What can they see?"
        hint="They can see your answers there, and add to them. We keep a note of who wrote what."
        choices={partChoices(visit)}
        values={list(typed, 'sections')}
        error={errors.sections}
      />
      <DateInput
        name="until"
        legend="What is the last day they can do this?"
        hint="Four weeks is enough for most. It can be up to a year."
        value={until}
        error={errors.until}
      />
      <ContactField
        legend="How can we send them a link?"
        hint="They also need a code to come in. We send it to the same place when they open the link."
        typed={typed}
        errors={errors}
      />
    </>
  );
};

const Consent = ({ visit: { actor, case: state } }: { readonly visit: CaseVisit }) =>
  actor.id === state.person.id ? null : (
    <InsetText>
      You are doing this for {state.person.name}, so “you” is {state.person.name}.{' '}
      {isStaff(actor)
        ? 'Ask only someone they have said yes to. If they cannot say, it must be in their best interests: write down why.'
        : 'Ask only someone they would want.'}
    </InsetText>
  );

/** The page while the case is open. */
export const invitePage = (visit: CaseVisit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state } = visit;
  const { people } = pathsOf(state.id);
  return (
    <Page {...frame} title="Ask someone to help" back={people} errors={errors}>
      <Consent visit={visit} />
      <Bullets
        items={[
          'they see only what you pick',
          'you can take them off the list on any day, and then they see nothing',
          'you do not need to give them a password, so please do not',
        ]}
      />
      <Text>If someone tells you to do this and you do not want to, stop here and call us.</Text>
      <Form
        action={invitePath(state.id)}
        csrf={csrf}
        request={request}
        submit="Ask them to help"
        extra={<Link href={people}>Not now</Link>}
      >
        <Fields visit={visit} typed={typed} errors={errors} />
      </Form>
    </Page>
  );
};

export const invite = casePage('invite-person', {
  path: '/cases/:caseId/people/invite',
  get: async (visit) => (visit.case.state === 'closed' ? goTo(pathsOf(visit.case.id).people) : show(invitePage(visit))),
  post: async (visit, typed) => {
    const { case: state, actor: by } = visit;
    const read = readInvitation(visit, typed);
    if ('errors' in read) return show(invitePage(visit, typed, read.errors), 422);
    const { invitation } = read;
    const command = { type: 'invite-person', invitation } as const;
    const acted = await act(actPorts, { caseId: state.id, command, by, request: invitation.id });
    // The click that brought them onto the list sends the link; a second one finds them there.
    if (!acted.done || acted.events.length === 0) {
      const again = (errors: FieldErrors) => invitePage(visit, typed, errors);
      return settle(visit, acted, { to: afterInviting(state.id, invitation.id), again, typed });
    }
    return goTo(afterInviting(state.id, invitation.id, await sendLink(visit, invitation)));
  },
});
