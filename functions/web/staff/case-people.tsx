/**
 * The people around a person, for staff: who is let in and by what right, papers to be seen, whether an advocate has to be arranged, and
 * the offer to a carer. It names the law and decides nothing: asking somebody in and taking them off the list is the person's page.
 */
import { randomUUID } from 'node:crypto';
import { advocacyOf, type Difficulty, EVEN_SO } from '../../../lib/domain/advocacy.ts';
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { carerOfferOf } from '../../../lib/domain/carer-offer.ts';
import { actsForThem, type Grant, MONEY_ONLY, standingOf } from '../../../lib/domain/circle.ts';
import type { Fact, Statement } from '../../../lib/domain/fact.ts';
import { may } from '../../../lib/domain/permission.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import { AUTHORITY_WORDS, partsWords, RELATION_WORDS } from '../citizen/people-words.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Words } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Details, InsetText, WarningText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type CaseVisit, show, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';

type OfVisit = { readonly visit: CaseVisit };

const PATH = '/circle';

const DIFFICULTY_WORDS: Readonly<Record<Difficulty, string>> = {
  understand: 'understanding what they are told',
  remember: 'keeping it in mind',
  'weigh-up': 'using it or weighing it up',
  'tell-others': 'telling others what they want',
};

const rightOf = ({ as, authority }: Grant): string =>
  authority ? `${RELATION_WORDS[as].staff}. ${AUTHORITY_WORDS[authority].staff}` : RELATION_WORDS[as].staff;

const seesWords = ({ configuration, reader }: CaseVisit, grant: Grant): string => {
  if (actsForThem(grant)) return 'All of the case';
  const parts = partsWords(grant, configuration, reader);
  const money = grant.authority !== undefined && MONEY_ONLY.includes(grant.authority);
  return money ? `${parts}. Their power is about money only, so they do not act for the person here` : parts;
};

const standsWords = ({ now }: CaseVisit, grant: Grant): string => {
  const standing = standingOf(grant, toIsoDate(now));
  if (standing === 'papers') return 'Sees nothing until the papers have been seen';
  if (grant.ended) return `Taken off by ${grant.ended.by.name}, ${readableTime(grant.ended.at, 'date')}`;
  if (standing === 'over') return 'Their last day has passed';
  const seen = grant.seenBy ? `. ${grant.seenBy.name} saw the papers, ${readableTime(grant.seenBy.at, 'date')}` : '';
  return `${grant.joinedAt ? `Came on ${readableTime(grant.joinedAt, 'date')}` : 'Has not come yet'}${seen}`;
};

const HEAD = ['Name', 'Right', 'Sees', 'Last day', 'How it stands', 'Asked by'].map((head) => ({ text: head }));

const WhoIsIn = ({ visit }: OfVisit) => (
  <Table
    caption="Let in by invitation"
    head={HEAD}
    rowHeads
    empty="Nobody has been asked to help."
    rows={visit.case.circle.map((grant): Words[] => [
      grant.name,
      rightOf(grant),
      seesWords(visit, grant),
      formatDate(grant.until),
      standsWords(visit, grant),
      `${grant.invitedBy.name}, ${readableTime(grant.invitedAt, 'date')}`,
    ])}
  />
);

/** What to look for before saying that the papers were seen. */
const WHAT_TO_SEE =
  'See the original or a certified copy, and that it is registered, still in force, names this person, and covers this kind of decision. A power about health and welfare counts only for a decision the person cannot make themselves (Mental Capacity Act 2005, s.11(7)); presume that they can (s.1(2)).';

const PapersToSee = ({ visit }: OfVisit) => {
  const waiting = visit.case.circle.filter((grant) => standingOf(grant, toIsoDate(visit.now)) === 'papers');
  if (waiting.length === 0) return null;
  const mayRecord = may(visit.actor, 'record-authority-seen', visit.subject);
  return (
    <>
      <h2 class="govuk-heading-m">Papers to be seen</h2>
      <p class="govuk-body">{WHAT_TO_SEE}</p>
      {waiting.map((grant) => (
        <>
          <SummaryList card={grant.name} rows={[{ key: 'Says they have', value: rightOf(grant) }]} />
          {mayRecord ? (
            <Form action={caseHref(visit, `${PATH}/seen`)} csrf={visit.csrf} request={randomUUID()} submit={false}>
              <input type="hidden" name="id" value={grant.id} />
              <Button text={`I have seen the papers of ${grant.name}`} kind="secondary" />
            </Form>
          ) : (
            <p class="govuk-body">Someone who assesses and plans can record that they were seen.</p>
          )}
        </>
      ))}
    </>
  );
};

const Law = ({ law }: { readonly law: string }) => <p class="govuk-body-s">{law}</p>;

const isOpen = (said: Statement | undefined): said is Statement => said !== undefined;

/** Both sides as they were given, so that nobody's word hides behind the other's. */
const saidRows = (difficulty: Fact | undefined) =>
  [difficulty?.person, difficulty?.staff].filter(isOpen).map(({ value, by, at }) => {
    const named = Array.isArray(value)
      ? value.flatMap((id) => (typeof id === 'string' ? [DIFFICULTY_WORDS[id as Difficulty]] : []))
      : [];
    const words = named.filter((word) => word !== undefined).join('; ');
    const none = Array.isArray(value) ? 'None of the four' : 'Would rather talk about it';
    return { key: `${by.name}, ${readableTime(at, 'date')}`, value: words === '' ? none : words };
  });

const SPEAK_UP_WORDS: Readonly<Record<string, string>> = {
  'someone-i-chose': 'Someone they chose',
  advocate: 'An advocate',
  'not-sure': 'Not sure yet',
};

const speakUpRows = (speakUp: Fact | undefined) =>
  [speakUp?.person, speakUp?.staff].filter(isOpen).map(({ value, by, at }) => ({
    key: `Who should speak up: ${by.name}, ${readableTime(at, 'date')}`,
    value: SPEAK_UP_WORDS[String(value)] ?? 'Would rather talk about it',
  }));

const Advocate = ({ visit }: OfVisit) => {
  const { case: state, now } = visit;
  if (state.state === 'closed') return null;
  const { duty, by, forStaff, law } = advocacyOf(state, toIsoDate(now));
  const rows = [...saidRows(state.facts['about.difficulty']), ...speakUpRows(state.facts['about.speak-up'])];
  const evenSo = duty === 'chosen' || duty === 'someone-suitable';
  return (
    <>
      <h2 class="govuk-heading-m">Independent advocate</h2>
      {duty === 'arises' ? (
        <WarningText>{forStaff}</WarningText>
      ) : (
        <InsetText>{by ? `${by.name}. ${forStaff}` : forStaff}</InsetText>
      )}
      <Law law={law} />
      {evenSo ? (
        <>
          <p class="govuk-body">{EVEN_SO.forStaff}</p>
          <Law law={EVEN_SO.law} />
        </>
      ) : null}
      {rows.length > 0 ? <SummaryList rows={rows} card="What is hard, and who speaks up" /> : null}
      <Details summary="What the person reads about it">
        <p class="govuk-body">{advocacyOf(state, toIsoDate(now)).forThePerson}</p>
      </Details>
    </>
  );
};

/** On a carer's own case there is no carer to offer anything to, and nothing of the adult's is looked up. */
const CarersOwn = () => (
  <>
    <h2 class="govuk-heading-m">A carer’s own case</h2>
    <p class="govuk-body">
      It is private from the person they look after, and that person’s case from them. Involve that person only if the carer asks
      for it.
    </p>
    <Law law="Care Act 2014, s.10, s.12(4) and s.25(4)" />
  </>
);

const Carer = ({ visit }: OfVisit) => {
  if (visit.case.state === 'closed') return null;
  if (kindOf(visit.configuration.route) === 'carer') return <CarersOwn />;
  const { forStaff, law } = carerOfferOf(visit.case, toIsoDate(visit.now));
  return (
    <>
      <h2 class="govuk-heading-m">Carer’s assessment</h2>
      <p class="govuk-body">{forStaff}</p>
      <Law law={law} />
      <p class="govuk-body">A carer’s own record is a case of theirs. It is private from this person, and this case from them.</p>
    </>
  );
};

export const CasePeople = ({ visit, errors }: OfVisit & { readonly errors?: FieldErrors | undefined }) => (
  <CaseFrame visit={visit} title={`${visit.case.person.name}: people`} part="People" errors={errors}>
    <PapersToSee visit={visit} />
    <Advocate visit={visit} />
    <Carer visit={visit} />
    <h2 class="govuk-heading-m">Who can see what</h2>
    <WhoIsIn visit={visit} />
    <p class="govuk-body">
      <a class="govuk-link" href={caseHref(visit, '/people')}>
        {may(visit.actor, 'invite-person', visit.subject)
          ? 'Ask someone in, or take someone off the list'
          : 'See the list as the person sees it'}
      </a>
    </p>
  </CaseFrame>
);

export const casePeople = staffPage('view-work', {
  path: `/cases/:caseId${PATH}`,
  get: async (visit) => show(<CasePeople visit={visit} />),
});

export const authoritySeen = staffPage('record-authority-seen', {
  path: `/cases/:caseId${PATH}/seen`,
  post: async (visit, typed) => {
    const again = (errors: FieldErrors) => <CasePeople visit={visit} errors={errors} />;
    return askCase(visit, { type: 'record-authority-seen', id: text(typed, 'id') }, { to: caseHref(visit, PATH), again });
  },
});
