/** Everything a signed-in person has with us, each with where it is; or the way to start. Staff have a worklist of their own. */
import type { Summary } from '../../../lib/app/summary.ts';
import { lists } from '../../../lib/aws/lists.ts';
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import { homeOf } from '../home.ts';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { goTo, type SignedInVisit, show, signedInPage } from '../page.ts';
import { pathsOf, START, startPath } from './paths.ts';
import { Heading, Link, Text } from './prose.tsx';

export const isOpen = ({ state }: Summary): boolean => state !== 'closed';

const whereWords = ({ state, stage, attention }: Summary): string => {
  if (state === 'supported') return 'Your support is in place';
  if (state === 'closed') return 'This is closed';
  if (attention) return 'Something went wrong at our end. We are on it.';
  return stage?.forThePerson ?? 'We are working on it';
};

const turnWords = ({ stage, takenBy }: Summary): string => {
  if (stage?.who === 'person') return 'It is your turn';
  return takenBy ? `It is our turn: ${takenBy.name} has this` : 'It is our turn';
};

const rowsOf = (summary: Summary): SummaryRow[] => {
  const { caseId, state, dueOn, missed, reviewDueOn, openedAt, stage } = summary;
  const byWhen = dueOn && (missed ? `${formatDate(dueOn)}. We missed an earlier date, and we are sorry.` : formatDate(dueOn));
  return [
    { key: 'Where it is', value: whereWords(summary) },
    ...(state === 'underway' ? [{ key: 'Whose turn', value: turnWords(summary) }] : []),
    ...(byWhen && stage?.who !== 'person' ? [{ key: 'We will do this by', value: byWhen }] : []),
    ...(reviewDueOn ? [{ key: 'Next review', value: `On or before ${formatDate(reviewDueOn)}` }] : []),
    { key: 'Started', value: readableTime(openedAt, 'date') },
    { key: 'More', value: <Link href={pathsOf(caseId).me}>See {caseId} in full</Link> },
  ];
};

/** Somebody else's case that this person was asked to help with, while the invitation runs. */
const Helping = ({ summaries }: { readonly summaries: readonly Summary[] }) =>
  summaries.length === 0 ? null : (
    <>
      <Heading>People you help</Heading>
      {summaries.map(({ caseId, person, helping, stage, reviewDueOn }) => (
        <SummaryList
          card={person.name}
          rows={[
            ...(helping ? [{ key: 'You can help until', value: formatDate(helping.until) }] : []),
            {
              key: 'More',
              // Whoever acts for them has the whole line, and so the whole page; a helper only what they were asked to fill in.
              value:
                stage || reviewDueOn ? (
                  <Link href={pathsOf(caseId).me}>See {caseId} in full</Link>
                ) : (
                  <Link href={pathsOf(caseId).story}>Help with {caseId}</Link>
                ),
            },
          ]}
        />
      ))}
    </>
  );

/** Somebody who has asked for one kind of help can ask for the other: each is a record of its own. */
const TheOther = ({ open }: { readonly open: readonly Summary[] }) => {
  const as = open.some(({ kind }) => kind === 'carer') ? 'adult' : 'carer';
  if (open.some(({ kind }) => (kind ?? 'adult') === as)) return null;
  return as === 'carer' ? (
    <Text>
      Do you look after someone who cannot do without you? You have a right to help of your own.{' '}
      <Link href={startPath('carer')}>I look after someone</Link>
    </Text>
  ) : (
    <Text>
      Is your own day-to-day life hard, too? You can ask us for support for yourself.{' '}
      <Link href={startPath('adult')}>I need support myself</Link>
    </Text>
  );
};

/** The page for the cases of this person, the newest first. */
export const myPage = ({ frame, actor, now, bundle }: SignedInVisit, summaries: readonly Summary[]): Html => {
  const own = summaries.filter(({ person }) => person.id === actor.id);
  const helped = summaries.filter(
    ({ person, helping }) => person.id !== actor.id && (!helping || helping.until >= toIsoDate(now)),
  );
  const open = own.filter(isOpen);
  const closed = own.filter((summary) => !isOpen(summary));
  return (
    <Page {...frame} title={`Hello, ${own[0]?.person.name ?? actor.name}`}>
      {open.length === 0 ? (
        <>
          <Text>
            {closed.length === 0
              ? 'You have not asked us for support for yourself yet. If life is hard just now, tell us how things are.'
              : 'You have nothing open with us now. You can start again on any day.'}
          </Text>
          <Button text={closed.length === 0 ? 'Start' : 'Start again'} href={START} kind="start" />
        </>
      ) : null}
      {open.map((summary) => (
        <SummaryList
          card={`Your support${summary.kind === 'carer' ? ' as a carer' : ''}, ${summary.caseId}`}
          rows={rowsOf(summary)}
        />
      ))}
      {open.length > 0 && bundle.council.carerPathway ? <TheOther open={open} /> : null}
      <Helping summaries={helped} />
      {closed.length > 0 ? <Heading>Closed</Heading> : null}
      {closed.map((summary) => (
        <SummaryList card={`Closed, ${summary.caseId}`} rows={rowsOf(summary)} />
      ))}
    </Page>
  );
};

export const my = signedInPage('view-case', {
  path: '/my',
  get: async (visit) => {
    if (isStaff(visit.actor)) return goTo(homeOf(visit.actor));
    return show(myPage(visit, await lists.ofPerson(visit.actor.id)));
  },
});
