/**
 * Signing in: "sign in as" one of the made-up people, and only where the deployment says so. OpenID Connect for staff will be a further
 * way through this same door. People who ask for support need none of it: `begin.tsx` and `return-link.tsx`.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { environment } from '../../../lib/aws/env.ts';
import type { Actor, Role } from '../../../lib/domain/actor.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { homeOf } from '../home.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import { Page } from '../kit/layout.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { goTo, openPage, show, type Typed, text, type Visit } from '../page.ts';
import { beginSession, endSession } from '../session.ts';
import { readForm } from '../settle.tsx';

const NEW = 'someone-new';
const DOES: Readonly<Record<Role, string>> = {
  person: 'asks for support',
  helper: 'helps somebody tell their story',
  representative: 'acts for somebody',
  assessor: 'assesses, plans and reviews with people',
  approver: 'agrees plans',
  configurer: 'sets up forms and stages',
  system: '',
};

const about = ({ roles, limitPence }: Actor): string => {
  const limit = limitPence === undefined ? '' : `, up to ${formatPence(limitPence)} a week`;
  return `${roles.map((role) => DOES[role]).join(', ')}${limit}`;
};

const Choice = z.object({
  as: z.string().min(1, 'Choose who to sign in as.').max(64),
  name: z.string().trim().max(120).default(''),
});

const everyone = ({ demo }: Council): Actor[] => [
  ...(demo?.staff ?? []),
  ...(demo?.people ?? []).map(({ id, name }): Actor => ({ id, name, roles: ['person'] })),
];

const page = (visit: Visit, errors: FieldErrors = {}, typed: Typed = {}) => {
  const { frame, csrf, request, bundle } = visit;
  const { demo } = bundle.council;
  if (environment.SIGN_IN !== 'demo' || !demo) {
    return (
      <Page {...frame} title="Signing in is not set up yet">
        <p class="govuk-body">You cannot sign in here yet. Please call us instead and we will help you.</p>
      </Page>
    );
  }
  const staff = demo.staff.map((actor) => ({ value: actor.id, text: actor.name, hint: about(actor) }));
  const people = demo.people.map(({ id, name, about: hint }) => ({ value: id, text: name, ...(hint && { hint }) }));
  return (
    <Page {...frame} title="Who do you want to be?" errors={errors}>
      <p class="govuk-body">
        {bundle.council.name} is a made-up council and everyone here is made up. Please do not type anything about a real person.
      </p>
      <Form action="/sign-in" csrf={csrf} request={request} submit="Sign in">
        <TextInput
          name="name"
          label="Their name"
          hint="Only for someone new. Make one up."
          value={text(typed, 'name')}
          error={errors.name}
        />
        <Radios
          name="as"
          legend="Sign in as"
          value={text(typed, 'as')}
          error={errors.as}
          choices={[
            { value: NEW, text: 'Someone new', hint: 'asks for support for the first time' },
            { divider: 'or' },
            ...staff,
            { divider: 'or' },
            ...people,
          ]}
        />
      </Form>
    </Page>
  );
};

const chosen = (council: Council, { as, name }: z.infer<typeof Choice>): Actor | undefined => {
  if (as === NEW) return { id: `P-${randomBytes(5).toString('hex').toUpperCase()}`, name, roles: ['person'] };
  return everyone(council).find(({ id }) => id === as);
};

export const signIn = openPage({
  path: '/sign-in',
  get: async (visit) => show(page(visit)),
  post: async (visit, typed) => {
    const { council } = visit.bundle;
    if (environment.SIGN_IN !== 'demo' || !council.demo) return show(page(visit), 403);
    const read = readForm(Choice, { as: text(typed, 'as'), name: text(typed, 'name') });
    if ('errors' in read) return show(page(visit, read.errors, typed), 422);
    const actor = chosen(council, read.value);
    if (!actor) return show(page(visit, { as: 'Choose someone from the list.' }, typed), 422);
    if (actor.name === '') return show(page(visit, { name: 'Type a name.' }, typed), 422);
    await endSession(visit.c, visit.session);
    await beginSession(visit.c, actor);
    return goTo(homeOf(actor));
  },
});

export const signOut = openPage({
  path: '/sign-out',
  get: async (visit) => {
    const { frame, csrf, request, session } = visit;
    if (!session) return goTo('/');
    return show(
      <Page {...frame} title="Do you want to sign out?">
        <Form action="/sign-out" csrf={csrf} request={request} submit="Sign out" />
      </Page>,
    );
  },
  post: async ({ c, session }) => {
    await endSession(c, session);
    return goTo('/');
  },
});
