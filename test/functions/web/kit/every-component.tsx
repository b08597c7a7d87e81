/**
 * One of everything in the kit, and whole pages made of it: what the tests beside this file draw. Not a test itself.
 * The people and the council are made up.
 */
import { BudgetBar } from '../../../../functions/web/kit/budget-bar.tsx';
import { Badge, IdentityBar, SubNavigation, Timeline } from '../../../../functions/web/kit/case-page.tsx';
import { Checkboxes, Radios, Select } from '../../../../functions/web/kit/choices.tsx';
import { DateInput, dateParts } from '../../../../functions/web/kit/date-input.tsx';
import {
  ConflictPage,
  FaultPage,
  ForbiddenPage,
  NotFoundPage,
  SignedOutPage,
  TooLargePage,
} from '../../../../functions/web/kit/error-pages.tsx';
import type { FieldErrors } from '../../../../functions/web/kit/error-summary.tsx';
import { Button, Form } from '../../../../functions/web/kit/form.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import { Page } from '../../../../functions/web/kit/layout.tsx';
import { SummaryList, TaskList } from '../../../../functions/web/kit/lists.tsx';
import { Details, InsetText, NotificationBanner, Panel, Tag, WarningText } from '../../../../functions/web/kit/messages.tsx';
import type { PageFrame } from '../../../../functions/web/kit/page-frame.ts';
import { Pagination } from '../../../../functions/web/kit/pagination.tsx';
import { Table } from '../../../../functions/web/kit/tables.tsx';
import { MoneyInput, Textarea, TextInput } from '../../../../functions/web/kit/text-fields.tsx';
import { WorkingTable } from '../../../../functions/web/kit/working-table.tsx';

export const frame: PageFrame = {
  council: { name: 'Fernshire Council', madeUp: true, contact: { phone: '01632 960 123', hours: 'Weekdays, 9am to 5pm' } },
  service: { name: 'Support for you', href: '/' },
  actor: { name: 'Amina Yusuf', signOutHref: '/sign-out' },
  nav: [
    { text: 'My work', href: '/work', current: true },
    { text: 'People', href: '/people' },
  ],
};

/** The document or fragment as a browser would get it. */
export const drawn = async (html: Html): Promise<string> => String(await (await html).toString());

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No', hint: 'You can change this later' },
];

/** Every kind of field, each with its message where `errors` has one. Field names are the keys of `FIELD_ERRORS`. */
export const Fields = ({ errors = {} }: { readonly errors?: FieldErrors }) => (
  <Form
    action="/answers"
    csrf="token"
    request="r-1"
    extra={<Button text="Save for later" kind="secondary" name="then" value="later" />}
  >
    <TextInput name="full-name" label="Your full name" autocomplete="name" value="Edith O'Connor" error={errors['full-name']} />
    <MoneyInput name="cost" label="What does it cost?" per="a week" value="12,x" error={errors.cost} />
    <Textarea name="day" label="What is a good day?" hint="A few words will do." value={'Tea\nGarden'} error={errors.day} />
    <Textarea name="limited" label="Anything else?" limit={500} error={errors.limited} />
    <Radios
      name="alone"
      legend="Do you live alone?"
      value="no"
      error={errors.alone}
      choices={[
        ...YES_NO,
        { divider: 'or' },
        { value: 'else', text: 'Something else', reveal: <TextInput name="who" label="Who with?" /> },
      ]}
    />
    <Checkboxes name="helpers" legend="Who helps you?" values={['yes']} choices={YES_NO} error={errors.helpers} />
    <Select name="team" label="Team" value="s" choices={[{ value: 's', text: 'South' }]} error={errors.team} />
    <DateInput name="born" legend="When were you born?" birthday value={dateParts('1951-03-07')} error={errors.born} />
  </Form>
);

export const FIELD_ERRORS: FieldErrors = {
  'full-name': 'Enter your name',
  cost: 'Enter a cost in pounds, such as 12.50',
  day: 'Tell us a little about your day',
  limited: 'Use 500 characters or fewer',
  alone: 'Choose yes or no',
  helpers: 'Choose who helps you',
  team: 'Choose a team',
  born: 'Enter a date, such as 27 3 1951',
};

const CaseHead = () => (
  <>
    <IdentityBar name="Edith O'Connor" facts={['Born 7 March 1951', 'C-204']} flags={['Large print']} />
    <SubNavigation label="Parts of this case" items={[{ text: 'Summary', href: '/c/1', current: true }]} />
  </>
);

const Messages = () => (
  <>
    <NotificationBanner title="Saved">Your answers are saved.</NotificationBanner>
    <InsetText>You can stop and come back.</InsetText>
    <WarningText>Tell us before 3 April.</WarningText>
    <Details summary="Why we ask this">
      <p>It helps us plan with you.</p>
    </Details>
    <p class="govuk-body">
      <Tag text="Late" colour="red" /> <Badge text="Large print" /> <Button text="Start now" kind="start" href="/start" />
    </p>
  </>
);

const Lists = () => (
  <>
    <SummaryList card="You" rows={[{ key: 'Name', value: 'Edith', change: { href: '/name', what: 'your name' } }]} />
    <TaskList
      name="tasks"
      tasks={[
        { title: 'About you', href: '/you', status: 'Completed' },
        { title: 'Your day', href: '/day', hint: '5 minutes', status: { tag: 'Not started' } },
        { title: 'Send', status: { cannotStart: 'Answer the rest first' } },
      ]}
    />
    <Table
      caption="Waiting for you"
      rowHeads
      head={[
        { text: 'Person', href: '?by=person', sort: 'ascending' },
        { text: 'A week', numeric: true },
      ]}
      rows={[['Edith', '£342.00']]}
    />
    <Pagination page={4} pages={9} href={(page) => `?page=${page}`} />
    <Timeline items={[{ title: 'Plan sent back', at: '2026-07-01T08:30:00Z', by: 'Pat Okafor', about: 'The reasons.' }]} />
  </>
);

const Money = () => (
  <>
    <BudgetBar indicativePence={34_200} plannedPence={21_200} />
    <BudgetBar indicativePence={34_200} plannedPence={40_250} plan="This plan" />
    <WorkingTable
      caption="How we worked it out"
      lines={[{ label: 'Washing', detail: 'Most days', figure: '12 points' }, { label: 'One part is costed by itself' }]}
      total={{ label: 'A week', figure: '£342.00' }}
    />
  </>
);

/** Whole documents, by a name for the test's report. */
export const PAGES = {
  fields: (
    <Page {...frame} title="About you" back="/tasks">
      <Fields />
    </Page>
  ),
  'fields with errors': (
    <Page {...frame} title="About you" back="/tasks" errors={FIELD_ERRORS}>
      <Fields errors={FIELD_ERRORS} />
    </Page>
  ),
  'one question': (
    <Page {...frame} title="Do you live alone?" heading="own">
      <Radios name="alone" legend="Do you live alone?" pageHeading inline choices={YES_NO} />
    </Page>
  ),
  confirmation: (
    <Page {...frame} title="Sent" heading="own">
      <Panel title="We have your answers">Your reference is C-204</Panel>
    </Page>
  ),
  staff: (
    <Page {...frame} wide title="Summary" caption="C-204" above={<CaseHead />}>
      <Messages />
      <Lists />
      <Money />
    </Page>
  ),
  'not found': <NotFoundPage frame={frame} />,
  forbidden: <ForbiddenPage frame={frame} sentence="This costs more than you may agree." help="Pat Okafor can agree it." />,
  conflict: <ConflictPage frame={frame} href="/c/1" typed={[{ label: 'Reasons', value: 'Tea\n\n<script>alert(1)</script>' }]} />,
  'too large': <TooLargePage frame={frame} limit="100 KB" />,
  fault: <FaultPage frame={frame} reference="7f3a-22" />,
  'signed out': <SignedOutPage frame={{ ...frame, actor: undefined }} signInHref="/sign-in" />,
} satisfies Readonly<Record<string, Html>>;
