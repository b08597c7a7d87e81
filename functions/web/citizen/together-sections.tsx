/** One household on the person's own page: what others told us, the talk, what is paid for, each thing to say yes to, the way out. */
import {
  type Household,
  isIn,
  type Member,
  memberOf,
  membersIn,
  messagesFor,
  poolsFor,
  Shared,
} from '../../../lib/domain/household.ts';
import { say } from '../../../lib/domain/text.ts';
import type { SharedFact } from '../household-visit.tsx';
import { Button } from '../kit/form.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { text } from '../page.ts';
import { AnswerText } from '../shared/answer-words.tsx';
import { DeedForm, fieldOf, type OfHousehold, otherNames, PoolTable, poolHref, Talk } from '../shared/together-parts.tsx';
import { SHARED_WORDS, standsWords } from '../shared/together-words.ts';
import { Bullets, Heading, SubHeading, Text } from './prose.tsx';

/** A household with what its others have told us that this person may use. */
export type Told = { readonly household: Household; readonly facts: readonly SharedFact[] };

const Agreement = ({ what, member, ...side }: OfHousehold & { readonly what: Shared; readonly member: Member }) => {
  const { name, means } = SHARED_WORDS[what];
  const yes = member.agreed[what];
  return (
    <>
      <SubHeading>{name}</SubHeading>
      <Text>
        {means} {yes ? `You said yes on ${readableTime(yes.at, 'date')}.` : ''} {standsWords(side.household, what, member.caseId)}
      </Text>
      <DeedForm side={side} deed={yes ? 'back' : 'yes'} hidden={{ household: side.household.id, what }} submit={false}>
        <Button text={yes ? `Take back: ${name.toLowerCase()}` : `Say yes: ${name.toLowerCase()}`} kind="secondary" />
      </DeedForm>
    </>
  );
};

const UseTheirs = ({ facts, ...side }: OfHousehold & Told) => (
  <>
    {facts.map(({ question, value, from }) => (
      <InsetText>
        <Text>
          <strong>{say(question.ask, side.visit.reader)}</strong> {from.name} told us:
        </Text>
        <AnswerText question={question} value={value} configuration={side.visit.configuration} reader={side.visit.reader} />
        <DeedForm
          side={side}
          deed="use"
          hidden={{ household: side.household.id, question: question.id, from: from.caseId }}
          submit="Use this for me too"
        />
      </InsetText>
    ))}
  </>
);

const OurTalk = ({ member, ...side }: OfHousehold & { readonly member: Member }) => {
  const { visit, household, typed, errors } = side;
  if (!member.agreed.conversation) return null;
  const field = fieldOf(household, 'words');
  return (
    <>
      <SubHeading>Your talk</SubHeading>
      <Talk
        messages={messagesFor(household, member.caseId)}
        readerId={visit.actor.id}
        council={visit.configuration.council.name}
      />
      <DeedForm side={side} deed="say" hidden={{ household: household.id }} submit="Send to all of you">
        <Textarea
          name={field}
          label="Write to all of you, and to us"
          value={text(typed, field)}
          error={errors[field]}
          limit={2000}
        />
      </DeedForm>
    </>
  );
};

const OurPools = (side: OfHousehold) => {
  const { visit, household, path } = side;
  return (
    <>
      <SubHeading>What you pay for together</SubHeading>
      <PoolTable
        household={household}
        visit={visit}
        path={path}
        pools={poolsFor(household, visit.case.id)}
        shareHead="Your share, a week"
        reader={visit.case.id}
        empty="There is nothing yet. You can share the cost of a thing that helps more than one of you."
      />
      {membersIn(household).length > 1 ? (
        <Button text="Share the cost of something" kind="secondary" href={poolHref(path, household)} />
      ) : null}
    </>
  );
};

const Stop = (side: OfHousehold) => (
  <Details summary="Stop planning together">
    <Text>You can stop on any day. You do not have to say why. Then:</Text>
    <Bullets
      items={[
        'you can not see this page any more, and they can not plan with you',
        'what you pay for together ends for you, and your part of the money is yours',
        'your own plan and your own budget stay as they are',
      ]}
    />
    <DeedForm side={side} deed="leave" hidden={{ household: side.household.id }} submit={false}>
      <Button text="Stop planning together" kind="warning" />
    </DeedForm>
  </Details>
);

const Asked = (side: OfHousehold) => (
  <>
    <Text>You have been asked to plan together. You choose. If you say no, nothing else changes.</Text>
    <DeedForm side={side} deed="join" hidden={{ household: side.household.id }} submit="Yes, plan together" />
    <DeedForm side={side} deed="leave" hidden={{ household: side.household.id }} submit={false}>
      <Button text="No, thank you" kind="secondary" />
    </DeedForm>
  </>
);

export const OneHousehold = ({ facts, ...side }: OfHousehold & Told) => {
  const { visit, household } = side;
  const member = memberOf(household, visit.case.id);
  if (!member) return null;
  return (
    <>
      <Heading>{household.name}</Heading>
      <Text>You, and:</Text>
      <Bullets items={otherNames(household, visit.case.id)} />
      {isIn(member) ? (
        <>
          <UseTheirs {...side} facts={facts} />
          <OurTalk {...side} member={member} />
          <OurPools {...side} />
          {Shared.options.map((what) => (
            <Agreement {...side} member={member} what={what} />
          ))}
          <Stop {...side} />
        </>
      ) : (
        <Asked {...side} />
      )}
    </>
  );
};
