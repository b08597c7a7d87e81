/**
 * What the person did not agree with, and where each stands: sent, with us, answered with reasons; every promised day, and the ones we
 * missed. Telling us is `disagree.tsx`.
 */
import { histories } from '../../../lib/aws/histories.ts';
import { type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { allChallenges, type Challenge, isOpen } from '../../../lib/domain/challenge.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { partWords } from '../../../lib/domain/letter.ts';
import { may } from '../../../lib/domain/permission.ts';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, casePage, show } from '../page.ts';
import { aboutWords, acknowledgedWords, answeredWords, OUTCOME_WORDS } from '../shared/challenge-words.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Heading, Link, Text } from './prose.tsx';

type Telling = { readonly bankHolidays: readonly IsoDate[]; readonly today: IsoDate };

const AsWritten = ({ words }: { readonly words: string }) => <span class="ow-typed">{words}</span>;

const rowsOf = (challenge: Challenge, { bankHolidays, today }: Telling): SummaryRow[] => [
  { key: 'What you told us', value: <AsWritten words={challenge.words} /> },
  ...(challenge.wants ? [{ key: 'What would put it right', value: <AsWritten words={challenge.wants} /> }] : []),
  { key: 'Sent', value: `By ${challenge.by.name} on ${readableTime(challenge.at, 'date')}` },
  { key: 'Do we have it?', value: acknowledgedWords(challenge, today) },
  {
    key: 'Our answer',
    value: challenge.answer ? (
      <>
        <strong>{OUTCOME_WORDS[challenge.answer.outcome]}.</strong> {answeredWords(challenge, bankHolidays, today)}
      </>
    ) : (
      answeredWords(challenge, bankHolidays, today)
    ),
  },
  ...(challenge.answer ? [{ key: 'Our reasons', value: <AsWritten words={challenge.answer.reasons} /> }] : []),
];

const telling = ({ configuration, now }: CaseVisit): Telling => ({
  bankHolidays: configuration.council.bankHolidays,
  today: toIsoDate(now),
});

/** If our answer is not good enough. The words are the council's own, among its letters. */
const IfStillNotHappy = ({ visit: { case: state, configuration, reader } }: { readonly visit: CaseVisit }) => (
  <>
    {partWords({ state, configuration }, 'ombudsman', reader).map((words) => (
      <Text>{words}</Text>
    ))}
  </>
);

/** The page, with every challenge there ever was, the newest first. */
export const disagreementsPage = (visit: CaseVisit, events: readonly CaseEvent[]): Html => {
  const { frame, case: state, actor, subject } = visit;
  const challenges = [...allChallenges(events)].reverse();
  return (
    <Page {...frame} title="What you do not agree with" caption={`Reference ${state.id}`} back={homeOf(visit)}>
      {challenges.length === 0 ? (
        <Text>You have not told us of anything yet. You can, at any time.</Text>
      ) : (
        <Text>Your support goes on as it is while we look. Someone looks at it who did not make the decision.</Text>
      )}
      {challenges.map((challenge) => (
        <SummaryList card={`${challenge.number}. ${aboutWords(challenge)}`} rows={rowsOf(challenge, telling(visit))} />
      ))}
      {challenges.some((each) => !isOpen(each)) ? <IfStillNotHappy visit={visit} /> : null}
      {may(actor, 'raise-challenge', subject) ? (
        <Button text="I don’t agree with something" href={`/cases/${state.id}/disagree`} kind="secondary" />
      ) : null}
    </Page>
  );
};

const short = (challenge: Challenge, { bankHolidays, today }: Telling): string => {
  const { answer, acknowledged } = challenge;
  if (answer) return `${OUTCOME_WORDS[answer.outcome]}. ${answeredWords(challenge, bankHolidays, today)}`;
  return acknowledged ? answeredWords(challenge, bankHolidays, today) : acknowledgedWords(challenge, today);
};

/** For the person's own page: those that are open and the last that were answered, and the way to tell us of another. */
export const YourDisagreements = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, actor, subject } = visit;
  const { disagreements } = pathsOf(state.id);
  return (
    <>
      <Heading id="disagreements">If you do not agree</Heading>
      {state.challenges.length === 0 ? null : (
        <>
          <Bullets
            items={state.challenges.map((challenge) => (
              <>
                <span class="ow-typed">{aboutWords(challenge)}</span>. {short(challenge, telling(visit))}
              </>
            ))}
          />
          <Text>
            <Link href={disagreements}>Read what you told us, and our answers</Link>
          </Text>
        </>
      )}
      {may(actor, 'raise-challenge', subject) ? (
        <Text>
          You can tell us at any time, about anything.{' '}
          <Link href={`/cases/${state.id}/disagree`}>I don’t agree with something</Link>
        </Text>
      ) : null}
    </>
  );
};

export const disagreements = casePage('view-case', {
  path: '/cases/:caseId/disagreements',
  get: async (visit) => {
    const recorded = await histories.of(visit.case.id);
    return show(
      disagreementsPage(
        visit,
        recorded.map(({ event }) => event),
      ),
    );
  },
});
