/**
 * One “I don’t agree” for staff: what the person says beside what stands now, a button to say that we have it, a form to answer. It
 * is answered by somebody who did not make what it is about; whoever did is told so here and gets no form.
 */
import { histories } from '../../../lib/aws/histories.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { allChallenges, type Challenge, ChallengeOutcome } from '../../../lib/domain/challenge.ts';
import { LONGEST_REASONS } from '../../../lib/domain/decisions/voice.ts';
import { ELIGIBILITY_RESULT_NAMES } from '../../../lib/domain/eligibility.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { Radios } from '../kit/choices.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { type Answer, type CaseVisit, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { aboutWords, acknowledgedWords, answeredWords, OUTCOME_WORDS } from '../shared/challenge-words.ts';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { challengeHref } from './case-messages.tsx';

const AsWritten = ({ words }: { readonly words: string }) => <span class="ow-typed">{words}</span>;

const theirs = (challenge: Challenge): SummaryRow[] => [
  { key: 'What it is about', value: <AsWritten words={aboutWords(challenge)} /> },
  { key: 'In their words', value: <AsWritten words={challenge.words} /> },
  { key: 'What would put it right', value: challenge.wants ? <AsWritten words={challenge.wants} /> : 'They did not say' },
  { key: 'Sent', value: `By ${challenge.by.name} on ${readableTime(challenge.at)}` },
];

/** What was decided, as far as a challenge can be about it. */
const standing = ({ assessment, allocation, agreed, returned }: Case): SummaryRow[] => [
  ...(assessment
    ? [
        {
          key: 'Decision',
          value: (
            <>
              {ELIGIBILITY_RESULT_NAMES[assessment.decision]}, by {assessment.decidedBy.name} on{' '}
              {readableTime(assessment.decidedAt, 'date')}. <AsWritten words={assessment.reasons} />
            </>
          ),
        },
      ]
    : []),
  ...(allocation && allocation.weeklyPence !== null
    ? [{ key: 'Up-front figure', value: `${formatPence(allocation.weeklyPence)} a week` }]
    : []),
  ...(agreed
    ? [
        {
          key: 'Budget',
          value: `${formatPence(agreed.budget.totalPence)} a week, agreed by ${agreed.approvedBy.name} on ${readableTime(agreed.approvedAt, 'date')}`,
        },
      ]
    : []),
  ...(returned ? [{ key: 'Plan sent back', value: <AsWritten words={returned.reasons} /> }] : []),
];

const answerRows = ({ answer }: Challenge): SummaryRow[] =>
  answer
    ? [
        { key: 'Answer', value: OUTCOME_WORDS[answer.outcome] },
        { key: 'Reasons', value: <AsWritten words={answer.reasons} /> },
      ]
    : [];

const Acknowledge = ({ visit, challenge }: { readonly visit: CaseVisit; readonly challenge: Challenge }) =>
  challenge.acknowledged ? null : (
    <>
      <p class="govuk-body">Say that we have it. The person gets a letter with your name and the day by which we answer.</p>
      <Form
        action={`${challengeHref(visit, challenge.number)}/acknowledge`}
        csrf={visit.csrf}
        request={visit.request}
        submit="Tell them we have it"
      />
    </>
  );

const OUTCOMES = ChallengeOutcome.options.map((value) => ({ value, text: OUTCOME_WORDS[value] }));

type PageProps = {
  readonly visit: CaseVisit;
  readonly challenge: Challenge;
  readonly typed?: Typed | undefined;
  readonly errors?: FieldErrors | undefined;
};

const AnswerForm = ({ visit, challenge, typed = {}, errors = {} }: PageProps) => {
  if (challenge.madeBy?.includes(visit.actor.id))
    return (
      <InsetText>
        You made what this is about, so somebody else has to answer it. Ask a colleague to look at it with fresh eyes.
      </InsetText>
    );
  return (
    <Form action={challengeHref(visit, challenge.number)} csrf={visit.csrf} request={visit.request} submit="Send the answer">
      <Radios
        name="outcome"
        legend="What comes of it?"
        choices={OUTCOMES}
        value={text(typed, 'outcome')}
        error={errors.outcome}
      />
      <Textarea
        name="reasons"
        label="The reasons"
        hint="The person reads them as you write them. If something changes, say what, and when."
        value={text(typed, 'reasons')}
        error={errors.reasons}
        limit={LONGEST_REASONS}
      />
    </Form>
  );
};

export const challengePage = ({ visit, challenge, typed, errors = {} }: PageProps): Html => {
  const today = toIsoDate(visit.now);
  const { bankHolidays } = visit.configuration.council;
  const now = standing(visit.case);
  return (
    <CaseFrame visit={visit} title={`Not agreed with, number ${challenge.number}`} errors={errors}>
      <p class="govuk-body">
        {acknowledgedWords(challenge, today)} {answeredWords(challenge, bankHolidays, today)}
      </p>
      <SummaryList card="What the person says" rows={theirs(challenge)} />
      {now.length > 0 ? <SummaryList card="What stands now" rows={now} /> : null}
      {challenge.answer ? (
        <SummaryList card="Our answer" rows={answerRows(challenge)} />
      ) : (
        <>
          <Acknowledge visit={visit} challenge={challenge} />
          <h2 class="govuk-heading-m">Answer it</h2>
          <AnswerForm visit={visit} challenge={challenge} typed={typed} errors={errors} />
        </>
      )}
    </CaseFrame>
  );
};

/** The challenge whose number is in the address, out of the whole log: answered ones too. */
const asked = async (visit: CaseVisit): Promise<Challenge | undefined> => {
  const recorded = await histories.of(visit.case.id);
  const number = visit.c.req.param('number') ?? '';
  return allChallenges(recorded.map(({ event }) => event)).find((each) => String(each.number) === number);
};

const withChallenge = async (visit: CaseVisit, then: (challenge: Challenge) => Answer | Promise<Answer>): Promise<Answer> => {
  const challenge = await asked(visit);
  return challenge ? then(challenge) : show(<NotFoundPage frame={visit.frame} />, 404);
};

const wrong = (outcome: unknown, reasons: string): FieldErrors => ({
  ...(outcome ? {} : { outcome: 'Choose what comes of it.' }),
  ...(reasons === '' ? { reasons: 'Give the reasons. The person reads them.' } : {}),
  ...(reasons.length > LONGEST_REASONS ? { reasons: 'Use 4,000 letters or fewer.' } : {}),
});

export const caseChallenge = staffPage('answer-challenge', {
  path: '/cases/:caseId/replies/:number',
  get: (visit) => withChallenge(visit, (challenge) => show(challengePage({ visit, challenge }))),
  post: (visit, typed) =>
    withChallenge(visit, (challenge) => {
      const again = (errors: FieldErrors): Html => challengePage({ visit, challenge, typed, errors });
      const outcome = ChallengeOutcome.safeParse(text(typed, 'outcome')).data;
      const reasons = text(typed, 'reasons').replaceAll('\r\n', '\n').trim();
      if (!outcome || reasons === '' || reasons.length > LONGEST_REASONS) return show(again(wrong(outcome, reasons)), 422);
      const { number } = challenge;
      const to = caseHref(visit, '/messages');
      return askCase(visit, { type: 'answer-challenge', number, outcome, reasons }, { to, again, typed });
    }),
});

export const acknowledgeChallenge = staffPage('acknowledge-challenge', {
  path: '/cases/:caseId/replies/:number/acknowledge',
  post: (visit) =>
    withChallenge(visit, (challenge) => {
      const again = (errors: FieldErrors): Html => challengePage({ visit, challenge, errors });
      const { number } = challenge;
      return askCase(visit, { type: 'acknowledge-challenge', number }, { to: challengeHref(visit, number), again });
    }),
});
