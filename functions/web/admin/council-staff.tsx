/** Who works here, in which roles and up to which limit. What a role may do is `lib/domain/permission.ts`; nothing here is about their work. */
import type { Actor, Role } from '../../../lib/domain/actor.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { Checkboxes, Radios } from '../kit/choices.tsx';
import { Table } from '../kit/tables.tsx';
import { MoneyInput, TextInput } from '../kit/text-fields.tsx';
import { list, type Typed, text } from '../page.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { findCouncil } from './council-details.tsx';
import { decidedPage, type Filled, type ReadDeed, valueIn, wrong } from './decided-page.tsx';
import { named } from './decided-reading.ts';
import { draftHref } from './draft-page.tsx';
import { figure, figureErrors, poundsIn } from './typed-figures.ts';

const ROLES = [
  { value: 'assessor', text: 'Assessor', hint: 'works with people, from their story to their plan' },
  { value: 'approver', text: 'Approver', hint: 'agrees plans, up to a limit' },
  { value: 'configurer', text: 'Administrator', hint: 'changes what the council decides; opens no case' },
] as const satisfies readonly { value: Role; text: string; hint: string }[];

const roleWords = (roles: readonly Role[]): string =>
  ROLES.filter(({ value }) => roles.includes(value))
    .map(({ text: words }) => words)
    .join(', ');
const limitWords = ({ limitPence, panel }: Actor): string =>
  [limitPence === undefined ? 'None' : `${formatPence(limitPence)} a week`, ...(panel ? ['sits on the panel'] : [])].join(', ');

const staffOf = ({ demo }: Council): readonly Actor[] => demo?.staff ?? [];
const toStaff = (): string => '/council/staff';

export const councilStaff = decidedPage<Council>({
  path: '/council/staff',
  part: 'Council',
  find: findCouncil,
  title: () => 'Staff, roles and limits',
  above: (council, visit) => (
    <>
      <p class="govuk-body">
        These people can sign in while this service is a demonstration. In a council’s own sign-in the same roles come from its
        directory.{' '}
        <a class="govuk-link" href={draftHref(visit.view.draft, '/council/add-staff')}>
          Add somebody
        </a>
      </p>
      <Table
        caption="Who works here"
        head={[{ text: 'Name' }, { text: 'Roles' }, { text: 'May agree up to' }, { text: 'Change' }]}
        rowHeads
        rows={staffOf(council).map((actor) => [
          actor.name,
          roleWords(actor.roles),
          limitWords(actor),
          <a class="govuk-link" href={draftHref(visit.view.draft, `/council/staff/${actor.id}`)}>
            Change<span class="govuk-visually-hidden"> what {actor.name} may do</span>
          </a>,
        ])}
        empty="Nobody is named."
      />
    </>
  ),
  fields: (council, filled) =>
    staffOf(council).length === 0 ? undefined : (
      <Radios
        name="out"
        legend="Take somebody off the list"
        hint="Work they hold goes back when somebody takes it. What they did stays in every history."
        choices={staffOf(council).map(({ id, name }) => ({ value: id, text: name }))}
        value={valueIn(filled, 'out')}
        error={filled.errors.out}
      />
    ),
  submit: 'Take them off',
  field: 'out',
  read: (council, typed) => {
    const id = text(typed, 'out');
    return staffOf(council).some((each) => each.id === id)
      ? { type: 'remove-staff', council: council.id, id }
      : wrong({ out: 'Choose who goes.' });
  },
});

const StaffFields = ({ actor, filled }: { readonly actor: Actor | undefined; readonly filled: Filled }) => {
  const { errors, typed } = filled;
  const limit = actor?.limitPence;
  return (
    <>
      {actor ? null : (
        <TextInput
          name="id"
          label="Staff number"
          hint="3 to 64 letters, figures and hyphens. It stays theirs for good."
          width={20}
          spellcheck={false}
          value={valueIn(filled, 'id')}
          error={errors.id}
        />
      )}
      <TextInput name="name" label="Name" value={valueIn(filled, 'name', actor?.name)} error={errors.name} />
      <Checkboxes
        name="roles"
        legend="Roles"
        choices={ROLES}
        values={typed ? list(typed, 'roles') : (actor?.roles ?? [])}
        error={errors.roles}
      />
      <MoneyInput
        name="limit"
        label="May agree plans up to"
        hint="Left empty: none."
        per="a week"
        value={valueIn(filled, 'limit', limit === undefined ? '' : poundsTyped(limit))}
        error={errors.limit}
      />
      <Radios
        name="panel"
        legend="Do they sit on the panel?"
        choices={[
          { value: 'no', text: 'No' },
          { value: 'yes', text: 'Yes' },
        ]}
        value={valueIn(filled, 'panel', actor?.panel ? 'yes' : 'no')}
        error={errors.panel}
      />
    </>
  );
};

type OwnStaff = { readonly council: Council; readonly actor: Actor | undefined };

const readStaff = ({ council, actor }: OwnStaff, typed: Typed): ReadDeed => {
  const id = actor?.id ?? text(typed, 'id').trim();
  const [name, limit] = [text(typed, 'name').trim(), poundsIn(typed, 'limit')];
  const roles = ROLES.map(({ value }) => value).filter((role) => list(typed, 'roles').includes(role));
  const taken = !actor && staffOf(council).some((each) => each.id === id);
  const errors = {
    ...(/^[A-Za-z0-9-]{3,64}$/.test(id) ? {} : { id: 'Use 3 to 64 letters, figures and hyphens.' }),
    ...(taken ? { id: 'Somebody here has this number already.' } : {}),
    ...(name === '' || name.length > 120 ? { name: 'Write their name, in up to 120 letters.' } : {}),
    ...(roles.length === 0 ? { roles: 'Choose at least one role, or take them off the list.' } : {}),
    ...figureErrors({ limit }),
  };
  if (Object.keys(errors).length > 0) return wrong(errors);
  const panel = text(typed, 'panel') === 'yes' ? true : null;
  return { type: 'set-staff', council: council.id, id, name, roles, limitPence: figure(limit) ?? null, panel };
};

const staffPage = (path: string, find: (council: Council, id: string) => Actor | 'new' | undefined) =>
  decidedPage<OwnStaff>({
    path: `/council/${path}`,
    part: 'Council',
    find: (visit) => {
      const council = findCouncil(visit);
      const found = council && find(council, named(visit, 'staff'));
      return council && found ? { council, actor: found === 'new' ? undefined : found } : undefined;
    },
    title: ({ actor }) => (actor ? `What ${actor.name} may do` : 'Add somebody'),
    fields: ({ actor }, filled) => <StaffFields actor={actor} filled={filled} />,
    submit: 'Keep this',
    field: 'name',
    read: readStaff,
    back: toStaff,
  });

export const addStaff = staffPage('add-staff', () => 'new');
export const changeStaff = staffPage('staff/:staff', (council, id) => staffOf(council).find((each) => each.id === id));
