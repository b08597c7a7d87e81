/**
 * Planning together, for staff: starting it with another case, writing down in their words what a person says yes to or takes back, the
 * one conversation, what is paid for together. The law on combined work is named here; each record stays the person's own.
 */
import { LONGEST_TOLD } from '../../../lib/domain/decide-household.ts';
import { type Household, isIn, type Member, memberOf, Shared } from '../../../lib/domain/household.ts';
import { LONGEST_SAID } from '../../../lib/domain/household-setting.ts';
import { may } from '../../../lib/domain/permission.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import type { Html, Words } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { DeedForm, fieldOf, type OfHousehold, PoolTable, poolHref, type Side, Talk } from '../shared/together-parts.tsx';
import { combinedWords, SHARED_WORDS } from '../shared/together-words.ts';
import { CaseFrame, caseHref } from './case-frame.tsx';

export const TOGETHER = '/together';

const standing = (member: Member): string => {
  if (member.leftAt) return `Left, ${readableTime(member.leftAt, 'date')}`;
  return isIn(member) ? `Since ${readableTime(member.joinedAt ?? '', 'date')}` : 'Asked, has not answered';
};

const yesWords = (member: Member, what: Shared): string => {
  const yes = member.agreed[what];
  if (!yes) return 'No';
  const by = yes.by.id === member.person.id ? '' : `, written down by ${yes.by.name}`;
  return `Yes, ${readableTime(yes.at, 'date')}${by}`;
};

const Members = ({ visit, household }: OfHousehold) => (
  <>
    <Table
      caption={`Who plans together: ${household.name}`}
      head={['Name', 'Whose support', 'How it stands', ...Shared.options.map((what) => SHARED_WORDS[what].staff)].map((head) => ({
        text: head,
      }))}
      rowHeads
      rows={household.members.map((member): Words[] => [
        member.caseId === visit.case.id || member.leftAt ? (
          member.person.name
        ) : (
          <a class="govuk-link" href={`/cases/${member.caseId}${TOGETHER}`}>
            {member.person.name}
          </a>
        ),
        member.kind === 'carer' ? 'Their own, as a carer' : 'Their own',
        standing(member),
        ...Shared.options.map((what) => yesWords(member, what)),
      ])}
    />
    <p class="govuk-body">
      {combinedWords(household, 'assessment')} {combinedWords(household, 'plan')}
    </p>
  </>
);

const choicesFor = (member: Member) => {
  if (!isIn(member))
    return [
      { value: 'join', text: 'Yes to planning together' },
      { value: 'leave', text: 'No to planning together' },
    ];
  const shared = Shared.options.map((what) => {
    const back = member.agreed[what] !== undefined;
    return { value: `${back ? 'back' : 'yes'}:${what}`, text: `${back ? 'Take back: ' : 'Yes: '}${SHARED_WORDS[what].staff}` };
  });
  return [...shared, { value: 'leave', text: 'Stop planning together' }];
};

const WhatTheySaid = (side: OfHousehold) => {
  const { visit, household, typed, errors } = side;
  const member = memberOf(household, visit.case.id);
  if (!member) return null;
  const [what, said] = [fieldOf(household, 'what'), fieldOf(household, 'said')];
  const { name } = visit.case.person;
  return (
    <DeedForm side={side} deed="record" hidden={{ household: household.id }} submit="Write it down">
      <Radios
        name={what}
        legend={`What did ${name} say?`}
        choices={choicesFor(member)}
        value={text(typed, what)}
        error={errors[what]}
      />
      <Textarea
        name={said}
        label="In their own words"
        hint="Where they cannot decide this, whoever may lawfully decide for them says it, and you write down who that is."
        rows={3}
        value={text(typed, said)}
        error={errors[said]}
        limit={LONGEST_SAID}
      />
    </DeedForm>
  );
};

const TheirTalk = (side: OfHousehold) => {
  const { visit, household, typed, errors } = side;
  const field = fieldOf(household, 'words');
  return (
    <>
      <h3 class="govuk-heading-s">Conversation</h3>
      <p class="govuk-body">Each of those who said yes to talking together reads this, from the day they said yes.</p>
      <Talk messages={household.messages} readerId={visit.actor.id} council={visit.configuration.council.name} />
      <DeedForm side={side} deed="say" hidden={{ household: household.id }} submit="Send to all of them">
        <Textarea
          name={field}
          label="Write to all of them"
          rows={3}
          value={text(typed, field)}
          error={errors[field]}
          limit={LONGEST_TOLD}
        />
      </DeedForm>
    </>
  );
};

type NumberProps = { readonly side: Side; readonly number: string; readonly said: string };

const AnotherCase = ({ side: { typed, errors }, number, said }: NumberProps) => (
  <>
    <TextInput
      name={number}
      label="Case number of the other person"
      hint="Such as C-AB12CD34. Ask them first: the others will see their name."
      width={20}
      spellcheck={false}
      value={text(typed, number)}
      error={errors[number]}
    />
    <Textarea
      name={said}
      label="What the other person said when you asked"
      rows={2}
      value={text(typed, said)}
      error={errors[said]}
      limit={LONGEST_SAID}
    />
  </>
);

const OneHousehold = (side: OfHousehold) => {
  const { visit, household, path } = side;
  const works = may(visit.actor, 'confirm-assessment', visit.subject);
  return (
    <>
      <h2 class="govuk-heading-m">{household.name}</h2>
      <Members {...side} />
      {works ? <WhatTheySaid {...side} /> : null}
      <PoolTable
        household={household}
        visit={visit}
        path={path}
        pools={household.pools}
        shareHead={`Share of ${visit.case.person.name}, a week`}
        empty="Nothing is paid for together."
      />
      {works ? <Button text="Share the cost of something" kind="secondary" href={poolHref(path, household)} /> : null}
      <TheirTalk {...side} />
      {works ? (
        <DeedForm side={side} deed="add" hidden={{ household: household.id }} submit="Add this person">
          <h3 class="govuk-heading-s">Add another person</h3>
          <AnotherCase side={side} number={fieldOf(household, 'case')} said={fieldOf(household, 'other')} />
        </DeedForm>
      ) : null}
    </>
  );
};

const StartTogether = ({ side }: { readonly side: Side }) => {
  const { visit, typed, errors } = side;
  return (
    <DeedForm side={side} deed="open" submit="Start planning together">
      <h2 class="govuk-heading-m">Start planning together</h2>
      <TextInput
        name="new-name"
        label="What these people are called together"
        hint="Such as “Ada and Ben”. All of them see it."
        value={text(typed, 'new-name')}
        error={errors['new-name']}
      />
      <Textarea
        name="new-own"
        label={`What ${visit.case.person.name} said when you asked`}
        rows={2}
        value={text(typed, 'new-own')}
        error={errors['new-own']}
        limit={LONGEST_SAID}
      />
      <AnotherCase side={side} number="new-case" said="new-other" />
    </DeedForm>
  );
};

/** The page for staff. */
export const caseTogetherPage = (
  visit: CaseVisit,
  all: readonly Household[],
  typed: Typed = {},
  errors: FieldErrors = {},
): Html => {
  const side: Side = { visit, path: caseHref(visit, TOGETHER), typed, errors };
  return (
    <CaseFrame visit={visit} title={`${visit.case.person.name}: planning together`} errors={errors}>
      <InsetText>
        Each person keeps their own assessment, decision, plan, budget and statement. Combined work needs the agreement of each of
        them, for as long as it lasts. A carer’s own money is never pooled with an adult’s.
      </InsetText>
      {all.map((household) => (
        <OneHousehold {...side} household={household} />
      ))}
      {may(visit.actor, 'confirm-assessment', visit.subject) ? <StartTogether side={side} /> : null}
    </CaseFrame>
  );
};
