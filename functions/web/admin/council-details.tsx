/** Small things a council decides of itself: how to reach it, its team, how soon it reviews, and which pathways and points are in force. */
import type { Council } from '../../../lib/domain/council.ts';
import { Radios, Select } from '../kit/choices.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { decidedPage, type Filled, valueIn, wrong } from './decided-page.tsx';
import { modelsIn, ownCouncil } from './decided-reading.ts';
import type { DraftVisit } from './draft-page.tsx';
import { pathwaysOf } from './draft-reading.ts';
import { figure, figureErrors, needed, wholeIn } from './typed-figures.ts';

export const toCouncil = (): string => '/council';
export const findCouncil = (visit: DraftVisit): Council | undefined => ownCouncil(visit)?.of;

type ContactField = { readonly name: string; readonly label: string; readonly of: (council: Council) => string };
const CONTACT: readonly ContactField[] = [
  { name: 'name', label: 'Name of the council', of: ({ name }) => name },
  { name: 'service', label: 'What the service is called', of: ({ service }) => service },
  { name: 'team', label: 'Who answers', of: ({ contact }) => contact.team },
  { name: 'phone', label: 'Phone', of: ({ contact }) => contact.phone },
  { name: 'textRelay', label: 'Text relay (may be left empty)', of: ({ contact }) => contact.textRelay ?? '' },
  { name: 'email', label: 'Email', of: ({ contact }) => contact.email },
  { name: 'hours', label: 'When somebody answers', of: ({ contact }) => contact.hours },
];

const typedContact = (typed: Typed) => {
  const at = (field: string) => text(typed, field).trim();
  const relay = at('textRelay');
  return {
    name: at('name'),
    service: at('service'),
    contact: {
      team: at('team'),
      phone: at('phone'),
      ...(relay !== '' && { textRelay: relay }),
      email: at('email'),
      address: at('address').replaceAll('\r\n', '\n'),
      hours: at('hours'),
    },
  };
};

export const councilContact = decidedPage<Council>({
  path: '/council/contact',
  part: 'Council',
  find: findCouncil,
  title: () => 'How to reach the council',
  fields: (council, filled) => (
    <>
      {CONTACT.map(({ name, label, of }) => (
        <TextInput name={name} label={label} value={valueIn(filled, name, of(council))} error={filled.errors[name]} />
      ))}
      <Textarea
        name="address"
        label="Address"
        rows={3}
        value={valueIn(filled, 'address', council.contact.address)}
        error={filled.errors.address}
      />
    </>
  ),
  submit: 'Change how to reach the council',
  field: 'email',
  read: ({ id }, typed) => {
    const needs = [...CONTACT.map(({ name }) => name), 'address'].filter((name) => name !== 'textRelay');
    const empty = needs.filter((field) => text(typed, field).trim() === '');
    if (empty.length > 0) return wrong(Object.fromEntries(empty.map((field) => [field, 'This is shown to people. Write it.'])));
    return { type: 'change-council', council: id, set: typedContact(typed) };
  },
  back: toCouncil,
});

export const councilTeam = decidedPage<Council>({
  path: '/council/team',
  part: 'Council',
  find: findCouncil,
  title: () => 'The team that new cases join',
  fields: ({ team }, filled) => (
    <TextInput
      name="team"
      label="Team"
      hint="Small letters and hyphens. Cases that are open stay on the list they are on until they move along."
      width={20}
      spellcheck={false}
      value={valueIn(filled, 'team', team)}
      error={filled.errors.team}
    />
  ),
  submit: 'Change the team',
  field: 'team',
  read: ({ id }, typed) => {
    const team = text(typed, 'team').trim();
    if (!/^[a-z][a-z0-9-]{0,58}$/.test(team))
      return wrong({ team: 'Use small letters, figures and hyphens, such as adult-support.' });
    return { type: 'change-council', council: id, set: { team } };
  },
  back: toCouncil,
});

const WEEKS = 'Write how many weeks, from 1 to 8. Guidance asks for six to eight at the most (CASS 13.32).';
const MONTHS = 'Write how many months, from 1 to 12. A year is the longest there may be (CASS 13.32).';
const DAYS = 'Write how many days, from 1 to 28.';

const within = (typed: Typed, field: string, most: number, message: string) => {
  const read = needed(wholeIn(typed, field), message);
  const value = figure(read);
  return value === undefined || (value >= 1 && value <= most) ? read : { message };
};

export const councilReview = decidedPage<Council>({
  path: '/council/review',
  part: 'Council',
  find: findCouncil,
  title: () => 'How soon support is reviewed',
  fields: ({ review, urgentLookAgainDays }, filled) => (
    <>
      <CountInput name="weeks" label="Weeks until the first review" stored={review.firstAfterWeeks} filled={filled} />
      <CountInput name="months" label="Then every so many months" stored={review.thenEveryMonths} filled={filled} />
      <CountInput name="days" label="Days until urgent support is looked at again" stored={urgentLookAgainDays} filled={filled} />
    </>
  ),
  submit: 'Change the days',
  field: 'weeks',
  read: ({ id }, typed) => {
    const weeks = within(typed, 'weeks', 8, WEEKS);
    const months = within(typed, 'months', 12, MONTHS);
    const days = within(typed, 'days', 28, DAYS);
    const [first, then, urgent] = [figure(weeks), figure(months), figure(days)];
    if (first === undefined || then === undefined || urgent === undefined) return wrong(figureErrors({ weeks, months, days }));
    const review = { firstAfterWeeks: first, thenEveryMonths: then };
    return { type: 'change-council', council: id, set: { review, urgentLookAgainDays: urgent } };
  },
  back: toCouncil,
});

export const councilUpkeep = decidedPage<Council>({
  path: '/council/upkeep',
  part: 'Council',
  find: findCouncil,
  title: () => 'Who looks again, and how often',
  fields: ({ upkeep }, filled) => (
    <>
      <p class="govuk-body">
        For every stage, question, form and tier that names nobody of its own. What nobody looks at is never taken out.
      </p>
      <TextInput
        name="owner"
        label="Who looks at it again?"
        hint="A team or a post. Left empty: nobody is asked to."
        value={valueIn(filled, 'owner', upkeep?.owner)}
        error={filled.errors.owner}
      />
      <CountInput name="months" label="Every so many months" stored={upkeep?.lookAgainEveryMonths ?? 12} filled={filled} />
    </>
  ),
  submit: 'Keep this',
  field: 'owner',
  read: ({ id }, typed) => {
    const owner = text(typed, 'owner').trim();
    if (owner === '') return { type: 'change-council', council: id, set: { upkeep: null } };
    const months = within(typed, 'months', 36, 'Write how many months, from 1 to 36.');
    const lookAgainEveryMonths = figure(months);
    if (lookAgainEveryMonths === undefined) return wrong(figureErrors({ months }));
    return { type: 'change-council', council: id, set: { upkeep: { owner: owner.slice(0, 120), lookAgainEveryMonths } } };
  },
  back: toCouncil,
});

type CountInputProps = { readonly name: string; readonly label: string; readonly stored: number; readonly filled: Filled };
const CountInput = ({ name, label, stored, filled }: CountInputProps) => (
  <TextInput
    name={name}
    label={label}
    width={3}
    inputmode="numeric"
    value={valueIn(filled, name, String(stored))}
    error={filled.errors[name]}
  />
);

const NONE = { value: '', text: 'None' };
export const councilInForce = decidedPage<Council>({
  path: '/council/in-force',
  part: 'Council',
  find: findCouncil,
  title: () => 'What is in force',
  fields: ({ pathway, carerPathway, allocation, chargesCarers }, filled, visit) => {
    const pathways = pathwaysOf(visit).map(({ id, title }) => ({ value: id, text: title }));
    const models = modelsIn(visit.view.after).map(({ of }) => ({ value: of.id, text: of.title ?? of.id }));
    return (
      <>
        <Select name="pathway" label="Pathway of adults" choices={pathways} value={valueIn(filled, 'pathway', pathway)} />
        <Select
          name="carerPathway"
          label="Pathway of carers"
          choices={[NONE, ...pathways]}
          value={valueIn(filled, 'carerPathway', carerPathway)}
        />
        <Select
          name="allocation"
          label="Points model"
          choices={[NONE, ...models]}
          value={valueIn(filled, 'allocation', allocation)}
        />
        <Radios
          name="chargesCarers"
          legend="Are carers charged for support of their own?"
          hint="Most councils do not."
          choices={[
            { value: 'no', text: 'No' },
            { value: 'yes', text: 'Yes' },
          ]}
          value={valueIn(filled, 'chargesCarers', chargesCarers ? 'yes' : 'no')}
          error={filled.errors.chargesCarers}
        />
      </>
    );
  },
  submit: 'Change what is in force',
  field: 'pathway',
  read: ({ id }, typed) => {
    const set = {
      pathway: text(typed, 'pathway'),
      carerPathway: text(typed, 'carerPathway') || null,
      allocation: text(typed, 'allocation') || null,
      chargesCarers: text(typed, 'chargesCarers') === 'yes',
    };
    return { type: 'change-council', council: id, set };
  },
  back: toCouncil,
});
