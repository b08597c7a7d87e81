/**
 * Somebody rang, wrote or came in: a worker opens the case with them and goes on to the same questions. It is the same record, never
 * typed again; where the person has an email address or a mobile they are sent their own way in. Help that cannot wait starts with it.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { emailContact, textContact } from '../../../lib/app/access.ts';
import { act } from '../../../lib/app/act.ts';
import type { Actor } from '../../../lib/domain/actor.ts';
import type { Contact } from '../../../lib/domain/circle.ts';
import { may } from '../../../lib/domain/permission.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';
import { actPorts } from '../../ports.ts';
import { giveWayIn } from '../access.ts';
import { pathsOf } from '../citizen/paths.ts';
import { caseIdFor } from '../citizen/start-case.tsx';
import { Radios } from '../kit/choices.tsx';
import { ForbiddenPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type SignedInVisit, show, signedInPage, type Typed, text } from '../page.ts';
import { readForm, settle } from '../settle.tsx';
import { IsItUrgent, readCrisis, startOn } from './crisis-start.tsx';

const PATH = '/work/new';

const NewCase = z
  .object({
    name: z.string().trim().min(1, 'Write the person’s full name.').max(120, 'Use 120 letters or fewer.'),
    email: z.string().trim(),
    phone: z.string().trim(),
  })
  .superRefine((typed, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (typed.email !== '' && !emailContact(typed.email))
      wrong('email', 'Write an email address with an @, such as sam@example.org.');
    if (typed.phone !== '' && !textContact(typed.phone)) wrong('phone', 'Write a mobile number, such as 07700 900 123.');
  });
type NewCase = z.infer<typeof NewCase>;

const kindOfNew = (typed: Typed): CaseKind => (text(typed, 'as') === 'carer' ? 'carer' : 'adult');

/** A carer has a right to an assessment of their own, whatever was decided about the person they look after (Care Act 2014 s.10). */
const WhoseNeeds = ({ typed }: { readonly typed: Typed }) => (
  <Radios
    name="as"
    legend="Whose needs is it about?"
    value={kindOfNew(typed)}
    choices={[
      { value: 'adult', text: 'Their own support' },
      {
        value: 'carer',
        text: 'Their own life as somebody’s carer',
        hint: 'It is private from the person they look after, and that person’s case from them.',
      },
    ]}
  />
);

export const newCasePage = (visit: SignedInVisit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request } = visit;
  const field = (name: string) => ({ name, value: text(typed, name), error: errors[name] });
  return (
    <Page {...frame} title="Start a case with somebody" back="/work" errors={errors}>
      <p class="govuk-body">
        For somebody who rang, wrote or came in. You ask the same questions, and it is kept that you wrote the answers down.
      </p>
      <Form action={PATH} csrf={csrf} request={request} submit="Start">
        <TextInput {...field('name')} label="The person’s full name" />
        {visit.bundle.council.carerPathway ? <WhoseNeeds typed={typed} /> : null}
        <TextInput
          {...field('email')}
          label="Their email address, if they want to see it online"
          hint="They get a link of their own. They can do everything without it."
          type="email"
          spellcheck={false}
        />
        <TextInput {...field('phone')} label="Or their mobile number" type="tel" width={20} />
        <IsItUrgent visit={visit} typed={typed} errors={errors} />
      </Form>
    </Page>
  );
};

/** The same person for the same form, so that a double click opens one case; too long to be guessed. */
const personOf = (request: string, name: string) => {
  const hex = createHash('sha256').update(`case with ${request}`).digest('hex').slice(0, 32).toUpperCase();
  return { id: `P-${hex}`, name };
};

const contactOf = (typed: NewCase): Contact | undefined => emailContact(typed.email) ?? textContact(typed.phone);

/** Who wrote it down is kept with the name, and so is where the person can be reached. */
const knownFrom = ({ actor: by, now, bundle }: SignedInVisit, typed: NewCase, as: CaseKind) => {
  const said = {
    by: { id: by.id, name: by.name },
    role: 'assessor' as const,
    at: now.toISOString(),
    configuration: bundle.version,
  };
  const fact = (value: string, form: string) => ({ staff: { ...said, value, form } });
  const [address, number] = [emailContact(typed.email)?.to, textContact(typed.phone)?.to];
  return {
    'about.name': fact(typed.name, as === 'carer' ? 'about-the-carer' : 'about-you'),
    ...(address && { 'comm.email': fact(address, 'how-we-talk') }),
    ...(number && { 'comm.phone': fact(number, 'how-we-talk') }),
  };
};

/** On somebody else's behalf, whoever that will be. */
export const mayOpen = (actor: Actor): boolean => may(actor, 'open-case', { person: { id: 'nobody' }, today: '' });

const forbidden = ({ frame }: SignedInVisit) =>
  show(
    <ForbiddenPage frame={frame} sentence="Only someone who assesses and plans starts a case." help="Ask a colleague." />,
    403,
  );

export const newCase = signedInPage('view-work', {
  path: PATH,
  get: async (visit) => (mayOpen(visit.actor) ? show(newCasePage(visit)) : forbidden(visit)),
  post: async (visit, typed) => {
    const { actor: by, request } = visit;
    if (!mayOpen(by)) return forbidden(visit);
    const fields = { name: text(typed, 'name'), email: text(typed, 'email'), phone: text(typed, 'phone') };
    const [read, crisis] = [readForm(NewCase, fields), readCrisis(typed, visit.now)];
    const again = (errors: FieldErrors): Html => newCasePage(visit, typed, errors);
    const wrong = { ...('errors' in read && read.errors), ...('errors' in crisis && crisis.errors) };
    if ('errors' in read || 'errors' in crisis) return show(again(wrong), 422);
    const caseId = caseIdFor(`with ${request}`);
    const person = personOf(request, read.value.name);
    const as = kindOfNew(typed);
    const command = { type: 'open-case', caseId, person, known: knownFrom(visit, read.value, as), as } as const;
    const acted = await act(actPorts, { caseId, command, by, request });
    // The help comes first: a message that cannot be sent must not hold it up.
    const started = acted.done && crisis.value && (await startOn(visit, { state: acted.case, content: crisis.value, typed }));
    const contact = contactOf(read.value);
    if (acted.done && acted.events.length > 0 && contact)
      await giveWayIn(visit, { actor: person, caseId, contact, kind: 'return' });
    if (started) return started;
    return settle(visit, acted, { to: pathsOf(caseId).story, again, typed });
  },
});
